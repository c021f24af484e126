"""A comparison in the terminal: a column a time where they fit, else one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from samskab_cli.reporting.comparison_view import CellView, ChangeRow, ComparisonView
from samskab_cli.reporting.terminal.glyphs import signs, speakable
from samskab_cli.reporting.terminal.line_writer import Paper, column, drawn
from samskab_cli.reporting.wording import ReportWords

_TITLE = 26
"""A title's least width beside its figures."""


def render_comparison(view: ComparisonView, *, width: int = 80, encoding: str = "utf-8", colour: bool = False) -> str:
    """The whole comparison; otherwise as `render` of a report."""
    paper, words = Paper(width, signs(encoding)), speakable(ReportWords(view.language), encoding)
    _Comparison(speakable(view, encoding), words, paper).write()
    return drawn(paper.lines, colour=colour)


class _Comparison:
    def __init__(self, view: ComparisonView, words: ReportWords, paper: Paper) -> None:
        self.view, self.words, self.paper = view, words, paper

    def write(self) -> None:
        """All parts, in the order of reports."""
        view, paper, words = self.view, self.paper, self.words.comparison
        paper.say(view.heading)
        for line in paper.lines:
            line.stylize("bold")
        for time in view.times:
            paper.say(words.occasion.format(number=time.number, name=time.name, people=time.people))
        self._verdict()
        for heading, rows in (
            (self.words.headings.gates, view.gates),
            (self.words.headings.dimensions, view.dimensions),
            (words.moved_most, view.moved),
        ):
            if rows:
                paper.heading(heading)
                self._rows(rows)
        if view.no_moves:
            paper.heading(words.moved_most)
            paper.say(view.no_moves)
        paper.heading(words.read_with_care)
        for note in view.notes:
            paper.say(note, first="- ")
        if view.left_out:
            paper.heading(words.left_out_heading)
        for item in view.left_out:
            paper.say(item, first="- ")
        paper.heading(words.all_items)
        self._rows(view.items)
        paper.blank()
        paper.say(view.caveat)

    def _verdict(self) -> None:
        paper, view = self.paper, self.view
        if not view.verdict:
            return
        paper.heading(self.words.comparison.verdict)
        paper.say(view.verdict)
        for time in view.times:
            span = f" ({time.range})" if time.range not in {"", time.level} else ""
            paper.say(f"{time.level}{span}", first=f"{time.number} ")

    def _rows(self, rows: Sequence[ChangeRow]) -> None:
        """A table; a row whose texts are too long for it is set as a list."""
        paper = self.paper
        widths = [column([_cell(row.cells[at]) for row in rows], 24) for at in range(len(self.view.times))]
        widths = [max(width, len(time.number)) for width, time in zip(widths, self.view.times, strict=True)]
        change = column([self.words.comparison.change, *(row.change for row in rows)], 12)
        room = paper.width - sum(width + 2 for width in widths) - change - 2
        longest = max((len(_cell(cell)) for row in rows for cell in row.cells), default=0)
        if room < _TITLE or longest > max(widths):
            self._list(rows)
            return
        titles = min(column([row.title for row in rows], room), 44)
        heads = zip(self.view.times, widths, strict=True)
        numbers = "".join(f"  {paper.right(time.number, width)}" for time, width in heads)
        paper.line(" " * titles, numbers, "  ", paper.right(self.words.comparison.change, change))
        for row in rows:
            figures = zip(row.cells, widths, strict=True)
            cells = "".join(f"  {paper.right(_cell(cell), width)}" for cell, width in figures)
            paper.line(paper.pad(row.title, titles), cells, "  ", paper.right(row.change, change))
            paper.say(row.note, indent=2)

    def _list(self, rows: Sequence[ChangeRow]) -> None:
        for row in rows:
            self.paper.say(row.title, first="- ")
            for time, cell in zip(self.view.times, row.cells, strict=True):
                self.paper.say(_cell(cell), first=f"  {time.number} ")
            self.paper.say(f"{self.words.comparison.change} {row.change}" if row.change else "", indent=2)
            self.paper.say(row.note, indent=2)


def _cell(cell: CellView) -> str:
    return f"{cell.text} ({cell.people})" if cell.people else cell.text
