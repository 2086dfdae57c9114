"""What a text prints, whatever file it came in: paragraphs with their evidence -> documents."""
