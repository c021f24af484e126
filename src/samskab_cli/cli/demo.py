"""`samskab demo`: what comes out, and how it feels to answer, in ten minutes; nothing stays on disk."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from samskab_cli.cli.interrupts import stopping
from samskab_cli.cli.options import Language
from samskab_cli.cli.standard_streams import emit
from samskab_cli.cli.venue import is_plain

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet
    from samskab_cli.reporting.document import Document
    from samskab_cli.workshop.wording.demo import DemoRoomWords

_EXAMPLE: Final = "havneby.csv"
_HERE: Final = {"medarb": 2, "borger": 3}
"""Who plays: roles of the bundled set."""


def demo(
    lang: Annotated[Language, typer.Option("--lang", help="Language of the report and the room.")] = Language.DANISH,
) -> None:
    """See a report, then try three statements; nothing is saved."""
    from samskab_cli.loading.sets.load import load_question_set
    from samskab_cli.workshop.wording.demo import DemoRoomWords

    question_set, words = load_question_set(), DemoRoomWords(lang.value)
    with stopping():
        report = _report(question_set, lang.value, words)
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            _emit(report, whole=True)
            return
        _emit(report, whole=False)
        if _wants_to_play(report, words):
            _play(question_set, words)


def _report(question_set: QuestionSet, language: str, words: DemoRoomWords) -> Document:
    """The report of the example, in which everybody agreed to open figures."""
    import dataclasses
    import datetime as dt

    from samskab_cli.disclosure.result import score
    from samskab_cli.loading.answers.load import LoadOptions, load
    from samskab_cli.model.answers import Context
    from samskab_cli.reporting.report_document import report_document

    answers = load([str(_example())], question_set, LoadOptions()).answers
    context = Context(
        matter=words.demo.matter, municipality=words.demo.municipality, date=dt.date(2026, 11, 23), language=language
    )
    result = score(question_set, dataclasses.replace(answers, context=context), 1)
    return report_document(result, question_set, language)


def _example() -> Path:
    """The answers of a fictional workshop: inside the installed wheel, or of the checkout."""
    installed = Path(__file__).parents[1] / "examples" / _EXAMPLE
    return installed if installed.is_file() else Path(__file__).parents[3] / "examples" / _EXAMPLE


def _emit(report: Document, *, whole: bool) -> None:
    import os

    from samskab_cli.reporting.terminal import first_screen, render
    from samskab_cli.reporting.terminal.capabilities import capabilities_of

    shows = capabilities_of(sys.stdout, os.environ)
    if whole:
        text = render(report, width=shows.width, encoding=shows.encoding, colour=shows.colour)
    else:
        text = first_screen(report.figures, width=shows.width, encoding=shows.encoding, colour=shows.colour)
    emit(text)


def _wants_to_play(report: Document, words: DemoRoomWords) -> bool:
    from samskab_cli.workshop.line_dialog import Lines

    lines = Lines(sys.stdin, sys.stdout)
    lines.say(f"\n{words.demo.begins}")
    while (key := lines.ask(words.demo.choose)) is not None:
        if key.strip().casefold() == "r":
            _emit(report, whole=True)
        else:
            return key.strip().casefold() != "q"
    return False


def _play(question_set: QuestionSet, words: DemoRoomWords) -> None:
    """Three statements, voted on by five people; the file of the session goes with its folder."""
    import datetime as dt
    import tempfile

    from samskab_cli.model.answers import Mode
    from samskab_cli.model.session import SUFFIX
    from samskab_cli.workshop.interview import Interview
    from samskab_cli.workshop.journal import Journal, now
    from samskab_cli.workshop.session import Venue
    from samskab_cli.workshop.settings import Settings
    from samskab_cli.workshop.short_set import first_of_each_dimension

    few = first_of_each_dimension(question_set, 3)
    settings = Settings(
        few,
        dt.datetime.now().astimezone().date(),
        words.language,
        words.demo.played,
        mode=Mode.VOTES,
        present=_HERE,
        min_group=1,  # nobody plays themselves: nothing to ask about small sides
    )
    place = Venue(sys.stdin, sys.stdout, is_plain(), lambda _view, _path, _words: words.demo.saves_nothing)
    with tempfile.TemporaryDirectory(prefix="samskab-demo-") as folder:
        with Journal.create(Path(folder) / f"demo{SUFFIX}", settings.header(now())) as journal:
            place.interview(Interview(few, journal, now), journal, words)
        place.lines.say(words.demo.closing)
