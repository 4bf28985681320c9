"""What is shown of a call, and what is asked about it."""
