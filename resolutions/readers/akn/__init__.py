"""The UN's XML (AKN4UN)."""
