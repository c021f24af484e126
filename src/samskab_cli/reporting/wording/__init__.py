"""The words of every report: one catalogue a language."""

from __future__ import annotations

from samskab_cli.reporting.wording.catalogue import Plural, Wording
from samskab_cli.reporting.wording.danish import DANISH
from samskab_cli.reporting.wording.english import ENGLISH

__all__ = ["LANGUAGES", "Plural", "Wording", "wording"]

_CATALOGUES = {catalogue.language: catalogue for catalogue in (DANISH, ENGLISH)}
LANGUAGES = tuple(_CATALOGUES)
"""The languages of reports, the default first."""


def wording(language: str) -> Wording:
    """The catalogue of a language; KeyError for one without."""
    return _CATALOGUES[language]
