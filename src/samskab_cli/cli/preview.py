"""`samskab preview`: how files would be read, before anything is scored."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.messages import MOST_SHOWN
from samskab_cli.cli.options import AnswerFiles, ForceOption, QuestionSetOption, Reading, reads_answers

if TYPE_CHECKING:
    from samskab_cli.loading.answers.preview import ColumnSeen, FileSeen, Preview

_WIDTH = 80
_HEADING = 44
_SAMPLES = 60


class PreviewFormat(StrEnum):
    """How a preview is given."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[PreviewFormat, typer.Option("--format", help="text or json.")]
MapOutputOption = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write a mapping file, ready to edit, for --map.")
]


@reads_answers
def preview(
    answers: AnswerFiles,
    question_set: QuestionSetOption = None,
    *,
    reading: Reading,
    output_format: FormatOption = PreviewFormat.TEXT,
    output: MapOutputOption = None,
    force: ForceOption = False,
) -> None:
    """Show how files are read, and write a mapping file for the gaps."""
    from samskab_cli import api
    from samskab_cli.cli.output import destination
    from samskab_cli.cli.progress import progress
    from samskab_cli.cli.reading import rejected_list, say_rejected, write_rejected
    from samskab_cli.cli.standard_streams import emit

    place = destination(output, force=force)
    if output and len(answers) > 1:
        raise typer.BadParameter("a mapping file is written for one file at a time", param_hint="-o")
    place.check()
    listed = rejected_list(reading, force=force)
    with progress("reading", quiet=reading.quiet) as rows_done:
        asked = api.question_set(question_set, answers)
        seen = api.preview(answers, asked, progress=rows_done, **reading.options())
    if listed is not None:
        write_rejected(seen.rejected, listed)
    if output:
        place.write(seen.map_text)
        if place.path is None:
            return
    if output_format is PreviewFormat.JSON:
        emit((json.dumps(seen.as_data(), ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
    else:
        emit("\n".join(_lines(seen, len(seen.decisions) if reading.verbose else MOST_SHOWN)) + "\n")
    if not seen.decisions:  # else these say what is wrong, for all cells at once
        say_rejected(seen.rejected, asked, reading)


def _lines(seen: Preview, most: int) -> Iterator[str]:
    from samskab_cli.model.text import amount, clean

    if seen.doubts:
        yield from (clean(line) for line in _doubts(seen))
        yield ""
    for file in seen.files:
        yield from (clean(line) for line in _file(file))
        yield ""
    if seen.direction:
        yield clean(f"Numbers are read as {seen.direction}; a file coded the other way round can't be seen.")
    stopping = {doubt.as_problem() for doubt in seen.doubts if doubt.stops}
    others = [problem for problem in seen.decisions if problem not in stopping]
    if seen.decisions:
        yield "To be decided or put right before this can be scored:"
        if stopping:
            yield f"  what stops above ({len(stopping)})"
        yield from (f"  {clean(str(problem))}" for problem in others[:most])
        if len(others) > most:
            yield f"  … {len(others)} in all, the first {most} are shown"
        return
    unused = [column for file in seen.files for column in file.roles_unused]
    for column in unused:
        yield f"Column {column} holds roles, but its heading doesn't say so: as it is, nobody has a role, and no sides"
        yield f"are shown. A mapping file settles it: `role: {{column: {column}}}` (preview -o FILE writes one)."
    if not unused:
        without = f", without {amount(len(seen.rejected), 'cell')} that can't be read" if seen.rejected else ""
        yield f"Nothing to decide: it can be scored as it is{without}."


def _doubts(seen: Preview) -> Iterator[str]:
    """What may be meant otherwise, wrapped for a narrow terminal; what stops the run says so."""
    yield "Doubtful:"
    for doubt in seen.doubts:
        what = f"{doubt.kind.value}{', stops' if doubt.stops else ''}: {doubt}"
        yield from textwrap.wrap(what, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_long_words=False)


def _file(file: FileSeen) -> Iterator[str]:
    yield f"{file.file}: {file.described}{f', as {file.system} exports' if file.system else ''}"
    counts = [f"{file.rows:,} rows", f"{file.unanswered:,} without any answer", f"{file.incomplete:,} not finished"]
    if file.header_rows > 1:
        counts.insert(0, f"{file.header_rows} rows of headings")
    counts += [f"{count:,} left out ({why})" for why, count in file.left_out.items()]
    yield ", ".join(counts)
    if file.beside:
        yield f"codes and texts explained by {' and '.join(file.beside)}"
    if file.roles:
        yield "roles: " + ", ".join(f"{role} {count:,}" for role, count in file.roles.items())
    yield ""
    shown = [column for column in file.columns if column.meaning or column.note or column.why]
    rows = [("column", "heading", "meaning", "why", "cells"), *map(_row, shown)]
    widths = [max(len(row[i]) for row in rows) for i in range(4)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[4]]).rstrip()
    unread = [column for column in file.columns if column not in shown]
    if unread:
        yield ""
        yield f"nothing is read from {len(unread)} other columns:"
        yield from textwrap.wrap(", ".join(f"{c.position} {_cut(c.heading, _HEADING)}".strip() for c in unread), 100)


def _row(column: ColumnSeen) -> tuple[str, str, str, str, str]:
    cells = column.note
    if column.counts is not None:
        found = ", ".join(f"{count} {state.replace('_', ' ')}" for state, count in column.counts.items() if count)
        cells = f"{column.route}: {found or 'none'} ({_cut(', '.join(column.samples), _SAMPLES)})"
    elif column.samples:
        cells = _cut(", ".join(column.samples), _SAMPLES)
    return str(column.position), _cut(column.heading, _HEADING), column.meaning or "–", column.why, cells


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
