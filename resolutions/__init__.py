"""UN texts in, a reference edition out: one module a stage, named by its verb.

    load      data/*.yml              -> Catalogue
    intake    folders of texts        -> works in the store, a Head of each; for one instrument:
      shelf     a folder              -> its files
      read      data/texts/*.txt      -> Source
      sift      Source                -> Sifted    (body lines, notes, artefacts)
      parse     Sifted                -> Parsed    (documents, frame, account)
      akn       the UN's *.xml        -> Parsed    (xmlfile, blocks, statement, arrange, inline,
                                                    numbering, undocs)
      account   Parsed                -> where every character went
      align     Documents             -> Texts     (all languages under one list of keys)
      annotate  Document              -> errata at their places
      study     Texts                 -> Work      (segment: the only import of jieba; cite;
                                                    tag, openings, judge; acts, asked)
      concordance                     -> the terms of a text
    gather    Heads                   -> Library   (all works side by side)
    aids      data/reading-aids       -> our translations, checked against the library
    make      Library                 -> the files of each language, side by side:
      compose   Library               -> Pages     (what each page shows: pages/)
      render    Pages                 -> files     (the only import of jinja2)
      columns   Work                  -> the texts as scripts
      index     Library               -> site/search (shards, postings, fold)
      export    Library               -> site/data
    publish   files                   -> site/     (the only caller of mkdocs; package)

`store` keeps works on disk, `crew` shares work over the cores, `scripts` writes data as scripts.
`patterns` compiles what the rules in `data/` look for, `check_acts` says what is wrong with verbs;
`models` holds every record, `problems` the one way to complain, `keys` and `urls` the
addresses, `weave` the cutting of a text at the edges of its annotations.
"""
