"""Addresses that only lead on, that track, or that open for some alone are noted, with the straight one where it can be read."""

import pytest

from press.checks import detours
from press.library.load import load
from projects import CASES, TODAY, Project

STORY = "stories/an-example.md"
TO = "https://example.org/a?b=1#c"
QUOTED = "https%3A%2F%2Fexample.org%2Fa%3Fb%3D1%23c"
WRAPPED = {
    f"https://www.google.com/url?q={QUOTED}&sa=D&ust=1": TO,
    f"https://www.google.co.uk/url?sa=t&url={QUOTED}": TO,
    "https://www.google.com/amp/s/example.org/a": "https://example.org/a",
    f"https://l.facebook.com/l.php?u={QUOTED}&h=AT0": TO,
    f"https://lm.facebook.com/l.php?u={QUOTED}%26fbclid%3Dx": None,
    f"https://l.instagram.com/?u={QUOTED}": TO,
    f"https://nam02.safelinks.protection.outlook.com/?url={QUOTED}&data=05": TO,
    "https://urldefense.com/v3/__https://example.org/a?b=1__;!!Abc!x$": "https://example.org/a?b=1",
    "https://urldefense.com/v3/__https:/example.org/a__;!!Abc!x$": "https://example.org/a",
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a-3Fb-3D1&d=Dw": "https://example.org/a?b=1",
    f"https://slack-redir.net/link?url={QUOTED}": TO,
    f"https://www.youtube.com/redirect?event=x&q={QUOTED}": TO,
    f"https://duckduckgo.com/l/?uddg={QUOTED}": TO,
    f"https://www.linkedin.com/redir/redirect?url={QUOTED}": TO,
    "https://www.google.com/url?q=https://l.facebook.com/l.php%3Fu%3Dhttps%253A%252F%252Fexample.org%252Fa": "https://example.org/a",
    "https://www.google.com/url?q=https://example.org/a%3Futm_source%3Dx": "https://example.org/a",
    "https://www.google.com/url?q=https://example.org/test%40example.org": "",
    "https://www.google.com/url?q=javascript:alert(1)": "",
    "https://test.us1.list-manage.com/track/click?u=1": "",
}
SHORT = "https://t.co/a https://bit.ly/3a https://www.bit.ly/3a https://tinyurl.com/a https://lnkd.in/a http://goo.gl/a".split()
TRACKED = {
    "https://example.org/a?utm_source=x&utm_medium=y": "https://example.org/a",
    "https://example.org/a?b=1&fbclid=x#c": "https://example.org/a?b=1#c",
    "https://example.org/a?gclid=x&b=%20&c": "https://example.org/a?b=%20&c",
    "https://example.org/a?UTM_Campaign=x&mc_eid=1": "https://example.org/a",
    "https://youtu.be/a?si=x": "https://youtu.be/a",
    "https://www.youtube.com/watch?v=a&si=x": "https://www.youtube.com/watch?v=a",
}
CLOSED = [
    "https://docs.google.com/document/d/1a/edit?usp=sharing", "https://docs.google.com/document/u/0/d/1a/edit",
    "https://docs.google.com/spreadsheets/d/1a/edit#gid=0", "https://docs.google.com/forms/d/1a/edit",
    "https://drive.google.com/file/d/1a/view", "https://test.sharepoint.com/:w:/g/a", "https://test-my.sharepoint.com/a",
    "https://1drv.ms/w/a", "https://www.notion.so/a-1", "https://chatgpt.com/c/a", "https://test.slack.com/archives/a",
]  # fmt: skip
NEAR = [
    "http://localhost:8000/a", "http://127.0.0.1/a", "http://[::1]/a", "http://192.168.1.2/a", "http://10.0.0.1", "http://0.0.0.0:80",
    "http://printer.local/a", "http://intranet/a",
]  # fmt: skip
HARMLESS = [
    TO, "https://www.google.com/search?q=a", "https://www.google.com/", "https://www.facebook.com/a", "https://t.co/",
    "https://docs.google.com/document/d/e/2PACX/pub", "https://docs.google.com/forms/d/e/1F/viewform", "https://1.1.1.1/a",
    "https://docs.google.com/presentation/d/1a/pub", "https://example.org/utm_source=x", "https://example.org/?si=x",
    "https://www.youtube.com/watch?v=a", "https://example.org/a?url=https://example.org", "https://notion.site/a",
    "https://doi.org/10.1000/1", "https://example.org/localhost", "mailto:test", "../docs/about.md", "#a", "https://",
    "https://[", "https://linkedin.com/in/a", "https://outlook.com", "https://robot.co/a", "https://habit.ly/a", "https://zoom.us/about",
]  # fmt: skip


