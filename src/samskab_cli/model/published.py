"""Base model of what is published as JSON: frozen, no keys beyond its own."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from samskab_cli.model.suppression import Reason

Count = Annotated[int, Field(ge=0)]


class Published(BaseModel):
    """A part of what is published; its JSON has these keys and no others."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Withheld(Published):
    """Stands in a figure's place."""

    withheld: Reason


Points = Annotated[float, Field(ge=0, le=100)]
Shown = Points | Withheld | None
"""A figure 0…100, the reason it is withheld, or null where there is none."""
