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


FILE = "mkdocs.yml"
_MISSING = {
    "SITE_URL": ("The site's address is missing.", "Write it as `site_url: https://name.org/`, or set SITE_URL."),
    "REPOSITORY_URL": (
        "The address of the repository is missing.",
        "Write it as `repository: https://name.org/` under `extra:`, or set REPOSITORY_URL.",
    ),
}


class BadSetting(Exception):
    """A setting that can't be used: `what` is wrong with it, how to `mend` it, and on which `line` of mkdocs.yml it stands."""

    def __init__(self, what: str, mend: str, line: int = 1) -> None:
        super().__init__(f"{FILE}:{line}: {what} {mend}")
        self.what, self.mend, self.line = what, mend, line


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
    config = values(read(root))
    given = config.get("extra")
    extra = values(given) if isinstance(given, yaml.MappingNode) else {}
    site = _address("SITE_URL", environment.get("SITE_URL"), config.get("site_url"))
    repository = _address("REPOSITORY_URL", environment.get("REPOSITORY_URL"), extra.get("repository"))
    contact = environment.get("CONTACT") or words(extra.get("contact"))
    return Settings(site + "/", repository, contact.strip())


def read(root: Path) -> yaml.MappingNode:
    """What mkdocs.yml at `root` holds, as YAML nodes, which know their lines. Raises BadSetting."""
    try:
        text = (root / FILE).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadSetting("This file is missing.", "Take it from the project that this one was copied from.") from None
    except UnicodeDecodeError:
        raise BadSetting("This file is not saved as UTF-8.", "In your editor choose “Save as” and the encoding UTF-8.") from None
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)  # names the kinds of values, and makes nothing of them
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        mend = "Look at quotes, colons, tabs and the spaces at the line's start, here and just above."
        raise BadSetting("This file can't be read from here on.", mend, mark.line + 1 if mark else 1) from None
    if not isinstance(node, yaml.MappingNode):
        raise BadSetting("This file has no settings.", "Write each as `name: value`, such as `site_name: Our network`.")
    return node


def values(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    """The values of a group by their names; the last counts where a name stands twice, as for MkDocs."""
    return {str(key.value): value for key, value in node.value if isinstance(key, yaml.ScalarNode)}


def words(node: yaml.Node | None) -> str:
    """A value as it is written; nothing where it is none or no single value."""
    return str(node.value) if isinstance(node, yaml.ScalarNode) and not node.tag.endswith(":null") else ""


def _address(name: str, given: str | None, node: yaml.Node | None) -> str:
    """The address in the environment's variable `name`, or else in the file. Raises BadSetting."""
    url = given or words(node)
    if not url:
        raise BadSetting(*_MISSING[name])
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("https", "http") and bool(parts.hostname) and not parts.query and not parts.fragment
    except ValueError:
        sound = False
    if not sound or any(c in url for c in "\"'<> \n"):
        line = 1 if given or node is None else node.start_mark.line + 1
        what = f"{name} is “{url}”, which is not the address of a site."
        raise BadSetting(what, "Write it as https://name.org/ .", line)
    return url.rstrip("/")
