"""PDF files, read by their layout: pages of glyphs -> lines -> a sheet for `printed`."""
