"""The records that stages hand on, and the rules of keys, symbols and problems."""
