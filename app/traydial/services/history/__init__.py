"""Past calls: stored, searched, exported."""
