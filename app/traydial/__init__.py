"""Traydial: click a number anywhere, and the company PBX rings your phone and connects the call."""

__version__ = "0.1.0"
