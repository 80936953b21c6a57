"""Reads a text with GitHub's own program, cmark-gfm, as GitHub's pages show it."""

from cmarkgfm import cmark

_EXTENSIONS = ["table", "autolink", "strikethrough", "tasklist"]


def as_on_github(text: str) -> str:
    """The HTML that GitHub makes of a text, before it is cleaned."""
    options = cmark.Options.CMARK_OPT_FOOTNOTES | cmark.Options.CMARK_OPT_UNSAFE
    return str(cmark.markdown_to_html_with_extensions(text, options, _EXTENSIONS))
