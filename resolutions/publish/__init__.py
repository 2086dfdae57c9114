"""Finished files -> `site/` and `dist/`."""
