"""What a text prints, whatever file it came in: paragraphs with their evidence -> documents.

`build` calls the others: language, pieces (the instruments of a sheet), head (the masthead),
body (blocks), symbol, notes. `lines` makes paragraphs of printed lines, `forms` reads
`data/printed.yml`.
"""
