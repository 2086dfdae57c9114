"""UN texts in, a reference edition out. The rooms, in the order in which a text goes:

    model/      the records that stages hand on; keys, symbols, problems
    progress    how far long work has come
    parallel    one function, many items, on all cores
    files       whole or not there; what is cached
    web/        addresses of pages, words of the interface, data as scripts
    catalogue/  data/*.yml -> Catalogue; data/reading-aids -> our translations
    readers/    one file -> Parsed, and where each of its characters went (account)
      text/       plain text: read, sift, parse
      akn/        the UN's XML
      printed/    paragraphs with their evidence -> documents: what Word, PDF and text share
      docx/ pdf/  Word files, PDFs
    analysis/   one instrument: align (one list of keys), annotate, study -> Work
                segment (the only import of jieba), concordance
      citations/ what a text cites: names, numbers, documents; short titles
      themes/     what a paragraph is about
      acts/       what an organ does, and whom it asks
    corpus/     folders of texts -> Library: shelf, intake, store, select, gather, addresses
                a library that notes what it is asked (watched)
    references/ how instruments and paragraphs are cited: styles, CSL-JSON, BibTeX, RIS
    search/     Library -> what a search in the browser reads
    comparison/ Library -> what goes on from what, paragraph by paragraph
    teaching/   Library -> what exercises are made of; packs for Moodle, SCORM players and Anki
    dataset/    Library -> site/data
    site/       Library -> pages: compose, pages/, paragraph/, render (the only import of jinja2)
    publish/    files -> site/ and dist/ (the only caller of MkDocs)
                what the last site has that would be made alike (kept)
    make        calls search, dataset, site and publish, a job a language
    evaluate/   how right it is, against labels made by hand

A room imports only from rooms above it; tests/test_rooms.py holds that.
"""
