"""Base model of question sets: strict keys, ids and names, texts in several languages (`LocalText`)."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel

ItemId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]{1,7}$")]
"""Survives the column names of every survey system."""
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
Points = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]


class Content(BaseModel):
    """Foreign content: frozen, strict (`no` is no text, `1.0` no whole number), unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


MANY = Field(strict=False)  # a YAML list becomes a tuple; its elements stay strict


class LocalText(RootModel[str | dict[Language, str]]):
    """A text that participants read: one string, or one a language."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    def text(self, language: str) -> str:
        """The text in a language; in the first it has, where it lacks that one: a room may read a set of another."""
        return self.root if isinstance(self.root, str) else self.root.get(language, next(iter(self.root.values())))

    @property
    def all(self) -> tuple[str, ...]:
        """The text in every language it has."""
        return (self.root,) if isinstance(self.root, str) else tuple(self.root.values())
