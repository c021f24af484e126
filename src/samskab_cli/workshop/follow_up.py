"""The previous meeting's steps, one after the other: done, under way, not done."""

from __future__ import annotations

from dataclasses import dataclass, field

from samskab_cli.model.answers import StepState
from samskab_cli.model.session_lines import ActionNoted, StepFollowed
from samskab_cli.workshop.note_target import Clock, Noting


@dataclass(frozen=True)
class FollowUp:
    """The steps of the previous session."""

    noting: Noting
    clock: Clock
    _left: set[int] = field(default_factory=set)
    """Numbers of the steps that the room didn't want to speak of now."""

    @property
    def steps(self) -> tuple[ActionNoted, ...]:
        """All of them, in the order they were promised."""
        previous = self.noting.session.previous
        return tuple(previous.actions[number] for number in sorted(previous.actions)) if previous else ()

    @property
    def step(self) -> ActionNoted | None:
        """The next one that nothing was said about; None where there is none."""
        answered = self.noting.session.followed.keys() | self._left
        return next((step for step in self.steps if step.number not in answered), None)

    def note(self, state: StepState, when: str | None, remark: str | None) -> None:
        """What became of it; `when`: of an open one, by when now. Raises SessionTrouble."""
        if self.step is not None:
            entry = StepFollowed(at=self.clock(), number=self.step.number, state=state, when=when, remark=remark)
            self.noting.append(entry)

    def leave(self) -> None:
        """Speak of it another time: until the session is opened again."""
        if self.step is not None:
            self._left.add(self.step.number)
