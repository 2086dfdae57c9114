"""What a text prints, whatever file it came in: paragraphs with their evidence -> documents.

`build` calls the others: language, pieces (the instruments of a sheet), head (the masthead), and
for each `instrument`: body (blocks), symbol, notes, facts (kind, organ, days). `problems` is what
they tell. `joiner` makes paragraphs of printed `lines`, `forms` reads `data/printed.yml`.
"""
