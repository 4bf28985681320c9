"""What a telephone number is, and how numbers are found in links and texts."""