@pytest.mark.parametrize(("address", "straight"), WRAPPED.items())
def test_an_address_that_only_leads_on_is_noted_with_the_one_it_leads_to(address: str, straight: str | None) -> None:
    found = detours.detour(address)
    assert found is not None and found.what == detours.WRAPPED
    if straight is not None:
        assert found.mend == (f"Write `{straight}`." if straight else detours.SHORT.mend)


@pytest.mark.parametrize(("address", "straight"), TRACKED.items())
def test_an_address_that_tracks_is_noted_with_what_to_keep_of_it(address: str, straight: str) -> None:
    assert detours.detour(address) == (detours.TRACKED, f"Write `{straight}`.")


@pytest.mark.parametrize("source", ["chatgpt.com", "openai", "perplexity", "copilot.com"])
def test_an_address_that_a_chat_program_gave_is_to_be_read_first(source: str) -> None:
    found = detours.detour(f"https://example.org/a?utm_source={source}")
    assert found == (detours.BY_CHAT, "Read the page yourself. Write `https://example.org/a`.")


@pytest.mark.parametrize("address", SHORT)
def test_a_short_address_is_noted(address: str) -> None:
    assert detours.detour(address) == detours.SHORT


@pytest.mark.parametrize("address", CLOSED)
def test_an_address_that_opens_for_some_people_is_noted(address: str) -> None:
    assert detours.detour(address) == detours.CLOSED


@pytest.mark.parametrize("address", NEAR)
def test_an_address_in_one_network_is_noted(address: str) -> None:
    assert detours.detour(address) == detours.NEAR


@pytest.mark.parametrize("address", HARMLESS)
def test_an_address_that_leads_straight_to_its_page_is_let_be(address: str) -> None:
    assert detours.detour(address) is None


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://bit.ly/3a)",
        "<https://bit.ly/3a>",
        "So: https://bit.ly/3a.",
        "(https://bit.ly/3a)",
        "[a]\n\n[a]: https://bit.ly/3a",
    ],
)
def test_an_address_is_noted_however_it_is_written(project: Project, text: str) -> None:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\n{text}\n")
    found = [str(problem) for problem in detours.addresses_lead_straight_to_their_page(project.load(), TODAY)]
    assert found == [f"{STORY}:24: To review: {detours.SHORT.what} {detours.SHORT.mend} [detours]"]


@pytest.mark.parametrize("text", ["`https://bit.ly/3a`", "```\nhttps://bit.ly/3a\n```"])
def test_an_address_in_code_is_let_be(project: Project, text: str) -> None:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\n{text}\n")
    assert not list(detours.addresses_lead_straight_to_their_page(project.load(), TODAY))


@pytest.mark.parametrize("address", ["file:///C:/a.md", "C:\\a.md", "file://server/a"])
def test_an_address_on_ones_own_disk_stops_publishing(project: Project, address: str) -> None:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\n[a]({address})\n")
    (found,) = [one for one in project.problems() if one.startswith(f"{STORY}:24:")]
    assert "This leads to a file on one computer only." in found and "To review" not in found


def test_the_real_texts_have_no_detour() -> None:
    found = detours.addresses_lead_straight_to_their_page(load(CASES.parent.parent), TODAY)
    assert [str(problem) for problem in found] == []
