"""Finding in a real browser: the filters of the lists, their address, the map of states, and search results by kind."""

import itertools
from collections.abc import Iterator
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import publication
from browsing import NARROW, barriers
from press.web import listings
from projects import small, story
from publication import STORIES, STORY, STORY_TITLE, THREES, THREES_TITLE, TOOLKIT
from showing import shown

pytestmark = pytest.mark.browser

Look: TypeAlias = tuple[Any, int]  # a color scheme, and the window's width

MANY = 3 * listings.PER_PAGE + 1


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small site with four pages of stories stands, all test data: each tenth comes from Ohio, the last from Utah."""
    root = small(tmp_path_factory.mktemp("many"))
    for number in range(MANY):
        state = "Utah" if number == MANY - 1 else "Ohio" if number % 10 == 0 else "Texas"
        text = story(title=f"Test data, number {number:03}", state=state, role="counselor" if number % 2 else "teacher")
        (root / "stories" / f"number-{number:03}.md").write_text(text, encoding="utf-8")
    with shown(root) as url:
        yield url


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of a small publication stands."""
    with shown(publication.write(tmp_path_factory.mktemp("few"))) as url:
        yield url


def form(page: Page) -> Locator:
    return page.get_by_role("form", name="Filter the")


def says(page: Page, words: str) -> None:
    expect(form(page).get_by_role("status")).to_have_text(words)


def told(theme: str = "", state: str = "") -> str:
    """What the list of stories says of those about a theme and from a state."""
    number = sum((not theme or theme in themes) and state in ("", home) for _, home, themes, _, _ in STORIES)
    return "1 story" if number == 1 else f"{number} stories"


def titles(page: Page) -> list[str]:
    return page.locator("#cards .tn-card__title").all_inner_texts()


def options(page: Page, label: str) -> list[str]:
    return form(page).get_by_label(label).locator("option").all_inner_texts()


# What is found


def test_stories_filter_by_theme_and_state_and_say_how_many_are_left(page: Page, few: str) -> None:
    page.goto(few + "stories/")
    says(page, told())
    form(page).get_by_label("State").select_option("Florida")
    says(page, told(state="Florida"))
    assert all("Florida" in text for text in page.locator("#cards .tn-card__kicker").all_inner_texts())
    form(page).get_by_label("Theme").select_option("beliefs")
    says(page, told("beliefs", "Florida"))
    assert STORY_TITLE in titles(page)


def test_each_value_says_how_many_it_would_leave_beside_the_other_filters(page: Page, few: str) -> None:
    page.goto(few + "stories/?state=Florida")
    says(page, told(state="Florida"))
    assert f"Beliefs ({told('beliefs', 'Florida').split()[0]})" in options(page, "Theme")
    assert f"Grading ({told('grading', 'Florida').split()[0]})" in options(page, "Theme")
    assert f"Massachusetts ({told(state='Massachusetts').split()[0]})" in options(page, "State")


def test_activities_filter_by_theme_role_minutes_and_group(page: Page, few: str) -> None:
    page.goto(few + "activities/")
    says(page, "4 activities")
    form(page).get_by_label("Group").select_option("threes")
    form(page).get_by_label("Minutes").select_option("31 to 45")
    says(page, "1 activity")
    assert titles(page) == [THREES_TITLE]
    page.locator("#cards a").click()
    assert page.url == few + THREES


def test_a_filter_reaches_the_stories_of_every_page_in_their_order(page: Page, many: str) -> None:
    page.goto(many + "stories/")
    form(page).get_by_label("State").select_option("Ohio")
    says(page, "8 stories")
    assert titles(page) == [f"Test data, number {number:03}" for number in range(0, MANY - 1, 10)]
    expect(page.locator("#pager")).to_be_hidden()
    page.get_by_role("link", name="number 070").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Test data, number 070")


def test_many_matches_come_a_few_at_a_time_and_focus_goes_on_to_the_next(page: Page, many: str) -> None:
    page.goto(many + "stories/?role=counselor")
    says(page, f"{MANY // 2} stories")
    shown = len(titles(page))
    assert shown < MANY // 2
    page.get_by_role("button", name="Show more").press("Enter")
    expect(page.locator("#cards a").nth(shown)).to_be_focused()
    while page.get_by_role("button", name="Show more").is_visible():
        before = len(titles(page))
        page.get_by_role("button", name="Show more").click()
        expect(page.locator("#cards > li").nth(before)).to_be_visible()
    assert titles(page) == [f"Test data, number {number:03}" for number in range(1, MANY, 2)]


# The address


def test_the_filter_lives_in_the_address_and_survives_reload_and_back(page: Page, few: str) -> None:
    page.goto(few + "stories/")
    form(page).get_by_label("State").select_option("Florida")
    says(page, told(state="Florida"))
    form(page).get_by_label("Theme").select_option("family voice")
    assert page.url == few + "stories/?theme=family%20voice&state=Florida"
    says(page, told("family voice", "Florida"))
    page.reload()
    says(page, told("family voice", "Florida"))
    expect(form(page).get_by_label("Theme")).to_have_value("family voice")
    page.go_back()
    says(page, told(state="Florida"))
    expect(form(page).get_by_label("Theme")).to_have_value("")
    page.go_back()
    says(page, told())
    assert len(titles(page)) == len(STORIES)
    page.go_forward()
    says(page, told(state="Florida"))


