"""Everything Qt. Widgets know services and core; nobody but main knows widgets."""
