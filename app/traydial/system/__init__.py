"""The operating system behind core.ports. Heavy imports stay inside functions."""
