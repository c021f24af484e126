"""Voting cards to print: one A4 sheet a person, a card an answer, marked with the sign of the person's side."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final, NamedTuple

from samskab_cli.fielding.form import Form
from samskab_cli.fielding.print_template import rendered
from samskab_cli.model.question_set import SIDE_SIGNS, Side

UNSURE_KEY: Final = "v"
NOT_RELEVANT_KEY: Final = "i"


class Card(NamedTuple):
    """One card."""

    sign: str
    """Read from the other end of the room."""
    label: str
    key: str
    """What is typed for it in `samskab assess`."""


class Deck(NamedTuple):
    """The cards of one side."""

    side: str = ""
    """Empty where the set has no roles."""
    sign: str = ""
    """As screens and reports draw the side; empty where there are more sides than signs."""


def voting_cards(form: Form) -> str:
    """One self-contained HTML page in the form's language: a sheet a side, two sheets where the scale is long."""
    sides = zip_longest(form.question_set.all_sides, SIDE_SIGNS[: len(form.question_set.all_sides)], fillvalue="")
    decks = [Deck(form.text(side.label), sign) for side, sign in sides if isinstance(side, Side)] or [Deck()]
    return rendered("cards.html.j2", form, cards=_cards(form), decks=decks)


def _cards(form: Form) -> list[Card]:
    one_digit = all(len(option.code) == 1 for option in form.options)
    on_the_scale = [
        Card(option.code, form.text(option.label), option.code if one_digit else str(position % 10))
        for position, option in enumerate(form.options, start=1)
    ]
    scale = form.scale
    others = ((scale.unsure, "?", UNSURE_KEY), (scale.not_relevant, "–", NOT_RELEVANT_KEY))
    return [*on_the_scale, *(Card(sign, form.text(other.label), key) for other, sign, key in others if other)]
