"""Base model of what is published as JSON: frozen, no keys beyond its own."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Count = Annotated[int, Field(ge=0)]


class Published(BaseModel):
    """A part of what is published; its JSON has these keys and no others."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
