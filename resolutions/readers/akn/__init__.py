"""The UN's XML (AKN4UN). `reader` calls the others, in this order:

xmlfile     a file -> elements
facts       who a statement is, from metadata, with evidence for what disagrees
statement   its elements -> blocks and notes: head, body; the text of a line in tokens, inline
arrange     blocks -> paragraphs to be, each with its kind and key: labels, parts, numbering
paragraphs  -> paragraphs of a document; links, what they cite
"""
