"""The window that shows what works."""
