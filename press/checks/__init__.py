"""Turns a library into its problems: `CHECKS` is the table of what is looked for, one row a rule."""

import datetime
from collections.abc import Callable, Iterator
from typing import NamedTuple

from press.checks import (
    aliases,
    consent,
    dates,
    detours,
    headings,
    html,
    images,
    left_behind,
    links,
    marks,
    minutes,
    missing_glyphs,
    names,
    pasted,
    personal_data,
    picture_data,
    places,
    plain_language,
    quotations,
    recognition,
    sections,
    sensitive,
    sheet,
    site_file,
    synonyms,
    traits,
    unfinished,
    write_lines,
)
from press.library.load import Library
from press.manuscript.problem import Problem


class Check(NamedTuple):
    """A rule's id, as it stands in brackets after a message; the function that looks; and what it asks for."""

    rule: str
    find: Callable[[Library, datetime.date], Iterator[Problem]]
    asks: str


CHECKS = (
    Check("consent", consent.real_stories_have_consent, "A real story has consent that is dated, in force and for each channel."),
    Check("dates", dates.dates_can_be_true, "A story's dates can be true, and none lies ahead unnoticed."),
    Check("attribution", consent.attribution_is_kept, "A story shows no more of its teller than its attribution allows."),
    Check("illustrative", consent.illustrative_stories_have_no_teller, "A story that nobody told has no teller and no consent."),
    Check("personal-data", personal_data.texts_hold_no_personal_data, "No address, phone or ID number stands in a text."),
    Check("place", places.unnamed_stories_name_no_place, "The story of an unnamed teller names no place finer than a state."),
    Check("recognition", recognition.nothing_tells_who_is_meant, "Nothing in a story tells which student or colleague is meant."),
    Check("traits", traits.traits_do_not_add_up, "An unnamed teller's traits don't add up to one person."),
    Check("content-notes", sensitive.sensitive_stories_say_so_first, "A story with sensitive words has a content note."),
    Check("quotations", quotations.quotations_have_source_and_ground, "A story's quotations have a source and a ground for use."),
    Check("picture-data", picture_data.pictures_hold_no_place_or_owner, "A picture opens, and tells no place or owner."),
    Check("minutes", minutes.steps_add_up, "Each step of an activity gives its minutes, and they add up."),
    Check("group", minutes.small_groups_have_a_size, "A small group has a smallest and a largest size."),
    Check("sections", sections.sections_are_whole_and_in_order, "An activity and a toolkit have all their sections, in order."),
    Check("sheet", sheet.sheet_marks_are_pairs, "What is marked for the participant's sheet begins and ends in one step."),
    Check("kit", sheet.kits_say_how_many, "Each part of an activity's kit says how many a group needs."),
    Check("tools", sheet.sheets_show_what_steps_name, "The participant's sheet shows what its steps tell people to use."),
    Check("write-lines", write_lines.write_lines_can_be_set, "What asks people to write says what, and on how many lines."),
    Check("headings", headings.headings_step_down_one_by_one, "Headings start at ##, skip no level, and have words."),
    Check("unfinished", unfinished.all_parts_are_written, "No part is still to be written."),
    Check("pasted", pasted.pasted_lines_are_plain, "Pasted text is a paragraph, a list or a heading, as it was meant."),
    Check(
        "left-behind",
        left_behind.nothing_of_other_programs_is_left,
        "No mark that another program left would be shown as it stands.",
    ),
    Check("marks", marks.marks_are_understood, "No mark stays in the text that the site makes nothing of."),
    Check("alt-text", images.images_have_alt_text, "Each picture has words for those who can't see it."),
    Check("pictures", images.pictures_are_listed_and_lie_beside, "A picture lies beside its manuscript; a story lists it."),
    Check("people", images.people_in_pictures_agreed, "People who can be seen in a picture have agreed to it."),
    Check("unused-picture", images.pictures_are_shown, "Each picture file is shown by a manuscript."),
    Check("signs", missing_glyphs.handouts_have_every_sign, "The handouts' fonts have every sign of what is printed."),
    Check("links", links.links_lead_to_published_pages, "Each link leads to a page, picture or heading that is published."),
    Check(
        "detours", detours.addresses_lead_straight_to_their_page, "A web address leads straight to a page that everyone can read."
    ),
    Check("html", html.manuscripts_hold_no_html, "No HTML but the marks that the press knows."),
    Check("excerpt", html.excerpt_marks_are_a_pair, "A story's excerpt has one beginning and one end."),
    Check("activities", names.listed_activities_exist, "Toolkits and stories list activities that exist, once each."),
    Check("listed", names.activities_are_listed, "Each activity is listed by its toolkit."),
    Check("names", names.names_are_plain, "Names of files and folders have small letters, digits and hyphens."),
    Check("addresses", names.addresses_are_unlike, "No two files share an address on the site."),
    Check("aliases", aliases.old_addresses_are_free, "An old address leads to one page, and no page has it today."),
    Check("moved", aliases.moved_pages_keep_their_addresses, "A page that was renamed lists its old address."),
    Check(
        "site-file", site_file.site_file_is_sound, "The site's own file, mkdocs.yml, can be used, and its menu leads to pages."
    ),
    Check("synonyms", synonyms.synonyms_say_what_stands_for_what, "synonyms.txt says what stands for what, a line for each."),
    Check("letters", names.letters_are_unlike, "No two toolkits have one letter."),
    Check("sentences", plain_language.sentences_are_short, "No sentence has more than 30 words."),
    Check("jargon", plain_language.words_are_explained, "Glossary words are linked; jargon and short forms are explained."),
)


def run(library: Library, today: datetime.date) -> tuple[Problem, ...]:
    """All that is wrong with `library` on the day `today`, what was found on reading it included; by path and line."""
    found = set(library.problems)
    for check in CHECKS:
        found.update(check.find(library, today))
    return tuple(sorted(found))
