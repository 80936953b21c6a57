"""Turns an edition into printed handouts.

    edition ──▶ panels ──▶ sheets (HTML) ──▶ pdf (the only module that knows WeasyPrint) ──▶ write ──▶ handouts.json
       leaders · cut · notes · stories      layouts/NAME/    shelf · signs · boxes · fit · level         manifest · bundles
       forms · sides · booklet                               flow · finish
       words · reading · figures

`write` hands the sheets that are stale (keys, stock, natives) to `workers`, each of which runs `printing`. What was not asked
for stays where `standing` lets it: nothing with a story whose consent has ended.
Pages of the site read `handouts.manifest` and nothing else from here.
"""

from press.handouts.manifest import Handout
from press.handouts.standing import prune
from press.handouts.write import Unprintable, check, make

__all__ = ["Handout", "Unprintable", "check", "make", "prune"]
