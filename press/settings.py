"""Reads the addresses that everything else is built on: of the site, of its repository, and of its editors.

They stand in `mkdocs.yml`. `SITE_URL`, `REPOSITORY_URL` and `CONTACT` in the environment go before it, so a fork or a
district's copy needs no change to a file.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml

RESERVED = (".example", ".test", ".invalid", "example.com", "example.net", "example.org")  # RFC 2606
_NO_CONTACT = (
    "Note: no private contact is set, so nobody can ask in private for a story to be taken down. "
    "Set CONTACT in the environment or in mkdocs.yml."
)


class BadSetting(Exception):
    """An address that can't be used; the text says which and why."""


@dataclass(frozen=True)
class Settings:
    """`site_url` ends in "/"; `repository` does not.

    `contact` is how to reach the editors in private, in words or as an address; empty where the publisher set none.
    """

    site_url: str
    repository: str
    contact: str = ""

    def edit_url(self, path: str) -> str:
        """Where the file at `path` is edited."""
        return f"{self.repository}/edit/main/{path}"

    @property
    def new_file_url(self) -> str:
        """Where GitHub lets one write a new file; empty for a repository that stands elsewhere."""
        return f"{self.repository}/new/main" if urlsplit(self.repository).hostname == "github.com" else ""

    @property
    def notes(self) -> tuple[str, ...]:
        """One line for each address that is still the example, and for a contact that is missing."""
        missing = () if self.contact else (_NO_CONTACT,)
        return missing + tuple(
            f"Note: {what} is the example address {url}. Set {name} in the environment or in mkdocs.yml."
            for what, name, url in (
                ("the site's address", "SITE_URL", self.site_url),
                ("the repository's address", "REPOSITORY_URL", self.repository),
            )
            if (urlsplit(url).hostname or "").endswith(RESERVED)
        )


def load(root: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of the project at `root`. Raises BadSetting."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    # BaseLoader takes every value as text and runs no tag.
    config = yaml.load(text, Loader=yaml.BaseLoader)
    extra = config.get("extra", {})
    site = environment.get("SITE_URL") or config.get("site_url", "")
    repository = environment.get("REPOSITORY_URL") or extra.get("repository", "")
    contact = environment.get("CONTACT") or extra.get("contact", "")
    return Settings(_address("SITE_URL", site) + "/", _address("REPOSITORY_URL", repository), contact.strip())


def _address(name: str, url: str) -> str:
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("https", "http") and bool(parts.hostname) and not parts.query and not parts.fragment
    except ValueError:
        sound = False
    if not sound or any(c in url for c in "\"'<> \n"):
        raise BadSetting(f"{name} is “{url}”, which is not the address of a site. Write it as https://name.org/ .")
    return url.rstrip("/")
