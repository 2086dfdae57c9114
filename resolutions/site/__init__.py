"""The library -> pages."""
