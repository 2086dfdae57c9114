"""What a paragraph is about."""
