"""Texts beside each other: paragraph by paragraph, word by word."""
