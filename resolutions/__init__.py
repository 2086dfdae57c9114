"""Five UN texts in, a reference edition out: one module a stage, named by its verb.

    load      data/*.yml              -> Catalogue
    read      data/texts/*            -> Source
    sift      Source                  -> Sifted    (body lines, notes, artefacts)
    parse     Sifted                  -> Parsed    (documents, frame, account)
    segment   Document                -> words     (the only import of jieba)
    cite      Document                -> Citations
    tag       Document                -> Tags
    acts      Document                -> Acts      (verbs, and who is asked)
    annotate  Document                -> errata at their places
    study     Document                -> Reading   (segment, cite, tag and acts of one text)
    gather    Readings                -> Library   (all texts side by side)
    aids      data/reading-aids       -> our translations, checked against the library
    compose   Library                 -> Pages     (what each page shows)
    render    Pages                   -> files     (the only import of jinja2)
    export    Library                 -> site/data
    index     Library                 -> site/search
    publish   files                   -> site/     (the only caller of mkdocs)

`models` holds every record, `problems` the one way to complain, `keys` and `urls` the
addresses, `weave` the cutting of a text at the edges of its annotations.
"""
