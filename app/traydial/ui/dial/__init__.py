"""The window to type a number."""
