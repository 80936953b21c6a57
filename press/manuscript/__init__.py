"""One text: a file turned into fields, tokens, sections, sentences and links, with a line for each."""
