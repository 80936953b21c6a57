"""What the form for stories is made of: steps, their sections, the fields in them, and the advice beside those."""

from dataclasses import dataclass

Kinds = tuple[str, ...]  # of stories; none stands for all


@dataclass(frozen=True)
class Field:
    """One thing to fill in. `widget` is line, lines, text, date, address, choice, list or many; `choices` are (value, words)
    in groups, each with its name. `kinds` are the kinds of stories that it is asked of."""

    name: str
    question: str
    hint: str
    widget: str
    needed: bool = False
    most: int = 0
    choices: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = ()
    kinds: Kinds = ()

    @property
    def optional(self) -> bool:
        """Whether the writer may leave it out; consent is another matter: it is filled in with the editors."""
        return not self.needed and not self.name.startswith("consent.")


@dataclass(frozen=True)
class Advice:
    """A paragraph beside the fields; `kinds` are the kinds of stories that it is for."""

    words: str
    kinds: Kinds = ()


@dataclass(frozen=True)
class Fieldset:
    """A section of the form: its title, advice beside it, and its fields."""

    title: str
    advice: tuple[Advice, ...]
    fields: tuple[Field, ...]

    @property
    def kinds(self) -> Kinds:
        """The kinds of stories that all of it is for."""
        found = {field.kinds for field in self.fields}
        return found.pop() if len(found) == 1 else ()


@dataclass(frozen=True)
class Step:
    """What a narrow screen shows at a time: a few sections."""

    title: str
    parts: tuple[Fieldset, ...]

    @property
    def kinds(self) -> Kinds:
        """The kinds of stories that all of it is for."""
        found = {part.kinds for part in self.parts}
        return found.pop() if len(found) == 1 else ()
