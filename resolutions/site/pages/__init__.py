"""What each page shows: one module a kind of page, all called by `compose`."""
