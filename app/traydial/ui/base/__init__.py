"""What all windows share: the application, translations, icons, and the way to the engine."""
