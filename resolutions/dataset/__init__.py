"""The library -> `site/data/`: one module a format, listed in the table of `export`."""
