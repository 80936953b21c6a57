"""Turns rendered HTML into HTML that can do no harm: what is not on these lists is left out.

A manuscript comes from a stranger; nh3 (the Rust library ammonia) parses it as a browser would and keeps only the tags,
attributes, classes and addresses named here.
"""

import re
from functools import cache

import nh3

from press.manuscript import markdown

TAGS = frozenset(
    "a abbr article b blockquote br caption cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img "
    "kbd li mark ol p pre q s section small span strong sub summary sup table tbody td th thead time tr ul".split()
)
# Every class that the templates in press/templates and the renderer write, and no other: a manuscript can't dress up as the
# publication.
CLASSES = frozenset(
    """
    tn-a tn-actions tn-address tn-b tn-back tn-band tn-box tn-button tn-byline tn-c tn-card tn-card__body tn-card__facts
    tn-card__kicker tn-card__label tn-card__picture tn-card__title tn-cards tn-cover tn-cover__letter tn-credit tn-digits-2
    tn-digits-3 tn-digits-4 tn-digits-9 tn-download tn-downloads tn-eyebrow tn-facilitator tn-facts tn-feature tn-feature__on
    tn-feature__passage tn-figure tn-head tn-hero tn-label tn-lead tn-letter tn-list tn-minutes tn-next tn-note tn-notes
    tn-offer tn-offer__picture tn-offers tn-pager tn-panel tn-panels tn-part tn-principal tn-prompt tn-quiet tn-ref tn-row
    tn-row__number tn-rows tn-rows__offer tn-steps tn-table tn-table--rows tn-tag tn-tags tn-task tn-teacher-leader tn-teller
    tn-way tn-ways
    """.split()
)
# The roles that a part of a text may have: of tables, of a box to tick, and of notes.
_ROLES = {
    **{tag: (role,) for tag, role in markdown.ROLES.items()},
    "span": ("img",),
    "a": ("doc-noteref", "doc-backlink"),
    "section": ("doc-endnotes",),
}
_REMOTE = re.compile(r"(?:https?:)?//", re.I)


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags={"script", "style", "iframe", "object", "template", "noscript", "svg", "math"},
        attributes={
            "*": {"id", "lang", "dir", "title", "data-line"},
            "a": {"href", "download", "aria-label", "data-meaning"},
            "img": {"src", "alt", "width", "height", "loading", "decoding"},
            "ol": {"start", "reversed", "role"},
            "ul": {"role"},
            "td": {"colspan", "rowspan", "data-label"},
            "th": {"scope", "colspan", "rowspan"},
            "time": {"datetime"},
            "details": {"open"},
            "section": {"aria-label", "aria-labelledby"},
            "span": {"aria-label"},
            "div": {"role", "aria-label", "tabindex"},
        },
        attribute_filter=_kept,
        tag_attribute_values={tag: {"role": set(roles)} for tag, roles in _ROLES.items()},
        allowed_classes={tag: set(CLASSES) for tag in TAGS},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute that is allowed; None takes it out.

    Ids such as _search are the theme's own, so that no heading takes one, and no page loads a picture from another host.
    """
    if attribute == "id" and value.startswith("_"):
        return "x-" + value.lstrip("_")
    if attribute == "data-line":  # of a handout's blocks, in their manuscript
        return value if value.isascii() and value.isdecimal() and len(value) < 7 else None
    return None if (tag, attribute) == ("img", "src") and _REMOTE.match(value) else value


def clean(html: str) -> str:
    """`html` with only the allowed parts left."""
    return _cleaner().clean(html)
