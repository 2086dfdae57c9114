"""A file -> what it holds (`Parsed`), and what each of its characters was taken for."""
