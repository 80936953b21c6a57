"""The two addresses, and what goes before what."""

from pathlib import Path

import pytest

from press.library import settings


@pytest.fixture
def root(tmp_path: Path) -> Path:
    text = "site_url: https://one.org/sub\nextra:\n  repository: https://code.org/a/b/\nplugins: [!ENV X]\n"
    (tmp_path / "mkdocs.yml").write_text(text)
    return tmp_path


def test_the_addresses_stand_in_the_sites_file(root: Path) -> None:
    found = settings.load(root, {})
    assert (found.site_url, found.repository) == ("https://one.org/sub/", "https://code.org/a/b")


def test_the_environment_goes_before_the_file(root: Path) -> None:
    found = settings.load(root, {"SITE_URL": "https://two.org", "REPOSITORY_URL": "https://three.org/x"})
    assert (found.site_url, found.repository) == ("https://two.org/", "https://three.org/x")


def test_an_edit_link_leads_to_the_file(root: Path) -> None:
    assert settings.load(root, {}).edit_url("stories/x.md") == "https://code.org/a/b/edit/main/stories/x.md"


@pytest.mark.parametrize(
    "url", ["example.org", "ftp://x.org/", "https://", 'https://x.org/"><script>', "https://[x", "https://x.org/?a"]
)
def test_an_address_that_is_none_is_refused_in_plain_words(root: Path, url: str) -> None:
    with pytest.raises(settings.BadSetting, match="SITE_URL is “"):
        settings.load(root, {"SITE_URL": url})


def test_an_example_address_is_mentioned_in_one_line_each(root: Path) -> None:
    found = settings.load(root, {"SITE_URL": "https://teacher-networks.example/", "CONTACT": "Ask the library desk."})
    assert len(found.notes) == 1
    assert found.notes[0].startswith("Note: the site's address is the example address")


def test_a_missing_private_contact_is_mentioned(root: Path) -> None:
    assert [note[:32] for note in settings.load(root, {}).notes] == ["Note: no private contact is set,"]
    assert settings.load(root, {"CONTACT": "editors@one.org"}).notes == ()
