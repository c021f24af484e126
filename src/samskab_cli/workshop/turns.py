"""Turns at the laptop, in `individual`: one person after the other, and nobody sees what another answered."""

from __future__ import annotations

from samskab_cli.model.question_set import Item, QuestionSet
from samskab_cli.model.session_lines import RespondentBegan, State
from samskab_cli.workshop.items_by_role import ItemsByRole
from samskab_cli.workshop.note_target import Noting


class Turns:
    """Whose turn it is."""

    def __init__(self, question_set: QuestionSet, noting: Noting) -> None:
        self._question_set, self._noting = question_set, noting
        self.respondent: str | None = None
        """Whoever sits there; None for nobody, and where all answer together."""
        self._before: frozenset[str] = frozenset()
        """Ids of what that person answered before a turn was broken off: whoever sits there now, it isn't shown."""

    @property
    def items_by_role(self) -> ItemsByRole:
        """Who is asked what."""
        return ItemsByRole(self._question_set, self._noting.session, self.respondent)

    @property
    def broken_off(self) -> str | None:
        """Whoever sat down last, where that person hasn't answered everything; None while somebody sits there."""
        session = self._noting.session
        unanswered = ItemsByRole(self._question_set, session, session.turn).unanswered if session.turn else []
        return session.turn if unanswered and self.respondent is None else None

    def begin(self, role: str | None) -> None:
        """The next person sits down. Raises SessionTrouble."""
        respondent = f"r{len(self._noting.session.roles) + 1:02d}"
        self._noting.append(RespondentBegan(respondent=respondent, role=role))
        self.respondent, self._before = respondent, frozenset()

    def alone(self, respondent: str) -> None:
        """The only one who has answered goes on, and sees it all."""
        self.respondent = respondent

    def go_on(self) -> None:
        """The person whose turn was broken off goes on."""
        self.respondent = self.broken_off
        self._before = frozenset(self._noting.session.answers.get(self.respondent, {}))

    def end(self) -> None:
        """The person is done."""
        self.respondent, self._before = None, frozenset()

    def answered(self, item: Item) -> None:
        """It was answered in this turn, so that it may be seen in it."""
        self._before -= {item.id}

    def given(self, item: Item) -> int | State | None:
        """What was answered to an item, by the room or in this turn."""
        answers = self._noting.session.answers.get(self.respondent, {})
        return None if item.id in self._before else answers.get(item.id)
