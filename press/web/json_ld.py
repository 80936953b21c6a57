"""Says in schema.org's words what a page is, for search engines and catalogs of teaching materials."""

import json
from collections.abc import Mapping
from typing import Any

from press.library.model import Activity, Story, Toolkit

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
_FREE = {"@context": "https://schema.org", "inLanguage": "en-US", "isAccessibleForFree": True}
_LESSON = {**_FREE, "@type": "LearningResource", "license": LICENSE}


def toolkit(fields: Toolkit) -> dict[str, Any]:
    """A toolkit as a LearningResource (https://schema.org/LearningResource)."""
    return {**_LESSON, "name": fields.title, "description": fields.summary, "learningResourceType": "Toolkit"}


def activity(fields: Activity) -> dict[str, Any]:
    """An activity as a LearningResource, with the time it takes as an ISO 8601 duration."""
    return {
        **_LESSON,
        "name": fields.title,
        "description": fields.purpose,
        "learningResourceType": "Activity",
        "timeRequired": f"PT{fields.minutes}M",
        "keywords": fields.themes,
        "audience": [{"@type": "EducationalAudience", "educationalRole": role} for role in fields.roles],
    }


def story(fields: Story) -> dict[str, Any]:
    """A story as an Article. Its author is the name the teller agreed to, or nobody; never the school or the state.

    A page is named only where the teller is: the model allows a profile there alone. The label goes before the summary.
    """
    about = {
        **_FREE,
        "@type": "Article",
        "headline": fields.title,
        "description": f"{fields.label} {fields.summary}".strip(),
        "datePublished": fields.published.isoformat(),
        "keywords": fields.themes,
    }
    if fields.author:
        about["author"] = {"@type": "Person", "name": fields.author} | ({"url": fields.profile} if fields.profile else {})
    helped = {"contributor": fields.interviewer, "translator": fields.translator, "editor": fields.editor}
    about |= {part: {"@type": "Person", "name": name} for part, name in helped.items() if name}
    if fields.kind == "illustrative":  # a real person's story stays theirs
        about["license"] = LICENSE
    return about


def script(about: Mapping[str, Any], url: str, publisher: str) -> str:
    """`about` the page at `url` as JSON to stand within a script element: no title can end it."""
    whole = {**about, "url": url, "publisher": {"@type": "Organization", "name": publisher}}
    text = json.dumps(whole, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
