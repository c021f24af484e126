"""Votes counted per role as a crowd's item tables; more cards than people (surplus) (scoring §1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from samskab_cli.model.answers import Tallies, Votes
from samskab_cli.model.tables import ItemTable, Tables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.crowd import Crowd


class Surplus(NamedTuple):
    """More cards than people: the cards count as people of that item, and of no other."""

    item: str
    role: str
    cards: int
    present: int


def voting_crowd(asked: Asked, tallies: Tallies) -> Crowd:
    """The crowd of counted votes, by role. Roles without a single vote don't take part."""
    votes = _votes(asked, tallies)
    voting = {role: of_items for role, of_items in votes.items() if any(vote.cast for vote in of_items.values())}
    silent = [of_items for role, of_items in votes.items() if role not in voting]
    return Crowd(
        roles={role: _tables(asked, role, of_items) for role, of_items in voting.items()},
        answered={item.id for item in asked.items if any(of_items[item.id].cast for of_items in voting.values())},
        unanswered=sum(max((vote.present for vote in of_items.values()), default=0) for of_items in silent),
    )


def surpluses(asked: Asked, tallies: Tallies) -> tuple[Surplus, ...]:
    """The items on which a role has more cards than people present, in question order."""
    votes = _votes(asked, tallies)
    return tuple(
        Surplus(item.id, role, vote.cast, vote.present)
        for item in asked.items
        for role, of_items in votes.items()
        if (vote := of_items[item.id]).cast > vote.present
    )


def _votes(asked: Asked, tallies: Tallies) -> dict[str, dict[str, Votes]]:
    """Role → item → votes; where a role didn't vote on an item, those now in the room could have."""
    roles = sorted({*tallies.present, *(role for of_roles in tallies.votes.values() for role in of_roles)})
    no_votes = {item: (0,) * len(scale.values) for item, scale in asked.scales.items()}
    return {
        role: {
            item.id: tallies.votes.get(item.id, {}).get(role)
            or Votes(counts=no_votes[item.id], present=tallies.present.get(role, 0))
            for item in asked.items
        }
        for role in roles
    }


def _tables(asked: Asked, role: str, votes: Mapping[str, Votes]) -> Tables:
    """The role's table of each item. Who didn't vote is blank, or not reached where nobody voted in the dimension."""
    dimension_of = asked.question_set.dimension_of
    reached = {dimension: any(votes[item].cast for item in items) for dimension, items in asked.asked_in.items()}
    tables = {}
    for item in asked.items:
        vote = votes[item.id]
        silent = max(vote.present - vote.cast, 0)
        skipped = _is_skipped(asked, item.id, role)
        came = reached[dimension_of[item.id].id]
        tables[item.id] = ItemTable(
            counts=vote.counts,
            unsure=vote.unsure,
            not_relevant=vote.not_relevant,
            blank=silent if came and not skipped else 0,
            not_reached=silent if not came and not skipped else 0,
            not_asked=silent if skipped else 0,
        )
    return tables


def _is_skipped(asked: Asked, item: str, role: str) -> bool:
    """Whether the item isn't asked of the role, or of one of the roles that a side stands for."""
    question_set = asked.question_set
    stands_for = {role, *(one.id for one in question_set.roles if one.side == role)}
    return not stands_for.isdisjoint(question_set.item_by_id[item].skip_roles)
