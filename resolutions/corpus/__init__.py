"""Folders of texts -> a library: all works side by side, under addresses that last."""
