"""What a paragraph shows, wherever it stands: woven text, links, marks, themes, tables."""
