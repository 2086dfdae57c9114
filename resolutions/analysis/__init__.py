"""A document -> all that one instrument says by itself: keys in all languages, words, citations."""