def test_back_from_a_story_gives_the_filtered_list_again(page: Page, few: str) -> None:
    page.goto(few + "stories/?state=Tennessee")
    says(page, told(state="Tennessee"))
    page.locator("#cards a").first.click()
    expect(page.locator(".page--story")).to_be_visible()
    page.go_back()
    says(page, told(state="Tennessee"))


def test_values_passed_with_the_arrow_keys_leave_one_step_back(page: Page, few: str) -> None:
    page.goto(few + "stories/")
    form(page).get_by_label("State").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(form(page).get_by_label("State")).to_have_value("Massachusetts")
    says(page, told(state="Massachusetts"))
    page.go_back()
    says(page, told())


@pytest.mark.parametrize("query", ["?state=Atlantis", "?nothing=1", "?theme=%3Cscript%3E&state="])
def test_an_address_with_values_that_nothing_has_shows_the_whole_list(page: Page, few: str, query: str) -> None:
    page.goto(few + "stories/" + query)
    says(page, told())
    assert len(titles(page)) == len(STORIES)


# Where nothing matches, where nothing loads, and without a script


def test_where_nothing_matches_each_filter_can_be_left_out_by_keyboard(page: Page, few: str) -> None:
    page.goto(few + "stories/?theme=grading&state=Florida")
    says(page, "0 stories")
    expect(page.get_by_text("No story has all of that.")).to_be_visible()
    page.get_by_role("button", name=f"State: Florida ({told('grading').split()[0]} without it)").press("Enter")
    says(page, told("grading"))
    assert page.url == few + "stories/?theme=grading"
    expect(form(page).get_by_label("State")).to_be_focused()
    expect(page.get_by_text("No story has all of that.")).to_be_hidden()
    page.get_by_role("button", name="Clear the filters").press("Enter")
    says(page, told())
    assert page.url == few + "stories/"
    expect(form(page).get_by_label("Theme")).to_be_focused()


def test_no_index_loads_before_the_first_use(page: Page, many: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(many)))
    page.goto(many + "stories/", wait_until="networkidle")
    assert not [path for path in asked if path.endswith(".json") or path.startswith(("stories/page/", "pagefind/"))]
    form(page).get_by_label("State").select_option("Utah")
    says(page, "1 story")
    assert [path for path in asked if path.startswith("stories/page/")] == ["stories/page/4/"]
    assert not [path for path in asked if path.startswith("pagefind/")]


def test_without_the_index_the_list_stays_and_a_later_try_mends_it(page: Page, few: str) -> None:
    page.route("**/find.json", lambda route: route.abort())
    page.goto(few + "stories/?state=Florida")
    says(page, "The filters can’t be loaded just now. The whole list is below.")
    assert len(titles(page)) == len(STORIES)
    page.unroute("**/find.json")
    form(page).get_by_label("Theme").select_option("beliefs")
    says(page, told("beliefs", "Florida"))


