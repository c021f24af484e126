"""A report as Markdown, for a wiki or the case file: CommonMark with the tables that every wiki knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from samskab_cli.reporting.item_columns import item_columns
from samskab_cli.reporting.report_view import (
    BlockKind,
    BlockView,
    DimensionView,
    FigureView,
    GateView,
    NoteView,
    PartView,
    ReportView,
    RunView,
)
from samskab_cli.reporting.wording import ReportWords

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$@^])")
_ADDRESS = re.compile(r"(https?|ftp)://|www\.", re.IGNORECASE)
_STARTS_A_BLOCK = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)])(?=\s|$))")


def render(view: ReportView) -> str:
    """The report as Markdown in the view's language, every foreign text escaped; ends with a line break."""
    words = ReportWords(view.language)
    parts = (
        _head(view, words),
        _prose(words.pages.intro, view.intro),
        _gates(view, words),
        _dimensions(view, words),
        _sides(view, words),
        _discuss(view, words),
        _next_steps(view, words),
        _room(view, words),
        _prose(words.pages.conclusion, view.conclusion),
        _held_back(view, words),
        _indicators(view, words),
        _answers(view, words),
        _items(view, words),
        _list(words.headings.method, view.method),
        [f"**{words.pages.caveat}.** {escaped(view.caveat)}"],
    )
    return "\n\n".join(block for part in parts for block in part if block) + "\n"


def escaped(text: str) -> str:
    r"""Text that Markdown takes as nothing but text, also at the start of a line and in the cell of a table.

    >>> escaped("*Se* <b>[her](http://x.dk)</b>"), escaped("1. maj"), escaped("- nej")
    ('\\*Se\\* \\<b\\>\\[her\\](http\\://x.dk)\\</b\\>', '1\\. maj', '\\- nej')
    """
    safe = _MARKS.sub(r"\\\1", text)
    safe = _ADDRESS.sub(lambda found: found[0].replace(":", "\\:").replace(".", "\\."), safe)
    return _STARTS_A_BLOCK.sub(lambda m: f"{m[1]}{m[3] or ''}\\{m[2] or m[4]}", safe)


def _head(view: ReportView, words: ReportWords) -> Iterable[str]:
    verdict = view.verdict
    yield f"# {escaped(view.matter)}"
    yield " · ".join(escaped(part) for part in (view.municipality, view.facts) if part)
    yield f"*{escaped(view.title)}*"
    provisional = f"{verdict.provisional}: " if verdict.provisional else ""
    if verdict.label:
        yield f"## {escaped(provisional + verdict.label)}"
    yield from (
        escaped(line) for line in (*verdict.remarks, verdict.text, verdict.sure, verdict.range, *verdict.near) if line
    )
    said = [
        (words.pages.why, verdict.why),
        (words.pages.differs, verdict.differs),
        *((words.pages.who, one) for one in verdict.who),
    ]
    yield "\n".join(f"- **{escaped(label)}** {escaped(text)}" for label, text in said if text)


def _gates(view: ReportView, words: ReportWords) -> Iterable[str]:
    if not view.gates:
        return
    yield _heading(words.headings.gates)
    for gate in view.gates:
        yield from _gate(gate, words)


def _gate(gate: GateView, words: ReportWords) -> Iterable[str]:
    yield f"### {escaped(gate.title)}"
    span = f" ({gate.span})" if gate.span else ""
    figure = f" {_figure(gate.figure)}{span}" if gate.state else ""
    yield f"**{escaped(gate.word)}.**{figure}"
    yield from (escaped(text) for text in (gate.text, gate.reason, gate.range))
    yield _parts(gate.parts, words, words.columns.weakest)
    yield ", ".join(f"{escaped(one.side.label)} {_figure(one.figure)}" for one in gate.sides if one.figure)


def _dimensions(view: ReportView, words: ReportWords) -> Iterable[str]:
    yield _heading(words.headings.dimensions)
    heads = [words.headings.dimensions, words.columns.score, words.columns.span, words.pages.level]
    yield _table(heads, [_dimension(row) for row in (*view.dimensions, view.overall)], "lrrl")


def _dimension(row: DimensionView) -> list[str]:
    return [escaped(row.title), _figure(row.figure), row.span, escaped(row.word) if row.level else ""]


def _sides(view: ReportView, words: ReportWords) -> Iterable[str]:
    compared = view.comparison
    yield _heading(words.headings.sides)
    yield escaped(compared.note)
    if not compared.rows:
        return
    heads = [words.pages.topic, *(side.label for side in compared.sides), words.columns.gap]
    rows = [[escaped(row.title), *(_figure(one.figure) for one in row.sides), row.gap] for row in compared.rows]
    if compared.overall:
        rows.append([escaped(words.figures.mean), *(_figure(one.figure) for one in compared.overall), view.overall.gap])
    yield _table(heads, rows, "l" + "r" * (len(heads) - 1))


def _discuss(view: ReportView, words: ReportWords) -> Iterable[str]:
    yield _heading(words.headings.discuss)
    yield escaped(view.no_discuss)
    lines = []
    for number, one in enumerate(view.discuss, start=1):
        dilemma = f"\n   *{escaped(one.dilemma)}*" if one.dilemma else ""
        lines.append(f"{number}. **{escaped(one.item.text)}** {escaped(one.reason)}{dilemma}")
    yield "\n".join(lines)


