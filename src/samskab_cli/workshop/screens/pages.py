"""The quiet screens: start, overview, between two people, and what to talk about at the end."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text

from samskab_cli.model.text import clean
from samskab_cli.workshop.facilitator import Desk
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.screens.canvas import Block, Canvas, stacked
from samskab_cli.workshop.settings import Settings
from samskab_cli.workshop.start_dialog import remarks, start_lines
from samskab_cli.workshop.wording import RoomWords


def start_screen(canvas: Canvas, settings: Settings, words: RoomWords, message: str = "") -> list[Text]:
    """What it is about, and the defaults that can be changed."""
    qs = settings.question_set
    rows = start_lines(settings, words)
    widest = max(cell_len(name) for name, _ in rows) + 3
    table = []
    for name, value in rows:
        first, *rest = canvas.said(clean(value), indent=widest + 2)
        first = canvas.text("  " + name + " " * (widest - cell_len(name))).append_text(first[widest + 2 :])
        table += [first, *rest]
    minutes = [line for text in remarks(settings, words) for line in canvas.said(text, indent=2)]
    return stacked(
        [
            Block([canvas.text(clean(qs.title.text(settings.language)), bold=True)]),
            Block(canvas.said(clean(qs.about.text(settings.language))), rank=3),
            Block(table),
            Block(minutes, rank=1),
            Block(canvas.said(message), rank=1),
            Block([*canvas.said(words.start.begin), *canvas.keys(words.start.change)]),
        ],
        canvas.height - 1,
    )


def overview_screen(canvas: Canvas, desk: Desk, message: str = "") -> list[Text]:
    """Each statement as its number and whether it is answered, a row a dimension."""
    interview, words = desk.interview, desk.words
    rows = []
    titles = [clean(dimension.title.text(words.language)) for dimension in interview.dimensions]
    widest = max(map(cell_len, titles)) + 2
    for dimension, title in zip(interview.dimensions, titles, strict=True):
        marks = [
            f"{number:>3}{canvas.signs.ready if interview.is_answered(item) else canvas.signs.rest}"
            for number, item in enumerate(interview.items, start=1)
            if item in dimension.items and interview.is_asked(item)
        ]
        rows += _wrapped_marks(canvas, title + " " * (widest - cell_len(title)), marks)
    missing = interview.unanswered
    said = words.summary
    summary = said.overview_missing.format(numbers=", ".join(map(str, missing))) if missing else said.overview_all
    return stacked(
        [
            Block([canvas.text(said.overview, bold=True)]),
            Block(rows),
            Block(canvas.said(summary), rank=2),
            Block(canvas.said(message), rank=1),
        ],
        canvas.height - 3,
    )


def turn_screen(canvas: Canvas, desk: Desk, message: str = "") -> list[Text]:
    """Nothing of anybody's answers: who comes next."""
    said = desk.words.turn
    return stacked(
        [
            Block(canvas.said(message), rank=1),
            Block([canvas.text(said.next.format(n=len(desk.interview.session.roles)), bold=True)]),
            Block([canvas.text(f"    {line}") for line in desk.role_lines()]),
        ],
        canvas.height - 4,
    )


def discuss_screen(canvas: Canvas, picture: Picture, words: RoomWords) -> list[Text]:
    """What to talk about, before anybody has seen a verdict; of one answer of all, what moves it most."""
    view = picture.view
    talk = words.votes.talk
    rows = [
        (one.item.text, one.reason, talk.format(question=one.dilemma) if one.dilemma else "")
        for one in view.discuss[:3]
    ]
    heading = words.end.discuss if rows or not view.next_steps.moves else words.end.moves
    rows = rows or [(move.text, move.gain, move.what) for move in view.next_steps.moves]
    blocks = [Block([canvas.text(heading, bold=True)])]
    for number, (text, *below) in enumerate(rows, start=1):
        first, *rest = canvas.said(text, indent=4, widest=76)
        lines = [canvas.text(f"  {number} ").append_text(first[4:]), *rest]
        for line in lines:
            line.stylize("bold")
        blocks.append(Block([*lines, *(line for one in below for line in canvas.said(one, indent=4, widest=76))]))
    if not rows:
        blocks.append(Block(canvas.said(view.no_discuss, indent=2)))
    return stacked([*blocks, Block(canvas.said(words.end.show_verdict))], canvas.height - 1)


def _wrapped_marks(canvas: Canvas, title: str, marks: Iterable[str]) -> list[Text]:
    lines = [title]
    for mark in marks:
        if cell_len(lines[-1]) + cell_len(mark) + 1 >= canvas.width:
            lines.append(" " * cell_len(title))
        lines[-1] += f" {mark}"
    return [canvas.text(line) for line in lines]
