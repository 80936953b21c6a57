"""Turns an edition into printed handouts.

    edition ──▶ panels ──▶ sheets (HTML) ──▶ pdf (the only module that knows WeasyPrint) ──▶ write ──▶ handouts.json
       leaders · cut · notes · stories      layouts/NAME/    shelf · signs · boxes · fit · level         manifest · bundles
       forms · sides · booklet                               flow · finish
       words · reading · figures

`write` hands the sheets that are stale (keys, stock, natives) to `workers`, each of which runs `printing`. What was not asked
for stays where `standing` lets it: nothing with a story whose consent has ended.
Outputs get at what was printed through `kept` alone, with the edition for print in their hands.
"""

from press.handouts.manifest import Bundle, Handout
from press.handouts.standing import Kept, kept
from press.handouts.write import Unprintable, check, make

__all__ = ["Bundle", "Handout", "Kept", "Unprintable", "check", "kept", "make"]
