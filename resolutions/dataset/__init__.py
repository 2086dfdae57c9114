"""The library -> `site/data/`, one module a format."""
