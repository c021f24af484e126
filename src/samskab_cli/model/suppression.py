"""`Reason` why something isn't shown (few people, unanimous, protects another), `SideLevel`."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why something is withheld."""

    MIN_GROUP = "min_group"
    """It is about fewer people than the smallest group that is shown."""
    PROTECTS_ANOTHER = "protects_another"
    """Complementary suppression: it is large enough itself, but a smaller group could be computed from it."""
    REST_UNANIMOUS = "rest_unanimous"
    """All who aren't in a shown side, but at most one, gave the same answer: subtracting would tell what each said."""


class SideLevel(StrEnum):
    """How finely a result tells sides apart; one result shows one level."""

    FINE = "fine"
    COARSE = "coarse"
    """By the set's `coarse_sides`."""
    NONE = "none"
    """No side is shown."""
