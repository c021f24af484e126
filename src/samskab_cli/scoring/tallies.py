"""Votes counted per role: nobody's answers belong together (scoring §3b)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from samskab_cli.model.answers import Tallies, Votes
from samskab_cli.model.findings import Figure, ItemFigure
from samskab_cli.model.judging import Gate
from samskab_cli.scoring.asked import Asked, Items
from samskab_cli.scoring.people import End, a_third_each
from samskab_cli.scoring.tolerance import at_least, below


@dataclass(frozen=True)
class RoleVotes:
    """What one role (or side) voted."""

    people: int
    """The largest number of them that was in the room, or voted on one item."""
    items: Mapping[str, ItemFigure]
    """The cells of each asked item."""

    @property
    def voted(self) -> bool:
        """Whether there is a vote on any item."""
        return any(figure.n + figure.unsure + figure.not_relevant for figure in self.items.values())


def role_votes(asked: Asked, tallies: Tallies, role: str) -> RoleVotes:
    """The cells of one role (or side) on each item: its votes, and what those who didn't vote mean."""
    votes = {item.id: _votes(asked, tallies, item.id, role) for item in asked.items}
    most_cast: dict[int, int] = defaultdict(int)
    for vote in votes.values():
        most_cast[vote.present] = max(most_cast[vote.present], vote.cast)
    people = {item: max(vote.present, most_cast[vote.present]) for item, vote in votes.items()}
    reached = {dimension: any(votes[item].cast for item in items) for dimension, items in asked.dimensions.items()}
    dimension_of = asked.question_set.dimension_of
    return RoleVotes(
        people=max([tallies.present.get(role, 0), *people.values()]),
        items={
            item: _cells(
                asked,
                item,
                vote,
                _Silent(
                    people[item] - vote.cast,
                    skipped=_skipped(asked, item, role),
                    reached=reached[dimension_of[item].id],
                ),
            )
            for item, vote in votes.items()
        },
    )


def _votes(asked: Asked, tallies: Tallies, item: str, role: str) -> Votes:
    """The role's votes on an item; where it didn't vote, those now in the room could have."""
    none = Votes(counts=(0,) * len(asked.question_set.scale.values), present=tallies.present.get(role, 0))
    return tallies.votes.get(item, {}).get(role, none)


def _skipped(asked: Asked, item: str, role: str) -> bool:
    """Whether the item isn't asked of the role, or of one of the roles that a side stands for."""
    question_set = asked.question_set
    stands_for = {role, *(r.id for r in question_set.roles if r.side == role)}
    return not stands_for.isdisjoint(question_set.item_by_id[item].skip_roles)


@dataclass(frozen=True)
class _Silent:
    """Those of a role who didn't vote on an item."""

    people: int
    skipped: bool
    """They weren't asked."""
    reached: bool
    """The role voted on something else of the dimension."""


def _cells(asked: Asked, item: str, vote: Votes, silent: _Silent) -> ItemFigure:
    """The cells of an item: the votes, and what those who didn't vote mean."""
    return ItemFigure(
        counts=vote.counts,
        unsure=vote.unsure,
        not_relevant=vote.not_relevant,
        not_asked=silent.people if silent.skipped else 0,
        not_reached=0 if silent.skipped or silent.reached else silent.people,
        blank=silent.people if silent.reached and not silent.skipped else 0,
        invalid=0,
        score=asked.mean_score(item, vote.counts),
    )


