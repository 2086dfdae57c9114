"""The library -> what a search in the browser reads."""
