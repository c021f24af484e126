"""`RoomWords`: all texts that `assess` shows to a room, Danish and English, one file a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samskab_cli.model.catalogue import Catalogue, Part
from samskab_cli.workshop.wording.commands import CommandWords
from samskab_cli.workshop.wording.follow_up import FollowUpWords
from samskab_cli.workshop.wording.question import QuestionWords, RemarkWords, SidesWords, TurnWords, VoteWords
from samskab_cli.workshop.wording.start import StartWords
from samskab_cli.workshop.wording.summary import EndWords, SummaryWords, TalkWords
from samskab_cli.workshop.wording.trouble import TroubleWords

if TYPE_CHECKING:
    from samskab_cli.workshop.wording.phones import ElsewhereWords


class RoomWords(Catalogue):
    """Every text of `assess` in one language."""

    trouble = Part(TroubleWords)
    start = Part(StartWords)
    question = Part(QuestionWords)
    votes = Part(VoteWords)
    remarks = Part(RemarkWords)
    summary = Part(SummaryWords)
    turn = Part(TurnWords)
    talk = Part(TalkWords)
    sides = Part(SidesWords)
    commands = Part(CommandWords)
    end = Part(EndWords)
    follow_up = Part(FollowUpWords)

    @property
    def elsewhere(self) -> ElsewhereWords:
        """Of phones and the projector: read by few rooms, so that the first question doesn't wait for it."""
        from samskab_cli.workshop.wording.phones import ElsewhereWords

        return ElsewhereWords(self.language, self.spelling)
