"""Turns an edition into printed handouts.

    edition ──▶ sheets/ ──▶ HTML ──▶ typeset/ ──▶ PDF ──▶ store/ ──▶ handouts.json and *.pdf
                 layouts/NAME/        (alone knows WeasyPrint)

`sheets` has a module for each layout (`layouts.LAYOUTS` is the table, `rendering` fills in the templates). `typeset` sets a
sheet, and looks whether each panel fits (`overflow`) and whether pages that run on are whole and break well (`pagination`).
`store` knows what was made from what (`cache_keys`) and what of an earlier day may stay (`retention`: nothing with a story
whose consent has ended).

`pipeline` walks the way: it hands the sheets that are stale to `workers`, each of which runs `render_job`. Outputs get at what
was printed through `kept` alone, with the edition for print in their hands.
"""

from press.handouts.pipeline import Unprintable, check, make
from press.handouts.request import Request, Run
from press.handouts.store.manifest import Bundle, Handout
from press.handouts.store.retention import Kept, kept

__all__ = ["Bundle", "Handout", "Kept", "Request", "Run", "Unprintable", "check", "kept", "make"]
