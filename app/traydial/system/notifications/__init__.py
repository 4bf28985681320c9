"""The notification service of the desktop."""
