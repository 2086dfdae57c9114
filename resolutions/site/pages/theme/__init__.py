"""The page of a theme: the paragraphs about it, instrument by instrument."""
