"""The page of an instrument: its text, its notes, and all that is known of it."""
