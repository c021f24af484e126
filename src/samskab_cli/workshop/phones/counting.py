"""`Counting`: one item's box and cards laid beside it become votes in the journal; missing, surplus, leaving phones.

box.begin ─► phones answer, cards are laid ─► close ─► a `votes` line a role ─► empty
                                               killed anywhere here: the next Enter writes what is missing
"""

from __future__ import annotations

from dataclasses import dataclass

from samskab_cli.workshop.board import Card
from samskab_cli.workshop.commands import Do
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.phones.live import Live
from samskab_cli.workshop.vote_line import read_votes

LEAVING = frozenset({Do.BACK, Do.SKIP, Do.OVERVIEW})
"""Commands that lead away from an item."""


@dataclass
class Counting:
    """The item that is asked, until its answers are shown; knows what was warned of already."""

    facilitator: Facilitator
    live: Live
    _warned_of: str = ""

    def take_up(self) -> None:
        """After a start: back to the item whose answers lie in the box, unless these are in the journal already."""
        interview, box = self.facilitator.interview, self.live.box
        if not box.cast or (interview.item.id == box.item and not self._is_counted(box.item)):
            return
        numbered = [item.id for item in interview.numbered]
        if box.item in numbered and not self._is_counted(box.item):
            interview.jump(numbered.index(box.item) + 1)
        else:
            self.facilitator.save(box.empty)

    def begin(self) -> str:
        """The box is open for the item; what lies in it after a kill stays. What to say where it held another's.

        That can be where everybody who was still to answer has left: the item is closed without their phones.
        """
        item, box = self.facilitator.interview.item.id, self.live.box
        if box.item == item and not box.is_closed:
            return ""
        texts, thrown_away = self.facilitator.words.elsewhere.count, box.cast if box.item != item else 0
        if thrown_away:
            self.facilitator.save(box.empty)
        self.facilitator.save(lambda: box.begin(item))
        self._warned_of = ""
        return texts.thrown_away.format(n=thrown_away) if thrown_away else ""

    @property
    def people(self) -> int:
        """Who are asked."""
        return self.live.shown.people

    @property
    def message(self) -> str:
        """One line of how many have answered."""
        texts, cards = self.facilitator.words.elsewhere.count, self.live.box.laid
        line = texts.answered.format(n=self.live.cast, people=self.people)
        return f"{line}, {texts.of_them_cards.format(n=cards)}" if cards else line

    def why_not(self, *, insists: bool) -> str:
        """What to say before the answers are shown; empty where Enter shows them. insists: it was pressed before."""
        texts, cast = self.facilitator.words.elsewhere.count, self.live.cast
        is_revote = self.facilitator.interview.board.is_revote
        if not cast:
            return "" if is_revote and insists else texts.none_again if is_revote else texts.nobody
        if insists:
            return ""
        counted, here = self.live.box.counted(), self.facilitator.interview.session.present
        for role in self.live.shown.asked:
            if len(counted.get(role, ())) > here.get(role, 0):
                name = self.facilitator.captions.role(role)
                return texts.surplus.format(role=name, n=len(counted[role]), people=here.get(role, 0))
        missing = self.people - cast
        return texts.missing.format(n=missing) if missing > 0 else ""

    def reveal(self) -> str:
        """Show the answers; or why not yet. What was warned of once isn't twice, as long as nobody answered since."""
        state = f"{self.live.cast}"
        why_not = self.why_not(insists=self._warned_of == state)
        self._warned_of = state if why_not else ""
        if why_not:
            return why_not
        facilitator, interview, box = self.facilitator, self.facilitator.interview, self.live.box
        if self.live.cast:  # else it is a revote that nobody took part in, and what was voted before holds
            box.close()
            facilitator.save(lambda: interview.ballot.count(box.counted()))
        facilitator.save(interview.close_board)
        facilitator.save(box.empty)
        return ""

    def leave(self) -> str:
        """Before the room goes elsewhere: what to say, or, where it was said, the answers are thrown away."""
        cast = self.live.box.cast
        if cast and self._warned_of != f"leave {cast}":
            self._warned_of = f"leave {cast}"
            return self.facilitator.words.elsewhere.count.leaving.format(n=cast)
        self.facilitator.save(self.live.box.empty)
        return ""

    def lay_cards(self) -> str:
        """Cards of those without a phone, a role at a time; what to say of them."""
        texts, facilitator = self.facilitator.words.elsewhere.count, self.facilitator
        for row in facilitator.interview.board.rows:
            if row.role not in self.live.shown.asked:
                continue
            cards = self._asked(row.role)
            if cards is None:
                return texts.laid.format(n=self.live.box.laid)
            facilitator.save(lambda role=row.role, cards=cards: self.live.box.lay(role, cards))  # type: ignore[misc]  # bound at once
            self.live.notify()
        return texts.laid.format(n=self.live.box.laid)

    def _asked(self, role: str) -> tuple[Card, ...] | None:
        """The cards of a role, as typed until they can be read; None where the room left the line."""
        facilitator, texts = self.facilitator, self.facilitator.words.elsewhere.count
        present = facilitator.interview.session.present.get(role, 0)
        prompt = texts.ask_cards.format(role=facilitator.captions.role(role), people=present)
        text: str | None = "".join(map(facilitator.keys.key_of, self.live.box.cards(role)))
        above: list[str] = []
        while (text := facilitator.front.ask(prompt, text or "", above)) is not None:
            if not text.strip():
                return ()
            try:
                return read_votes(text.strip(), facilitator.keys)
            except ValueError:
                above = [facilitator.captions.unreadable_votes()]
        return None

    def _is_counted(self, item_id: str) -> bool:
        """Whether all that was asked about an item is in the journal, and it isn't voted on again."""
        interview = self.facilitator.interview
        item = interview.question_set.item_by_id.get(item_id)
        if item is None:
            return True
        voted = interview.session.votes.get(item_id, {})
        return interview.session.revote != item_id and set(interview.items_by_role.roles_asked(item)) <= set(voted)
