"""Which items each role is asked, and the first, next and unanswered ones for who is here."""

from __future__ import annotations

from dataclasses import dataclass

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import Item, QuestionSet
from samskab_cli.model.session import Session


@dataclass(frozen=True)
class ItemsByRole:
    """A session's items, seen by who is here; `respondent`: whose turn it is."""

    question_set: QuestionSet
    session: Session
    respondent: str | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """All the items of the session, in their order."""
        return self.question_set.items_asked(quick=self.session.header.quick)

    @property
    def numbered(self) -> tuple[Item, ...]:
        """The items as they are numbered for whoever answers, from 1; in `individual` what the person is asked."""
        if self.session.header.mode is not Mode.INDIVIDUAL:
            return self.items
        return tuple(item for item in self.items if self.is_asked(item))

    @property
    def unanswered(self) -> list[int]:
        """Numbers of the items that are asked and have no answer."""
        return [number for number, item in enumerate(self.numbered, 1) if self._is_open(item)]

    @property
    def roles_here(self) -> tuple[str, ...]:
        """Roles (or sides) with people in the room, in the set's order."""
        order = [*self.question_set.role_by_id, *(side.id for side in self.question_set.all_sides)]
        present = self.session.present
        return tuple(role for role in dict.fromkeys(order) if present.get(role, 0) > 0)

    def roles_asked(self, item: Item) -> tuple[str, ...]:
        """The roles (or sides) here that are asked an item."""
        return tuple(role for role in self.roles_here if not self.skips(role, item))

    def is_asked(self, item: Item) -> bool:
        """Whether anybody is there whom the item is asked of."""
        if self.session.header.mode is Mode.VOTES:
            return bool(self.roles_asked(item))
        role = self.session.roles.get(self.respondent or "")
        return role is None or not self.skips(role, item)

    def is_answered(self, item: Item) -> bool:
        """Whether the item has an answer: of the room, of anybody's vote, of the person whose turn it is."""
        if self.session.header.mode is Mode.VOTES:
            return any(votes.cast for votes in self.session.votes.get(item.id, {}).values())
        return item.id in self.session.answers.get(self.respondent, {})

    def first(self) -> int:
        """The place among the items of the first one that is asked; 0 where none is."""
        return self.after(-1) or 0

    def before(self, place: int) -> int | None:
        """The place of the item that is asked before this one; None where it is the first."""
        return next((one for one in reversed(range(place)) if self.is_asked(self.items[one])), None)

    def after(self, place: int) -> int | None:
        """The place of the item that is asked after this one; None where it is the last."""
        items = self.items
        return next((one for one in range(place + 1, len(items)) if self.is_asked(items[one])), None)

    def ends_dimension(self, place: int) -> bool:
        """Whether nothing more of the item's dimension is asked, and something of it is answered."""
        items, dimension_of = self.items, self.question_set.dimension_of
        dimension = dimension_of[items[place].id]
        following = self.after(place)
        is_last = following is None or dimension_of[items[following].id] is not dimension
        return is_last and any(self.is_answered(item) for item in items if dimension_of[item.id] is dimension)

    def place_to_go_on(self) -> int:
        """Where among the items a session is gone on with.

        At the one that is voted on again, or half voted on; else at the first one without an answer after the last one
        that has one, since what was skipped before it was skipped on purpose; else at the first one without.
        """
        session, items = self.session, self.items
        places = {item.id: place for place, item in enumerate(items)}
        if session.revote in places:
            return places[session.revote]
        last = places.get(session.last_item or "", -1)
        voted = set(session.votes.get(session.last_item or "", {}))
        if last >= 0 and voted and set(self.roles_asked(items[last])) - voted:
            return last
        open_places = [place for place, item in enumerate(items) if self._is_open(item)]
        following = next((place for place in open_places if place > last), None)
        return next(iter(open_places), max(last, 0)) if following is None else following

    def _is_open(self, item: Item) -> bool:
        return self.is_asked(item) and not self.is_answered(item)

    def skips(self, role: str, item: Item) -> bool:
        """Whether nobody of the role is asked the item; of a side, where all of its roles are skipped."""
        side_of = self.question_set.side_of
        of_side = [one for one, side in side_of.items() if side == role and one != role]
        return role in item.skip_roles or (bool(of_side) and all(one in item.skip_roles for one in of_side))
