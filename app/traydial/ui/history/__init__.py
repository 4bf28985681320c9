"""The window of past calls."""
