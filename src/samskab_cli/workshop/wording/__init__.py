"""The words that `assess` says to a room: one catalogue a language."""

from __future__ import annotations

from samskab_cli.workshop.wording.catalogue import Words
from samskab_cli.workshop.wording.danish import DANISH
from samskab_cli.workshop.wording.english import ENGLISH

__all__ = ["Words", "words"]

_CATALOGUES = {catalogue.language: catalogue for catalogue in (DANISH, ENGLISH)}


def words(language: str) -> Words:
    """The catalogue of a language; KeyError for one without."""
    return _CATALOGUES[language]