def test_without_javascript_no_dead_filter_shows_and_themes_and_states_lead_on(chromium: Browser, few: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": NARROW, "height": 720})
    page = context.new_page()
    page.goto(few + "stories/")
    expect(page.locator("select:visible")).to_have_count(0)
    page.get_by_role("link", name=f"Policy ({told('policy').split()[0]})").click()
    assert page.url == few + "stories/themes/policy/"
    page.goto(few + "stories/")
    page.locator(".map").get_by_role("link", name=f"Florida: {told(state='Florida')}").click()
    assert page.url == few + "stories/states/florida/"
    assert len(titles(page)) == int(told(state="Florida").split()[0])
    page.goto(few + "activities/")
    expect(page.locator("select:visible")).to_have_count(0)
    assert len(titles(page)) == 4
    context.close()


# The map


def test_a_state_on_the_map_leads_to_its_stories_by_keyboard(page: Page, few: str) -> None:
    page.goto(few + "stories/")
    state = page.locator(".map").get_by_role("link", name=f"Tennessee: {told(state='Tennessee')}")
    state.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/?state=Tennessee#find")
    says(page, told(state="Tennessee"))


def test_the_map_and_its_list_say_the_same(page: Page, few: str) -> None:
    page.goto(few + "stories/")
    drawn = [str(link.get_attribute("aria-label")) for link in page.locator(".map a.map__state").all()]
    tags = page.locator("section:has(> #by-state) #by-state + .tn-tags a").all_inner_texts()
    assert sorted(drawn) == [tag.replace(" (", ": ").replace(")", " stories") for tag in tags]
    page.get_by_role("link", name="The same as a list").click()
    expect(page.locator(":target")).to_have_text("By state")


def test_a_state_on_the_map_is_large_enough_to_touch_on_a_narrow_screen(page: Page, few: str) -> None:
    page.set_viewport_size({"width": NARROW, "height": 720})
    page.goto(few + "stories/")
    for tile in page.locator(".map__state rect").all():
        box = tile.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24


# Search


def test_search_results_filter_by_the_kind_of_story_and_carry_its_label(page: Page, few: str) -> None:
    page.goto(few)
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Words to look for").fill("students")
    expect(dialog.get_by_role("status")).to_contain_text("for “students”")
    dialog.get_by_label("Told as").focus()
    expect(dialog.get_by_label("Told as").locator("option").last).to_contain_text("(")
    offered = dialog.get_by_label("Told as").locator("option").filter(has_text="Illustrative").inner_text()
    number = offered.split("(")[1].rstrip(")")
    dialog.get_by_label("Told as").select_option("Illustrative")
    expect(dialog.get_by_role("status")).to_have_text(f"{number} results for “students”")
    for hit in dialog.locator(".hit").all():
        expect(hit.locator(".hit__kicker")).to_contain_text("Story · ")
        expect(hit.locator(".tn-label")).to_contain_text("Illustrative story")


def test_the_numbers_beside_the_filters_load_when_a_reader_reaches_for_them_and_leave_the_results_alone(
    page: Page, many: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(many)))
    page.goto(many)
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Words to look for").fill("number")
    expect(dialog.locator(".hit").first).to_be_visible()
    assert dialog.get_by_label("State").locator("option").all_inner_texts() == ["All", "Ohio", "Texas", "Utah"]
    assert not [path for path in asked if path.endswith(".pf_filter")]
    dialog.get_by_role("button", name="Show more").click()
    expect(dialog.locator(".hit")).to_have_count(16)
    dialog.locator("summary").focus()
    expect(dialog.get_by_label("State").locator("option").last).to_have_text("Utah (1)")
    expect(dialog.locator(".hit")).to_have_count(16)
    dialog.get_by_label("State").select_option("Utah")
    expect(dialog.get_by_role("status")).to_have_text("1 result for “number”")


def test_small_words_are_not_looked_for_except_in_an_exact_phrase(page: Page, many: str) -> None:
    page.goto(many)
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    words, said = dialog.get_by_label("Words to look for"), dialog.get_by_role("status")
    words.fill("what is the")
    expect(said).to_have_text("Those words stand on nearly every page. Add one that says more.")
    words.fill("what is the number")
    expect(said).to_have_text(f"{MANY} results for “what is the number”")
    words.fill('"the number"')
    expect(said).to_have_text("No page has “the number”.")


# Barriers


@pytest.mark.parametrize("look", [*itertools.product(["light", "dark"], [1280, NARROW])], ids=str)
@pytest.mark.parametrize("place", ["stories/?state=Florida", "stories/?theme=grading&state=Florida", "activities/?group=pairs"])
def test_axe_finds_no_barrier_in_a_filtered_list(page: Page, few: str, axe: str, place: str, look: Look) -> None:
    scheme, width = look
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(few + place)
    expect(page.get_by_role("button", name="Clear the filters")).to_be_visible()
    assert barriers(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_whole_filter_works_by_tab_and_arrow_keys_with_the_focus_in_sight(page: Page, few: str) -> None:
    page.set_viewport_size({"width": NARROW, "height": 720})
    page.goto(few + "stories/")
    form(page).get_by_label("Theme").focus()
    for label in ("Theme", "Told by", "State", "Grades", "Kind of story"):
        expect(form(page).get_by_label(label)).to_be_focused()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#cards') !== null")


def test_the_arc_of_a_toolkit_is_a_picture_with_words_and_to_scale(page: Page, few: str) -> None:
    page.goto(few + TOOLKIT)
    picture = page.get_by_role("img", name="4 activities along 2 hours 35 minutes: A1 Look closely, 20 minutes, pairs;")
    expect(picture).to_be_visible()
    boxes = [arch.bounding_box() for arch in page.locator(".arc__arch").all()]
    ends = [(box["x"], box["x"] + box["width"]) for box in boxes if box]
    assert ends == sorted(ends)
    first, fourth = (end - start for start, end in (ends[0], ends[3]))
    assert fourth / first == pytest.approx(60 / 20, rel=0.1)


def test_a_story_leads_on_to_stories_like_it_and_never_to_itself(page: Page, few: str) -> None:
    page.goto(few + STORY)
    like = page.locator(".tn-next .tn-card__title a[href*='../']").all_inner_texts()
    assert like and STORY_TITLE not in like
    expect(page.get_by_role("heading", name="Stories like this one")).to_be_visible()


def test_the_home_page_lets_a_story_speak_with_its_label_before_the_passage(page: Page, few: str) -> None:
    page.goto(few)
    feature = page.locator(".tn-feature")
    label, passage = feature.locator(".tn-label"), feature.locator("blockquote")
    expect(label).to_contain_text("No real person told it.")
    above, below = label.bounding_box(), passage.bounding_box()
    assert above
    assert below
    assert above["y"] < below["y"]
