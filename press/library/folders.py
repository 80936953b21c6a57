"""Which kinds of manuscript lie in which folder, for those who can't load the table of kinds, which takes a quarter of a second.

Imports nothing. A test sees that `kinds.KINDS` says the same.
"""

KINDS_IN = {
    "toolkits": ("toolkit", "activity"),
    "stories": ("notice", "story"),
    "docs": ("page",),
}
FOLDERS = tuple(KINDS_IN)
ROOT = "docs"  # its pages lie at the root of the site
