"""Voting cards to print: one A4 sheet a person, a card an answer."""

from __future__ import annotations

from typing import Final, NamedTuple

from samskab_cli.fielding.form import Form
from samskab_cli.fielding.page import rendered

UNSURE_KEY: Final = "v"
NOT_RELEVANT_KEY: Final = "i"


class Card(NamedTuple):
    """One card."""

    sign: str
    """Read from the other end of the room."""
    label: str
    key: str
    """What is typed for it in `samskab assess`."""


def voting_cards(form: Form) -> str:
    """One self-contained HTML page in the form's language: a sheet of cards, two sheets where the scale is long."""
    return rendered("cards.html.j2", form, cards=_cards(form))


def _cards(form: Form) -> list[Card]:
    one_digit = all(len(option.code) == 1 for option in form.options)
    on_the_scale = [
        Card(option.code, form.text(option.label), option.code if one_digit else str(position % 10))
        for position, option in enumerate(form.options, start=1)
    ]
    unsure, not_relevant = form.others
    return [
        *on_the_scale,
        Card("?", form.text(unsure.label), UNSURE_KEY),
        Card("–", form.text(not_relevant.label), NOT_RELEVANT_KEY),
    ]
