"""Says what each layout is called and what it is good for, in the words that readers see beside a download."""

LAYOUTS: dict[str, tuple[str, str]] = {
    "3-up": ("Three panels a page", "One activity on each panel, with lines to write on. To fold, or to cut apart."),
    "3-up-notes": ("Notes pages", "Three activities down each page, with ruled lines beside them."),
    "3-up-cut": ("Sheets to cut", "One activity three times on a page, for small groups."),
    "booklet": ("Booklet", "The whole toolkit, with the facilitator’s pages and the sources."),
    "activity": ("Activity sheets", "One activity alone: the participant’s side, then the facilitator’s."),
    "leaders": ("For leaders", "A panel for each toolkit: what the principal does, and what the teacher leader does."),
    "stories": ("Stories", "Three stories a page, each cut to its most telling passage."),
    "form": ("Consent form", "To sign before a real story is published. The editors keep it."),
}  # in the order to offer them
