"""Word files: the paragraphs of a .docx, its numbering and notes -> a sheet for `printed`."""
