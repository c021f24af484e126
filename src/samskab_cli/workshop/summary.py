"""What a dimension came to, and what is still open, in lines that any front can show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from samskab_cli.model.text import clean
from samskab_cli.workshop.interim_report import picture
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.wording import RoomWords


def summary_lines(interview: Interview, path: Path, words: RoomWords) -> Iterator[str]:
    """The dimension's score in words, where the sides differ, and the advice of its lowest item."""
    said, dimension = words.summary, interview.dimension
    seen = picture(interview.session, interview.question_set, path, words.language)
    shown = seen.dimension(dimension.id)
    yield ""
    yield said.done.format(dimension=shown.title)
    yield f"{shown.question} {shown.figure.text}, {shown.word}".strip()
    compared = [one for one in shown.sides if one.figure is not None]
    if len(compared) > 1:
        yield ", ".join(f"{one.side.label} {one.figure.text}" for one in compared if one.figure is not None)
        large = f", {said.gap_large}" if seen.is_large(dimension.id) else ""
        yield f"{said.gap} {shown.gap}{large}"
    lowest = seen.lowest(tuple(item.id for item in dimension.items if item in interview.items))
    if lowest is not None:
        yield f"{said.lowest}: {lowest.text} {lowest.figure.text}"
        advice = interview.question_set.item_by_id[lowest.id].advice
        if advice is not None:
            yield clean(advice.what.text(words.language))
            yield said.by.format(who=clean(advice.who.text(words.language)), days=advice.days)


def overview_lines(interview: Interview, words: RoomWords) -> Iterator[str]:
    """How much of each dimension is answered, and the numbers of what isn't."""
    said = words.summary
    yield ""
    yield said.overview
    for dimension in interview.dimensions:
        items = [item for item in interview.items if item in dimension.items and interview.is_asked(item)]
        answered = sum(map(interview.is_answered, items))
        title = clean(dimension.title.text(words.language))
        yield said.overview_answered.format(dimension=title, answered=answered, total=len(items))
    missing = interview.unanswered
    yield said.overview_missing.format(numbers=", ".join(map(str, missing))) if missing else said.overview_all
