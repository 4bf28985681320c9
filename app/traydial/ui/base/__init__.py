"""What every window stands on."""
