"""What every target asks: sections of statements, roles, answers to choose from, in one language, whole or quick."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from samskab_cli.fielding.wording import form_words
from samskab_cli.model.content import LocalText
from samskab_cli.model.question_set import Dimension, Item, QuestionSet, ResponseScale, Role

RESPONDENT: Final = "respondent"
"""The column of somebody's number in answer files."""
_ROLE: Final = {"da": "rolle"}
_ROLE_ELSEWHERE: Final = "role"


class Choice(NamedTuple):
    """One answer that can be given."""

    code: str
    """What answer files hold: a number of the scale, or the code of unsure or not relevant."""
    label: LocalText


class Section(NamedTuple):
    """A dimension with its items that are asked."""

    number: int
    """From 1."""
    dimension: Dimension
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Form:
    """A question set as it is handed out."""

    question_set: QuestionSet
    language: str
    """The language, or the first of several."""
    quick: bool = False
    """Only the items of the short version."""
    matter: str | None = None
    """What it is asked about."""
    municipality: str | None = None

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """All languages of the set, the chosen one first: for targets that let people choose."""
        others = tuple(language for language in self.question_set.languages if language != self.language)
        return (self.language, *others)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The dimensions of which something is asked, in question order."""
        asked = self.question_set.items_asked(quick=self.quick)
        found = (
            (dimension, tuple(item for item in dimension.items if item in asked))
            for dimension in self.question_set.dimensions
        )
        kept = [(dimension, items) for dimension, items in found if items]
        return tuple(Section(number, dimension, items) for number, (dimension, items) in enumerate(kept, start=1))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items that are asked, in question order."""
        return tuple(item for section in self.sections for item in section.items)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Item id → its number on paper, from 1: ids are words, and a word before a statement colours its answer."""
        return {item.id: number for number, item in enumerate(self.items, start=1)}

    @property
    def scale(self) -> ResponseScale:
        """What can be answered. Raises ValueError for a set that asks on several scales."""
        (scale,) = self.question_set.scales
        return scale

    @property
    def options(self) -> tuple[Choice, ...]:
        """The answers on the scale, lowest first."""
        return tuple(Choice(str(option.value), option.label) for option in self.scale.options)

    @property
    def others(self) -> tuple[Choice, ...]:
        """The answers outside the scale, as far as they can be given: unsure, not relevant."""
        return tuple(Choice(other.code, other.label) for other in self.scale.others)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Every answer, in the order in which they stand side by side."""
        return (*self.options, *self.others)

    @property
    def roles(self) -> tuple[Role, ...]:
        """What somebody can be; none where the set has no roles."""
        return self.question_set.roles

    @property
    def role_column(self) -> str:
        """The name of the question about the role: a heading that `samskab report` knows as such."""
        return _ROLE.get(self.language, _ROLE_ELSEWHERE)

    def role_title(self, language: str) -> str:
        """What the question about the role is headed with, a heading that is known too."""
        return _ROLE.get(language, _ROLE_ELSEWHERE).capitalize()

    @property
    def about_what(self) -> str:
        """The matter and the municipality in one line; empty where neither was said."""
        return " · ".join(text for text in (self.matter, self.municipality) if text)

    def about(self, language: str) -> tuple[str, ...]:
        """What is said first, a paragraph each: the issue, where one was said, and the set's own words."""
        matter = (f"{form_words(language).matter}: {self.about_what}",) if self.about_what else ()
        return (*matter, self.question_set.about.text(language))

    def anchors(self, item: Item) -> tuple[tuple[Choice, LocalText], ...]:
        """What an answer looks like in practice, where the item says it, lowest first."""
        return tuple(
            (choice, item.anchors[int(choice.code)]) for choice in self.options if int(choice.code) in item.anchors
        )

    def notes(self, item: Item, language: str) -> tuple[str, ...]:
        """What stands small at a statement where answers are read by their labels: its help, then its anchors.

        Never part of the question itself: its text, or its id, is the heading by which answers are known again.
        """
        helps = (item.help.text(language),) if item.help else ()
        anchors = (f"{choice.label.text(language)}: {text.text(language)}" for choice, text in self.anchors(item))
        return (*helps, *anchors)

    def notes_in_all(self, item: Item, separator: str) -> dict[str, str]:
        """The same in every language, as one text each."""
        return {language: separator.join(self.notes(item, language)) for language in self.languages}

    def not_asked_of(self, item: Item) -> tuple[Role, ...]:
        """The roles that an item isn't asked of."""
        return tuple(self.question_set.role_by_id[role] for role in item.skip_roles)

    def text(self, content: LocalText) -> str:
        """A text in the form's language."""
        return content.text(self.language)


def local(content: LocalText, languages: tuple[str, ...]) -> dict[str, str]:
    """A text in each of these languages."""
    return {language: content.text(language) for language in languages}
