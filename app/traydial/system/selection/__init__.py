"""Text that another program has selected or copied."""
