"""Screens of text alone: start, attendance, overview, whose turn, sides' choice, steps of last time."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text

from samskab_cli.model.text import clean
from samskab_cli.workshop.attendance import Attendance, example_of_present
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.screens.canvas import Block, Canvas, stacked
from samskab_cli.workshop.screens.key_line import commands_named, key_lines
from samskab_cli.workshop.settings import Settings
from samskab_cli.workshop.stage import Stage
from samskab_cli.workshop.start_dialog import change_keys, remarks, start_lines
from samskab_cli.workshop.wording import RoomWords


def start_screen(canvas: Canvas, settings: Settings, words: RoomWords, message: str = "") -> list[Text]:
    """What it is about, and the defaults that can be changed."""
    qs = settings.question_set
    rows = [(canvas.spell(name), value) for name, value in start_lines(settings, words)]
    widest = max(cell_len(name) for name, _ in rows) + 3
    table = []
    for name, value in rows:
        first, *rest = canvas.wrapped(clean(value), indent=widest + 2)
        first = canvas.text("  " + name + " " * (widest - cell_len(name))).append_text(first[widest + 2 :])
        table += [first, *rest]
    minutes = [line for text in remarks(settings, words) for line in canvas.wrapped(text, indent=2)]
    return stacked(
        [
            Block([canvas.text(clean(qs.title.text(settings.language)), bold=True)]),
            Block(canvas.wrapped(clean(qs.about.text(settings.language))), rank=3),
            Block(table),
            Block(minutes, rank=1),
            Block(canvas.wrapped(message), rank=1),
            Block([*canvas.wrapped(words.start.begin), *canvas.keys(change_keys(settings, words))]),
        ],
        canvas.height - 1,
    )


def overview_screen(canvas: Canvas, facilitator: Facilitator, message: str = "") -> list[Text]:
    """Each statement as its number and whether it is answered, a row a dimension."""
    interview, words = facilitator.interview, facilitator.words
    rows = []
    titles = [canvas.spell(clean(dimension.title.text(words.language))) for dimension in interview.dimensions]
    widest = max(map(cell_len, titles)) + 2
    for dimension, title in zip(interview.dimensions, titles, strict=True):
        marks = [
            f"{number:>3}{canvas.signs.ready if interview.items_by_role.is_answered(item) else canvas.signs.rest}"
            for number, item in enumerate(interview.numbered, start=1)
            if item in dimension.items and interview.items_by_role.is_asked(item)
        ]
        rows += _wrapped_marks(canvas, title + " " * (widest - cell_len(title)), marks)
    missing = interview.unanswered
    texts = words.summary
    summary = texts.overview_missing.format(numbers=", ".join(map(str, missing))) if missing else texts.overview_all
    return stacked(
        [
            Block([canvas.text(texts.overview, bold=True)]),
            Block(rows),
            Block(canvas.wrapped(summary), rank=2),
            Block(canvas.wrapped(message), rank=1),
            Block(canvas.keys(facilitator.overview_keys(commands_named(canvas)))),
        ],
        canvas.height - 1,
    )


def turn_screen(canvas: Canvas, facilitator: Facilitator, message: str = "") -> list[Text]:
    """Nothing of anybody's answers: who comes next."""
    texts = facilitator.words.turn
    return stacked(
        [
            Block(canvas.wrapped(message), rank=1),
            Block([canvas.text(texts.next.format(n=len(facilitator.interview.session.roles)), bold=True)]),
            Block([canvas.text(f"    {line}") for line in facilitator.captions.role_lines()]),
            Block(canvas.wrapped(facilitator.captions.broken_off(), indent=4), rank=1),
            Block(canvas.wrapped(texts.ask_role)),
        ],
        canvas.height - 1,
    )


def follow_up_screen(canvas: Canvas, facilitator: Facilitator, message: str = "") -> list[Text]:
    """The steps of the previous meeting: what has been said of them, and the one that is asked about now."""
    words, interview = facilitator.words, facilitator.interview
    lines: list[Text] = []
    for step in interview.follow_up.steps:
        is_now = step == interview.follow_up.step
        followed = interview.session.followed.get(step.number)
        state = f" ({words.follow_up.states[followed.state]})" if followed else ""
        first, *rest = canvas.wrapped(clean(facilitator.notebook.step_in_words(step)) + state, indent=4)
        sign = canvas.signs.here if is_now else " "
        lines += [canvas.text(f"  {sign} {first.plain.strip()}", bold=is_now), *rest]
    return stacked(
        [
            Block([canvas.between(words.follow_up.heading, facilitator.captions.met_before())]),
            Block(lines),
            Block(canvas.wrapped(message), rank=1),
            Block(key_lines(facilitator, canvas, words.commands.enter[Stage.FOLLOW_UP])),
        ],
        canvas.height - 1,
    )


def sides_screen(canvas: Canvas, facilitator: Facilitator, message: str = "") -> list[Text]:
    """What to do about a small side."""
    captions = facilitator.captions
    return stacked(
        [
            Block([line for text in captions.sides_question() for line in canvas.wrapped(text)]),
            Block([line for text in captions.sides_choices() for line in canvas.wrapped(text, indent=4)]),
            Block(canvas.wrapped(facilitator.words.sides.ask), rank=2),
            Block(canvas.wrapped(message), rank=1),
            Block(canvas.keys(facilitator.hints()), rank=3),
        ],
        canvas.height - 1,
    )


def attendance_screen(canvas: Canvas, attendance: Attendance, words: RoomWords, message: str = "") -> list[Text]:
    """How many of each role are here."""
    example = example_of_present(attendance.question_set, words.language)
    keys, said = canvas.keys(words.votes.present_keys.format(example=example)), canvas.wrapped(message)
    rows = [(canvas.spell(label), people) for label, people in attendance.rows]
    widest = max((cell_len(label) for label, _ in rows), default=0) + 3
    lines = []
    for place, (label, people) in enumerate(rows):
        sign = canvas.signs.here if place == attendance.place else " "
        lines.append(canvas.text(f"  {sign} {label}{' ' * (widest - cell_len(label))}{people:>3}"))
    room = max(canvas.height - 3 - len(keys) - len(said), 2)
    first = max(0, min(attendance.place - room // 2, len(lines) - room))
    return stacked(
        [
            Block([canvas.text(words.votes.who_is_here, bold=True)]),
            Block(lines[first : first + room]),
            Block(said, rank=1),
            Block(keys),
        ],
        canvas.height - 2,
    )


def _wrapped_marks(canvas: Canvas, title: str, marks: Iterable[str]) -> list[Text]:
    lines = [title]
    for mark in marks:
        if cell_len(lines[-1]) + cell_len(mark) + 1 >= canvas.width:
            lines.append(" " * cell_len(title))
        lines[-1] += f" {mark}"
    return [canvas.text(line) for line in lines]
