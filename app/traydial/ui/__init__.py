"""Everything Qt. Only main imports this room."""