def _next_steps(view: ReportView, words: ReportWords) -> Iterable[str]:
    steps = view.next_steps
    yield _heading(words.headings.next_steps)
    yield escaped(steps.no_moves or words.steps.moves_explained)
    if steps.moves:
        heads = [
            words.pages.statement,
            words.pages.step_gain,
            words.pages.step_what,
            words.pages.step_who,
            words.pages.step_when,
        ]
        rows = [
            [escaped(text) for text in (one.text, one.gain, one.what, one.who, f"{one.within} {one.until}".strip())]
            for one in steps.moves
        ]
        yield _table(heads, rows, "lllll")


def _room(view: ReportView, words: ReportWords) -> Iterable[str]:
    steps, heads = view.next_steps, words.headings
    actions = [
        NoteView(text=f"{one.what} ({one.by})" if one.by else one.what, about=one.about) for one in steps.actions
    ]
    kinds = (
        (heads.actions, actions),
        (heads.dilemmas, steps.dilemmas),
        (heads.agreed, steps.agreed),
        (heads.notes, steps.notes),
    )
    for heading, notes in kinds:
        yield from _notes(heading, notes, words)
    if steps.next_date:
        yield escaped(words.steps.next_date.format(date=steps.next_date))


def _held_back(view: ReportView, words: ReportWords) -> Iterable[str]:
    yield from _list(words.headings.held_back, view.verdict.held_back)
    yield from _list(words.headings.not_asked, view.verdict.not_asked)


def _indicators(view: ReportView, words: ReportWords) -> Iterable[str]:
    if view.indicators:
        yield _heading(words.headings.indicators)
        yield escaped(words.evidence.indicators_explained)
    for one in view.indicators:
        yield f"### {escaped(one.title)}"
        yield _parts(one.parts, words, words.columns.lowest)
        yield escaped(one.text)
    yield _heading(words.headings.evidence)
    yield escaped(view.evidence.sentence)
    yield _said(view.evidence.examples, words)


def _answers(view: ReportView, words: ReportWords) -> Iterable[str]:
    yield _heading(words.headings.answers)
    rows = [(view.answers.people[:1].upper() + view.answers.people[1:], ""), *view.answers.sides, *view.answers.cells]
    yield _table([words.pages.gave, words.pages.number], [[escaped(label), escaped(n)] for label, n in rows], "lr")
    yield "\n".join(f"- {escaped(remark)}" for remark in view.answers.remarks)


def _items(view: ReportView, words: ReportWords) -> Iterable[str]:
    yield _heading(words.headings.items)
    yield escaped(words.answers.items_explained)
    columns = item_columns(view, words)
    legend = [f"{value} = {label}" for value, label in view.options]
    legend += [f"{column.head} = {column.meaning}" for column in columns if column.meaning]
    yield " · ".join(escaped(one) for one in legend)
    heads = ["", words.pages.statement, *(column.head for column in columns)]
    rows = []
    for at, item in enumerate(view.items):
        turned = f" ({words.columns.reverse})" if item.reverse else ""
        rows.append([escaped(item.id), escaped(item.text + turned), *(escaped(c.texts[at]) for c in columns)])
    yield _table(heads, rows, "ll" + "r" * len(columns))


def _parts(parts: Sequence[PartView], words: ReportWords, lowest: str) -> str:
    rows = [
        [escaped(part.title) + (f" ({escaped(lowest)})" if part.weakest else ""), _figure(part.figure)]
        for part in parts
    ]
    return _table([words.pages.part, words.columns.score], rows, "lr")


def _figure(figure: FigureView | None) -> str:
    if figure is None:
        return ""
    return escaped(f"{figure.text}: {figure.reason}" if figure.reason else figure.text)


def _heading(text: str) -> str:
    return f"## {escaped(text)}"


def _list(heading: str, lines: Sequence[str]) -> Iterable[str]:
    if lines:
        yield _heading(heading)
        yield "\n".join(f"- {escaped(line)}" for line in lines)


def _notes(heading: str, notes: Sequence[NoteView], words: ReportWords) -> Iterable[str]:
    if notes:
        yield _heading(heading)
        yield _said(notes, words)


def _said(notes: Sequence[NoteView], words: ReportWords) -> str:
    return "\n".join(
        f"- {escaped(one.text)}" + (f" *{escaped(words.steps.about.format(item=one.about))}*" if one.about else "")
        for one in notes
    )


def _prose(heading: str, blocks: Sequence[BlockView]) -> Iterable[str]:
    """A facilitator's text, said again in our own Markdown."""
    if blocks:
        yield _heading(heading)
    for block in blocks:
        text = "".join(map(_run, block.runs)).strip()
        match block.kind:
            case BlockKind.HEADING:
                yield f"### {text}"
            case BlockKind.QUOTE:
                yield f"> {text}"
            case BlockKind.BULLET | BlockKind.NUMBER:
                marker = "-" if block.kind is BlockKind.BULLET else block.marker
                yield f"{'    ' * (block.depth - 1)}{marker or '-'} {text}"
            case BlockKind.PARAGRAPH:
                yield text


def _run(run: RunView) -> str:
    """Words with their marks; blanks stay outside, where marks would not be read as such."""
    core = run.text.strip()
    if not core:
        return run.text
    before, _, after = run.text.partition(core)
    mark = ("**" if run.strong else "") + ("*" if run.emphasis else "")
    return f"{before}{mark}{escaped(core)}{mark[::-1]}{after}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], alignment: str) -> str:
    """A table whose cells are escaped already; `alignment`: l or r a column."""
    rules = ["---" if side == "l" else "--:" for side in alignment]
    lines = [[escaped(head) for head in heads], rules, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
