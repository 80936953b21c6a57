"""Turns a toolkit into notes pages: a digest of each activity on the left, ruled lines beside it, as slide handouts have."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from press.handouts.sheets import figures, panels
from press.handouts.sheets.panels import Draft, Panel
from press.library.edition import Edition, Volume


@dataclass(frozen=True)
class More(Panel):
    """Where the toolkit's full guides are, on the web page at `url`."""

    url: str
    qr: Markup
    address: str


def drafts(edition: Edition, site_url: str, across: int) -> Iterator[Draft]:
    """A handout for each toolkit that has activities, `across` of them down a page."""
    for volume in edition.volumes:
        toolkit = volume.toolkit
        if volume.activities:
            name = f"{panels.named(toolkit)}, notes pages"
            yield Draft(
                name=toolkit.name,
                title=name,
                path=toolkit.path,
                panels=_panels(edition, volume, site_url, across),
                values=panels.values(toolkit),
            )


def _panels(edition: Edition, volume: Volume, site_url: str, across: int) -> tuple[Panel, ...]:
    """A digest of each activity; what is left of the last page is for a plan and for the way to the rest."""
    found: list[Panel] = [
        replace(panels.activity_panel(edition, volume.toolkit, activity, number, site_url), design="digest")
        for number, activity in enumerate(volume.activities, 1)
    ]
    path, url = volume.toolkit.path, panels.address_of(volume.toolkit, site_url)
    qr = figures.qr(url, f"QR code to the toolkit’s page, {url}")
    closing: list[Panel] = [Panel("next-step", "plan", "My next step", path, 1)]
    closing.append(
        More(
            id="more",
            design="more",
            title="The whole toolkit",
            path=path,
            line=1,
            url=url,
            qr=qr,
            address=url.partition("://")[2].rstrip("/"),
        )
    )
    return (*found, *closing[: -len(found) % across])
