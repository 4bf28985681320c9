"""Calls from the request to their end."""
