"""What a text cites: instruments by name and by number, documents, paragraphs of its own."""
