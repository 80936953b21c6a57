"""Says in which order the form for stories asks, in what words, and what stands beside the questions.

The fields, their choices and limits come from the schema (`steps`). A field that is asked for nowhere here comes in the last
part, so that a new field of the model is in the form at once.
"""

from press.web.form.parts import Advice, Kinds

PATH = "docs/contribute/write.md"  # the page that the form stands on
TEXT = "text"  # the story itself, which is no field of the front matter


REAL = ("first-person", "interview", "composite")  # the kinds that somebody told: these need a teller and consent

Part = tuple[str, tuple[Advice, ...], Kinds]  # its title, advice, and the names of its fields

STEPS: tuple[tuple[str, tuple[Part, ...]], ...] = (
    (
        "Kind of story",
        (
            (
                "What kind of story is it?",
                (
                    Advice("Say how the story came about. Readers are told, so nobody takes an example for a report."),
                    Advice(
                        "A real story needs the consent of whoever tells it, and goes to the editors in private. An illustrative "
                        "one may be proposed in public."
                    ),
                    Advice("What the form asks for follows from this. You can change it later, and nothing you typed is lost."),
                ),
                ("kind",),
            ),
        ),
    ),
    (
        "The story",
        (
            (
                "Your story",
                (
                    Advice(
                        "Your own story: tell what you saw, did or changed yourself, from where you stood. What a student lived "
                        "through is the student’s story: tell your part in it.",
                        ("first-person",),
                    ),
                    Advice(
                        "An interview: write what you were told, and let the teller read it before you send it.",
                        ("interview",),
                    ),
                    Advice(
                        "A composite: keep what several people told you, and leave out what points to one of them.",
                        ("composite",),
                    ),
                    Advice(
                        "An illustrative story: make up what could well happen. Take nothing from a real person’s life.",
                        ("illustrative",),
                    ),
                    Advice("Use no names but the teller’s. Leave out dates, ages, places and small numbers."),
                    Advice(
                        "Each line is a paragraph. The buttons above the story make a heading, a list, a quotation or a link of "
                        "what you choose. Lists and headings that you paste from a word processor stay what they are."
                    ),
                ),
                ("title", "summary", TEXT),
            ),
        ),
    ),
    (
        "Themes and students",
        (
            (
                "What it is about",
                (
                    Advice(
                        "Themes help readers find the story. The activities stand below it, for those who want to try something "
                        "next."
                    ),
                    Advice("A content note tells readers what is coming before the first line."),
                ),
                ("themes", "activities", "content_notes"),
            ),
            (
                "Students in it",
                (
                    Advice(
                        "Nobody should be able to point at a student, not even at your own school. If in doubt, leave the detail "
                        "out."
                    ),
                ),
                ("student_details",),
            ),
        ),
    ),
    (
        "Who tells it",
        (
            (
                "Where the teller stood",
                (
                    Advice(
                        "Role, state and grade band are enough. Anything finer, such as a city or a school, helps people guess "
                        "who is meant."
                    ),
                ),
                ("role", "state", "grades"),
            ),
            (
                "How the teller is shown",
                (
                    Advice(
                        "You decide how much of you is shown, and can take less later. What was printed or copied stays out "
                        "there.",
                        ("first-person",),
                    ),
                    Advice(
                        "The person who told it decides how much is shown, and can take less later. Ask, and choose nothing for "
                        "them. What was printed or copied stays out there.",
                        ("interview",),
                    ),
                    Advice(
                        "No single person told it, and its label says so. Show nobody whose account is in it without asking "
                        "them.",
                        ("composite",),
                    ),
                    Advice(
                        "Anonymous means no name, no school, no page about the teller. Then nothing of that kind may stand in "
                        "the file either."
                    ),
                ),
                ("attribution", "author", "school", "profile"),
            ),
        ),
    ),
    (
        "Consent",
        (
            (
                "Consent",
                (
                    Advice("It is your own story, so the consent is yours.", ("first-person",)),
                    Advice("The person who told it gives consent, not the one who wrote it down.", ("interview",)),
                    Advice("Everyone whose account is in it gives consent.", ("composite",)),
                    Advice(
                        "The editors ask for consent on paper, keep the form and give it a number. Have you no number yet? Leave "
                        "this part empty: the editors fill it in with you."
                    ),
                    Advice("Never make up a number. Never put the form itself, or anyone’s address, into the file."),
                ),
                ("consent.granted", "consent.channels", "consent.review_by", "consent.reason", "consent.evidence"),
            ),
        ),
    ),
    (
        "Look and send",
        (
            (
                "The last bits",
                (
                    Advice("Today’s date will do; the editors change it when the story appears."),
                    Advice("Whoever asked, translated or edited can be named, if they agreed. Never name a student."),
                ),
                ("published", "interviewer", "translator", "editor"),
            ),
        ),
    ),
)
QUESTIONS = {
    "kind": "Kind of story",
    "title": "Title",
    "summary": "One sentence that says what it is about",
    TEXT: "The story",
    "role": "Role of the teller",
    "state": "State",
    "grades": "Grades",
    "themes": "Themes",
    "activities": "Activities that go with it",
    "content_notes": "Content notes",
    "student_details": "Students",
    "attribution": "How the teller is shown",
    "author": "Name to show",
    "school": "School",
    "profile": "Page about the author",
    "consent.granted": "Day on the signed form",
    "consent.channels": "Where the story may appear",
    "consent.review_by": "Last day on which the consent holds",
    "consent.reason": "Why it holds for longer than three years",
    "consent.evidence": "Number from the editors",
    "published": "Day of first publication",
    "interviewer": "Who asked in the interview",
    "translator": "Who translated it",
    "editor": "Who edited it",
}
# What the form asks where something is left empty; "consent" stands for all of its fields.
REQUESTS = {
    "kind": "Which kind of story is it? Choose one.",
    "title": "What is the story called? Give it a title.",
    "summary": "What is it about? Say it in one sentence.",
    TEXT: "What happened? Write the story here, or paste it.",
    "themes": "Which themes does it have? Choose up to three.",
    "activities": "Which activities could a reader try next? Choose up to three.",
    "student_details": "Do students appear in it? Choose what fits.",
    "role": "Which role does the teller have? Choose one.",
    "state": "In which state was it? Choose one.",
    "grades": "Which grades is it about? Choose one.",
    "attribution": "How should readers see who tells it? Choose one.",
    "author": "Which name should readers see? Write it here.",
    "consent": "Is the consent signed? Then fill in this part. If not, leave it empty: the editors fill it in with you.",
    "consent.granted": "Which day stands on the signed form?",
    "consent.channels": "Where may the story appear? Choose one or both.",
    "consent.review_by": "Until which day does the consent hold?",
    "consent.reason": "The consent is for more than three years. Why? Say it in a few words, or choose an earlier last day.",
    "consent.evidence": "Which number did the editors give you?",
    "published": "On which day does it first appear? Today’s date will do.",
}
# Said instead of the model's description, where that only repeats the question.
HINTS = {
    "title": "Short, and in your own words.",
    "summary": "It stands on the story's card and in search results.",
    "role": "",
    "grades": "",
    "themes": "",
    "activities": "Choose what a reader could try after this story.",
    "author": "As readers will see it.",
    "school": "Only if the school agreed too.",
    "published": "",
    "interviewer": "If this person wishes to be named.",
    "translator": "If this person wishes to be named.",
    "editor": "If this person wishes to be named.",
    "consent.granted": "",
    "consent.review_by": "Then the story is hidden until the teller is asked again. At most three years after the form’s day.",
}
MEANINGS = {
    "kind": {
        "first-person": "You tell what you lived through yourself.",
        "interview": "Somebody told you, and agreed that you write it down.",
        "composite": "Made from several people’s real accounts.",
        "illustrative": "Made up as an example. Nobody real told it.",
    },
    "student_details": {
        "none": "No student appears.",
        "removed": "Students appear, and nothing points to any of them.",
        "composite": "Details of several students are mixed.",
    },
    "attribution": {
        "named": "With the full name.",
        "first-name": "With the first name alone.",
        "pseudonym": "With a name that is not the teller’s own.",
        "anonymous": "With no name at all.",
    },
    "consent.channels": {"web": "on this site", "print": "in printed handouts"},
}
# What is no question of its own: pictures have cards (theme/partials/write-pictures.html), and a new story has no old addresses.
LEFT_OUT = ("pictures", "consent", "aliases")
# The kinds of stories that a field is asked of, where that is not every kind.
OF_KINDS: dict[str, Kinds] = {
    **dict.fromkeys(("attribution", "author", "school", "profile"), REAL),
    "interviewer": ("interview",),
}
NEEDED_OF_TELLERS = ("attribution", "author")  # no part of the schema's list, since an illustrative story has neither
