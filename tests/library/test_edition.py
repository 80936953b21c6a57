"""The consent gate: what may appear where, and when."""

import datetime
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.library import edition
from press.library.model import Channel, Consent, Story
from projects import TODAY, Project

TOLD = "stories/a-told-one.md"
PICTURES = "pictures:\n  - file: board.png\n    people: no\n---\n\n"
DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2032, 12, 31))
CHANNELS: list[Channel] = ["web", "print"]


OUT = datetime.date(2026, 11, 1)


def story(kind: str, consent: Consent | None) -> Story:
    return Story.model_validate(
        {
            "title": "Test data", "kind": kind, "summary": "Test data.", "role": "teacher", "state": "Tennessee",
            "grades": "middle", "themes": ["beliefs"], "activities": ["test-kit/opening"], "published": OUT.isoformat(),
            "student_details": "none", "consent": consent,
        }
    )  # fmt: skip


CONSENTS = st.builds(
    Consent,
    granted=DAYS,
    review_by=DAYS,
    channels=st.lists(st.sampled_from(CHANNELS), min_size=1, max_size=2),
    evidence=st.just("C-0042"),
)
REAL = st.sampled_from(["first-person", "interview", "composite"])


@given(kind=REAL, consent=CONSENTS, channel=st.sampled_from(CHANNELS), today=DAYS)
def test_a_real_story_appears_only_within_its_consent(
    kind: str, consent: Consent, channel: Channel, today: datetime.date
) -> None:
    within = channel in consent.channels and consent.granted <= today and today <= consent.review_by
    within = within and today >= OUT
    assert edition.may_publish(story(kind, consent), channel, today) == within


@pytest.mark.parametrize(
    ("day", "shown"),
    [("2026-10-31", False), ("2026-11-01", True), ("2026-11-09", True), ("2026-11-10", False)],
    ids=["the day before", "the first day", "the last day", "the day after"],
)
@pytest.mark.parametrize("first", ["published", "granted"])
def test_a_real_story_appears_from_its_first_day_to_its_last(first: str, day: str, shown: bool) -> None:
    early, late = datetime.date(2026, 1, 1), datetime.date(2026, 11, 9)
    granted, published = (OUT, early) if first == "granted" else (early, OUT)
    consent = Consent(granted=granted, review_by=late, channels=["web"], reason=None, evidence="C-0042")
    told = story("first-person", consent).model_copy(update={"published": published})
    assert edition.may_publish(told, "web", datetime.date.fromisoformat(day)) == shown


@pytest.mark.parametrize(("day", "shown"), [("2026-10-31", False), ("2026-11-01", True), ("2100-01-01", True)])
def test_an_example_appears_from_its_day_on(day: str, shown: bool) -> None:
    assert edition.may_publish(story("illustrative", None), "print", datetime.date.fromisoformat(day)) == shown


@given(kind=REAL, channel=st.sampled_from(CHANNELS), today=DAYS)
def test_a_real_story_without_consent_never_appears(kind: str, channel: Channel, today: datetime.date) -> None:
    assert not edition.may_publish(story(kind, None), channel, today)


@pytest.mark.parametrize("kind", ["first-person", "interview", "composite"])
def test_the_number_that_stands_in_the_guides_is_no_consent(kind: str) -> None:
    given = {"granted": OUT, "review_by": OUT.replace(year=2028), "channels": ["web"]}
    for number, shown in (("C-0000", False), ("C-0001", True)):
        told = story(kind, Consent.model_validate({**given, "evidence": number}))
        assert edition.may_publish(told, "web", TODAY) == shown


@given(channel=st.sampled_from(CHANNELS), today=DAYS)
def test_an_illustrative_story_needs_no_consent_but_its_day_to_have_come(channel: Channel, today: datetime.date) -> None:
    assert edition.may_publish(story("illustrative", None), channel, today) == (today >= OUT)


def names(project: Project, channel: Channel = "web", today: datetime.date = TODAY) -> list[str]:
    return [entry.name for entry in edition.prepare(project.load(), channel, today).stories]


def test_a_told_story_appears_while_its_consent_holds(project: Project) -> None:
    assert names(project, today=datetime.date(2028, 9, 1)) == ["a-told-one", "an-example"]


def test_a_told_story_is_gone_the_day_after(project: Project) -> None:
    assert names(project, today=datetime.date(2028, 9, 2)) == ["an-example"]


def test_a_story_for_the_web_is_not_printed(project: Project) -> None:
    project.change(TOLD, "[web, print]", "[web]")
    assert (names(project, "web"), names(project, "print")) == (["a-told-one", "an-example"], ["an-example"])


def test_the_newest_story_comes_first(project: Project) -> None:
    project.change("stories/an-example.md", "2026-11-01", "2026-11-02")
    assert names(project) == ["an-example", "a-told-one"]


def test_a_story_with_a_fault_does_not_appear(project: Project) -> None:
    project.change(TOLD, "evidence: C-0042", "evidence: by mail")
    assert names(project) == ["an-example"]


def test_a_withdrawn_story_leaves_a_notice_and_nothing_else(project: Project) -> None:
    project.change(TOLD, "---\n\n", "withdrawn: 2026-11-20\n" + PICTURES)
    project.paint("plain", "stories/board.png")
    found = edition.prepare(project.load(), "web", TODAY)
    assert [entry.name for entry in found.notices] == ["a-told-one"]
    assert [entry.name for entry in found.stories] == ["an-example"] and not found.pictures


def test_a_story_withdrawn_on_no_date_appears_nowhere(project: Project) -> None:
    project.change(TOLD, "---\n\n", "withdrawn: yes\n---\n\n")
    found = edition.prepare(project.load(), "web", TODAY)
    assert [entry.name for entry in (*found.stories, *found.notices)] == ["an-example"]


