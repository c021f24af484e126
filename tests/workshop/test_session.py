"""The front door: what a room is told, in its own language, whatever ends its session."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest

from samskab_cli.cli.venue import save_report
from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.reporting import as_html
from samskab_cli.reporting.report_document import report_document
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.journal import Journal
from samskab_cli.workshop.session import Venue, hold
from samskab_cli.workshop.settings import Settings
from samskab_cli.workshop.wording import RoomWords
from tests.reporting.cases import case
from tests.workshop.notes import NOON


class Faulty(Venue):
    """A room that answers once; then the program itself fails."""

    def interview(self, interview: Interview, journal: Journal, words: RoomWords) -> bool:  # noqa: ARG002  # as every room is called
        interview.answer(4)
        raise ZeroDivisionError


def test_a_fault_of_the_program_tells_the_room_that_everything_is_kept_and_how_to_go_on(
    readiness: QuestionSet, tmp_path: Path
) -> None:
    out = io.StringIO()
    venue = Faulty(io.StringIO(), out, is_plain=True, save=lambda *_: "")
    path = tmp_path / "sag.samskab.jsonl"

    with pytest.raises(ZeroDivisionError):
        hold(Settings(readiness, NOON.date(), "da", mode=Mode.CONSENSUS), path, venue, None)

    assert out.getvalue().endswith(
        f"Afbrudt. 1 af 32 udsagn er besvaret.\nAlt er gemt i {path}\nGå videre: samskab assess --session {path}\n"
    )


def test_a_report_is_saved_beside_its_session(readiness: QuestionSet, tmp_path: Path) -> None:
    report = report_document(case("havneby"), readiness, "da")

    text = save_report(report, tmp_path / "sag.samskab.jsonl", RoomWords("da"))

    assert text == f"Rapporten er gemt: {tmp_path / 'sag.html'}"
    assert (tmp_path / "sag.html").read_text(encoding="utf-8") == as_html.render(report)


def test_why_a_report_is_not_saved_is_said_in_the_language_of_the_room(
    readiness: QuestionSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, session = report_document(case("havneby"), readiness, "da"), tmp_path / "sag.samskab.jsonl"

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        assert save_report(report, session, RoomWords("da")) == f"Der er ikke mere plads: {tmp_path / 'sag.html'}."
    (tmp_path / "sag.html").mkdir()
    assert save_report(report, session, RoomWords("da")) == f"Der kan ikke skrives til {tmp_path / 'sag.html'}."
    assert save_report(report, session, RoomWords("en")) == f"{tmp_path / 'sag.html'} can't be written to."
