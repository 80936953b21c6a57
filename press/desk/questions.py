"""Turns a person's answers, on a terminal or as flags, into the fields of a new manuscript; what is wrong is said at once."""

import argparse
import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, get_args, get_origin

from pydantic import BaseModel

from press.checks.reading import near
from press.library import validation
from press.library.model import Activity, Consent, Story, values_of
from press.manuscript.source import Value

Ask = Callable[[str], str]


class Question(NamedTuple):
    """A field to be asked for: what it says, the values it may have, whether it takes several."""

    field: str
    says: str
    choices: tuple[str, ...]
    many: bool
    is_date: bool
    model: type[BaseModel]

    @property
    def flag(self) -> str:
        """The field as a flag of the command line."""
        return f"--{self.field.replace('_', '-')}"

    def read(self, text: str) -> Value:
        """An answer as the model takes it; numbers stand for choices."""
        parts = [part.strip() for part in text.split(",")] if self.many else [text.strip()]
        words = [self._chosen(" ".join(part.split())) for part in parts if part]
        return list(words) if self.many else words[0] if words else ""

    def _chosen(self, word: str) -> str:
        if word.isdecimal() and 0 < int(word) <= len(self.choices):
            return self.choices[int(word) - 1]
        return next((choice for choice in self.choices if choice.casefold() == word.casefold()), word)

    def fault(self, value: Value) -> str:
        """What is wrong with an answer and how to mend it; empty where nothing is."""
        found = validation.of_given(self.model, {self.field: value})
        if not found and self.field == "activities" and isinstance(value, list):
            for name in value:
                if name not in self.choices:
                    meant = near(str(name), self.choices)
                    return f"There is no activity of this name. {f'Did you mean {meant}?' if meant else 'Choose from the list.'}"
        return " ".join(found[0]) if found else ""


_LATER = ("pictures", "aliases", "consent", "published", "minutes_note")


def of_story(activities: tuple[str, ...]) -> tuple[Question, ...]:
    """The questions for a new story; `activities` are the project's."""
    fields = [
        _question(Story, name, activities if name == "activities" else ()) for name in Story.model_fields if name not in _LATER
    ]
    return (*fields, *(_question(Consent, name) for name in Consent.model_fields))


def of_activity() -> tuple[Question, ...]:
    """The questions for a new activity."""
    return tuple(_question(Activity, name) for name in Activity.model_fields if name not in _LATER)


def _question(model: type[BaseModel], name: str, choices: tuple[str, ...] = ()) -> Question:
    info = model.model_fields[name]
    many = any(get_origin(part) is list for part in (info.annotation, *get_args(info.annotation)))
    says = (info.description or "").replace("`", "")
    listed = choices or tuple(values_of(info))
    return Question(name, says[:1].upper() + says[1:], listed, many, info.annotation is datetime.date, model)


def needless(question: Question, answers: Mapping[str, Value]) -> bool:
    """Whether the answers so far make a question pointless: a story that nobody told has no teller."""
    kind, shown = answers.get("kind"), answers.get("attribution")
    if question.model is Consent or question.field == "attribution":
        return kind == "illustrative"
    if question.field == "author":
        return kind == "illustrative" or shown == "anonymous"
    if question.field == "interviewer":
        return kind != "interview"
    if question.field in ("school", "profile"):
        return shown != "named"
    return question.field in ("smallest", "largest") and answers.get("group") != "small group"


def add_flags(parser: argparse.ArgumentParser, questions: tuple[Question, ...]) -> None:
    """A flag for each question; a percent sign would be argparse's own."""
    for question in questions:
        several = " Several with commas between them." if question.many else ""
        parser.add_argument(question.flag, metavar="…", help=(question.says + several).replace("%", "%%"))


def from_flags(given: argparse.Namespace, questions: tuple[Question, ...]) -> tuple[dict[str, Value], list[str]]:
    """The answers that flags give, and what is wrong with them."""
    answers: dict[str, Value] = {}
    faults = []
    for question in questions:
        text = getattr(given, question.field)
        if text is not None and (value := question.read(text)):
            answers[question.field] = value
            if fault := question.fault(value):
                faults.append(f"{question.flag}: {fault}")
    return answers, faults


def from_person(questions: tuple[Question, ...], answers: dict[str, Value], ask: Ask, tell: Callable[[str], None]) -> None:
    """Ask for what `answers` lack, until each answer can be used; an empty one leaves the field for later."""
    for question in questions:
        if question.field in answers or needless(question, answers):
            continue
        tell(f"\n{question.says}")
        for line in _menu(question.choices):
            tell(line)
        while text := ask(_prompt(question)).strip():
            value = question.read(text)
            fault = question.fault(value)
            if not fault:
                answers[question.field] = value
                break
            tell(fault)


def _prompt(question: Question) -> str:
    name = question.field.replace("_", " ").capitalize()
    if question.choices:
        return f"{name} ({'numbers or words, commas between them' if question.many else 'number or word'}): "
    how = "year-month-day" if question.is_date else "commas between them" if question.many else ""
    return f"{name}{f' ({how})' if how else ''}: "


def _menu(choices: tuple[str, ...]) -> Iterator[str]:
    """The choices with their numbers, several to a line where they are many and short."""
    cells = [f"{number:>3} {choice}" for number, choice in enumerate(choices, 1)]
    wide = max(map(len, cells), default=0) + 2
    across = max(1, 80 // wide) if len(cells) > 15 else 1
    for start in range(0, len(cells), across):
        yield "".join(cell.ljust(wide) for cell in cells[start : start + across]).rstrip()