@dataclass(frozen=True)
class SomeVotes:
    """The votes of some roles, pooled."""

    asked: Asked
    roles: Sequence[RoleVotes]

    @property
    def respondents(self) -> int:
        """People of these roles."""
        return sum(role.people for role in self.roles)

    @cached_property
    def items(self) -> dict[str, ItemFigure]:
        """The cells of each asked item, of all these roles."""
        return {item.id: self._pooled(item.id) for item in self.asked.items}

    def figure(self, items: Items, *, total: bool) -> Figure:  # noqa: ARG002  # the votes' own share decides, of any group
        """Σ w·s / Σ w over the value votes, where they are enough of the applicable ones; lows and highs over those."""
        cells = {item: self.items[item] for item in items}
        applicable = self._weighed({item: figure.applicable for item, figure in cells.items()})
        if not applicable:
            not_reached = any(figure.not_reached for figure in cells.values())
            return Figure(None, 0.0, 100.0) if not_reached else Figure(None, None, None)
        values = self._weighed({item: figure.n for item, figure in cells.items()})
        points = self._weighed({item: (figure.score or 0.0) * figure.n for item, figure in cells.items()})
        enough = values > 0 and at_least(values / applicable, self.asked.question_set.min_answered)
        return Figure(
            score=min(points / values, 100.0) if enough else None,
            low=min(points / applicable, 100.0),
            high=min((points + 100 * (applicable - values)) / applicable, 100.0),
            n=max(figure.n for figure in cells.values()),
            members=max(figure.applicable for figure in cells.values()),
        )

    def spread(self, gate: Gate, weakest: Items, end: End) -> bool:
        """Whether, on one item of the weakest part, a third of at least five votes pass and a third fail."""
        return any(self._item_spread(gate, item, end) for item in weakest)

    def _item_spread(self, gate: Gate, item: str, end: End) -> bool:
        figure = self.items[item]
        scores = list(zip(self.asked.option_scores[item], figure.counts, strict=True))
        passing = sum(count for score, count in scores if at_least(score, gate.pass_at))
        failing = sum(count for score, count in scores if below(score, gate.fail_below))
        if end is End.SCORE:
            return a_third_each(figure.n, passing, failing)
        unknown = figure.applicable - figure.n
        bottom = 0.0 if end is End.LOW else 100.0
        passing += unknown if at_least(bottom, gate.pass_at) else 0
        failing += unknown if below(bottom, gate.fail_below) else 0
        return a_third_each(figure.applicable, passing, failing)

    def _weighed(self, numbers: Mapping[str, float]) -> float:
        weights = self.asked.question_set.item_by_id
        return sum(weights[item].weight * number for item, number in numbers.items())

    def _pooled(self, item: str) -> ItemFigure:
        parts = [role.items[item] for role in self.roles]
        options = len(self.asked.question_set.scale.values)
        counts = tuple(sum(part.counts[option] for part in parts) for option in range(options))
        return ItemFigure(
            counts=counts,
            unsure=sum(part.unsure for part in parts),
            not_relevant=sum(part.not_relevant for part in parts),
            not_asked=sum(part.not_asked for part in parts),
            not_reached=sum(part.not_reached for part in parts),
            blank=sum(part.blank for part in parts),
            invalid=0,
            score=self.asked.mean_score(item, counts),
        )


@dataclass(frozen=True)
class VotingRoom:
    """One answer set of counted votes, by role."""

    asked: Asked
    present: Mapping[str, RoleVotes]
    straight_lining: int = 0
    """Nobody's answers belong together, so nobody is seen to give the same ones."""

    @property
    def unanswered(self) -> int:
        """People of roles that didn't vote at all."""
        return sum(role.people for role in self.present.values() if not role.voted)

    @property
    def roles(self) -> frozenset[str | None]:
        """The roles that voted."""
        return frozenset(role for role, votes in self.present.items() if votes.voted)

    def people(self, roles: Collection[str | None]) -> SomeVotes:
        """The votes of these roles."""
        return SomeVotes(self.asked, [votes for role, votes in self.present.items() if role in roles and votes.voted])


def by_group(asked: Asked, tallies: Tallies, columns: Sequence[str]) -> dict[tuple[str | None, ...], VotingRoom]:
    """The answer set of each group. columns: `role` or nothing."""
    named: Iterable[str] = dict.fromkeys([*tallies.present, *(role for by in tallies.votes.values() for role in by)])
    room = {role: role_votes(asked, tallies, role) for role in sorted(named)}
    if not columns:
        return {(): VotingRoom(asked, room)}
    return {(role,) * len(columns): VotingRoom(asked, {role: votes}) for role, votes in room.items()}