@pytest.mark.parametrize(("day", "shown"), [(TODAY, ("stories/board.png",)), (datetime.date(2029, 1, 1), ())])
def test_a_picture_goes_with_its_story(project: Project, day: datetime.date, shown: tuple[str, ...]) -> None:
    project.change(TOLD, "---\n\n", PICTURES)
    project.paint("plain", "stories/board.png")
    assert edition.prepare(project.load(), "web", day).pictures == shown


def test_a_picture_in_a_storys_folder_goes_with_it_though_unlisted(project: Project) -> None:
    text = (project.root / TOLD).read_text(encoding="utf-8")
    project.write("stories/told-twice/index.md", text)
    project.paint("plain", "stories/told-twice/board.png")
    library = project.load()
    assert edition.prepare(library, "web", TODAY).pictures == ("stories/told-twice/board.png",)
    assert edition.prepare(library, "web", datetime.date(2029, 1, 1)).pictures == ()


def test_a_picture_that_nobody_lists_is_left_out(project: Project) -> None:
    project.paint("plain", "stories/board.png")
    assert edition.prepare(project.load(), "web", TODAY).pictures == ()


def test_no_story_can_claim_the_picture_of_a_withheld_one(project: Project) -> None:
    text = (project.root / TOLD).read_text(encoding="utf-8").replace("2028-09-01", "2026-11-01")
    project.write("stories/withheld/index.md", text)
    project.paint("plain", "stories/withheld/board.png")
    project.change("stories/an-example.md", "---\n\n", PICTURES.replace("board.png", "withheld/board.png"))
    assert edition.prepare(project.load(), "web", TODAY).pictures == ()


@pytest.mark.parametrize(
    ("day", "credits"), [(TODAY, {"stories/told-twice/board.png": "By Test"}), (datetime.date(2029, 1, 1), {})]
)
def test_who_made_a_picture_is_known_by_its_place_and_only_while_its_story_appears(
    project: Project, day: datetime.date, credits: dict[str, str]
) -> None:
    text = (
        (project.root / TOLD)
        .read_text(encoding="utf-8")
        .replace("---\n\n", PICTURES.replace("no\n", "no\n    credit: By Test\n"))
    )
    project.write("stories/told-twice/index.md", text)
    project.paint("plain", "stories/told-twice/board.png")
    assert edition.prepare(project.load(), "web", day).credits == credits


def test_activities_come_in_the_toolkits_order(project: Project) -> None:
    (volume,) = edition.prepare(project.load(), "print", TODAY).volumes
    assert [entry.name for entry in volume.activities] == ["test-kit/opening", "test-kit/closing"]


def test_nothing_can_be_put_into_an_edition_that_is_made(project: Project) -> None:
    both = edition.both(project.load(), TODAY)
    for record, name in ((both, "web"), (both.web, "stories"), (both.web.volumes[0], "activities")):
        with pytest.raises(FrozenInstanceError):
            setattr(record, name, ())


def test_what_appears_is_every_guide_toolkit_activity_and_story(project: Project) -> None:
    found = edition.prepare(project.load(), "web", datetime.date(2029, 1, 1))
    kit = {f"toolkits/test-kit/{name}.md" for name in ("index", "opening", "closing")}
    assert found.paths == {"docs/glossary.md", "docs/index.md", "stories/an-example.md", *kit}
    assert found.withheld == {TOLD}


def test_a_story_for_print_alone_is_on_no_sheet_that_can_be_downloaded(project: Project) -> None:
    project.change(TOLD, "[web, print]", "[print]")
    assert names(project, "print") == ["an-example"]
    by_hand = edition.prepare(project.load(), "print", TODAY, by_hand=True)
    assert [entry.name for entry in by_hand.stories] == ["a-told-one", "an-example"]
    assert by_hand.by_hand and by_hand.withheld == frozenset()


def test_a_link_leads_to_what_appears_but_to_no_story_on_paper_alone(project: Project) -> None:
    assert TOLD in edition.prepare(project.load(), "print", TODAY, by_hand=True).goals.pages
    project.change(TOLD, "[web, print]", "[print]")
    found = edition.prepare(project.load(), "print", TODAY, by_hand=True)
    assert set(found.goals.pages) == found.paths - {TOLD}
    assert found.goals is found.goals
    web = edition.prepare(project.load(), "web", TODAY)
    assert set(web.goals.pages) == web.paths and TOLD not in web.paths


def test_a_link_to_a_story_that_may_not_appear_leads_to_the_list_of_stories(project: Project) -> None:
    assert edition.prepare(project.load(), "web", TODAY).goals.instead == (("stories/", "stories/index.md"),)


@pytest.mark.parametrize("name", ["test-kit/opening", "test-kit/closing"])
def test_an_activity_is_found_by_its_whole_name(project: Project, name: str) -> None:
    found = edition.prepare(project.load(), "web", TODAY).activity("".join(name))
    assert found and found.name == name


@pytest.mark.parametrize("name", ["test-kit/a", "test-kit/d", "test-kit/z", "opening"])
def test_no_activity_is_taken_for_another(project: Project, name: str) -> None:
    assert edition.prepare(project.load(), "web", TODAY).activity(name) is None


def test_stories_of_one_day_come_by_name(project: Project) -> None:
    text = (project.root / "stories/an-example.md").read_bytes()
    for name in ("zebra", "abacus"):
        project.write(f"stories/{name}.md", text)
    assert names(project) == ["a-told-one", "abacus", "an-example", "zebra"]
