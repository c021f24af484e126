"""Which key is which answer: the options' values where these are 0…9, else their positions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samskab_cli.model.question_set import ResponseScale
from samskab_cli.model.session_lines import State

UNSURE_KEY: Final = "v"
NOT_RELEVANT_KEY: Final = "i"


@dataclass(frozen=True)
class AnswerKeys:
    """The keys of a scale; the same in every language, so that a facilitator's fingers know them."""

    values: Mapping[str, int]
    """Key → value, lowest option first."""

    @classmethod
    def of(cls, scale: ResponseScale) -> AnswerKeys:
        """The keys of this scale's options."""
        if scale.minimum >= 0 and scale.maximum <= 9:
            return cls({str(value): value for value in scale.values})
        return cls({str(place % 10): value for place, value in enumerate(scale.values, start=1)})

    def read(self, key: str) -> int | State | None:
        """The answer that a key stands for; None where it stands for none."""
        others: dict[str, State] = {UNSURE_KEY: "unsure", NOT_RELEVANT_KEY: "not_relevant"}
        return others.get(key.casefold()) or self.values.get(key)

    def key_of(self, answer: int | State) -> str:
        """The key of an answer."""
        if isinstance(answer, str):
            return UNSURE_KEY if answer == "unsure" else NOT_RELEVANT_KEY
        return next(key for key, value in self.values.items() if value == answer)
