"""The book: an edition as pages of plain Markdown, with what other programs read of them. Knows no site generator."""
