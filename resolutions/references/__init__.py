"""How an instrument and its paragraphs are cited outside this edition."""
