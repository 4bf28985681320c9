"""How the number lens reads: links and prose, behind `core.number`."""
