"""What an organ does in a paragraph, and whom it asks."""
