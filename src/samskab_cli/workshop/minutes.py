"""`Minutes`: remarks, agreed answers, actions and the next date, each noted as an entry of the journal."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from samskab_cli.model.session_lines import ActionNoted, AgreedNoted, NextDateSet, RemarkNoted
from samskab_cli.workshop.note_target import Clock, Noting

RemarkKind = Literal["note", "evidence", "dilemma"]


@dataclass(frozen=True)
class Minutes:
    """The minutes of a workshop. Each move raises SessionTrouble where it can't be saved."""

    noting: Noting
    clock: Clock

    def remark(self, kind: RemarkKind, text: str, item: str | None, number: int | None = None) -> None:
        """A note, an example or a dilemma; `number`: in another's place. An empty text takes it out."""
        old = self.noting.session.remarks.get(number or 0)
        number = number or max(self.noting.session.remarks, default=0) + 1
        item = old.item if old else item
        self.noting.append(RemarkNoted(at=self.clock(), kind=kind, number=number, text=text, item=item))

    def act(self, what: str, who: str | None, when: str | None, item: str | None, number: int | None = None) -> None:
        """Somebody promises something; `number`: in another's place. An empty `what` takes it out."""
        old = self.noting.session.actions.get(number or 0)
        number = number or self.noting.session.next_action
        item = old.item if old else item
        self.noting.append(ActionNoted(at=self.clock(), number=number, what=what, who=who, when=when, item=item))

    def agree(self, item: str, value: int | None) -> None:
        """The value that the room agrees on beside its votes; None takes it back."""
        self.noting.append(AgreedNoted(at=self.clock(), item=item, value=value))

    def meet_again(self, date: dt.date | None) -> None:
        """When the room meets next."""
        self.noting.append(NextDateSet(at=self.clock(), date=date))
