"""What the tray answers other processes."""
