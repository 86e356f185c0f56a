"""What the full-text search is handed to read."""
