"""`source` of a statement: interview or practice, the claims it builds on, and what is its authors' own."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

from pydantic import Discriminator, Field, Tag

from samskab_cli.model.content import MANY, Content, LocalText

ClaimId = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9]{0,15}$")]


class SourceKind(StrEnum):
    """Who says it."""

    INTERVIEW = "interview"
    PRACTICE = "practice"


class Source(Content):
    """What a statement builds on, and what its authors made of it."""

    kind: Annotated[SourceKind, Field(strict=False)]
    """`interview`: somebody said it; `practice`: it is common practice, and the claims only touch on it."""
    claims: Annotated[tuple[ClaimId, ...], MANY] = ()
    """Numbers of claims in the list that the set was made from, as C34."""
    ours: LocalText | None = None
    """What the authors of the set made more precise, or added."""


_KEYS: Final = "source: keys"
_TEXT: Final = "source: text"
SOURCE_TAGS: Final = frozenset({_KEYS, _TEXT})
"""What pydantic puts into the path of an error for the form that was tried; no part of the file."""


def _form(source: object) -> str:
    return _TEXT if isinstance(source, str) else _KEYS


AnySource = Annotated[Annotated[Source, Tag(_KEYS)] | Annotated[str, Tag(_TEXT)], Discriminator(_form)]
"""A source in keys, or in one text as one likes."""
