"""The first screen: verdict, gates, dimensions, and what to talk about, whole on a projector."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from samskab_cli.reporting.report_view import DimensionView, GateView, ReportView, SideFigureView
from samskab_cli.reporting.terminal.bars import axis, bar
from samskab_cli.reporting.terminal.line_writer import NARROW, LineWriter, column
from samskab_cli.reporting.terminal.sides import SideColumns, side_columns
from samskab_cli.reporting.wording import ReportWords

_SIDES_FROM = 110
"""From this width on, the screen adds who differs."""
_LEFT_OF_SIDES = 70
_SHOWN = 3
_FIGURE = 5  # "100,0"


@dataclass(frozen=True)
class FirstScreen:
    """One report on a screen of `paper.width` cells and at most `height` lines."""

    view: ReportView
    words: ReportWords
    paper: LineWriter
    height: int

    def lines(self) -> list[Text]:
        """The lines; what doesn't fit goes in this order: empty lines, the talk, dimensions, gates."""
        sides = self._sides()
        head, talk = self._head(), self._talk(sides)
        gates = [self._gate(gate, sides) for gate in self.view.gates]
        dimensions = [self._dimension(dimension, sides) for dimension in self.view.dimensions]
        above = [Text(self._left("", sides) + sides.head())] if sides else [Text()]
        if not sides and len(head) + len(gates) + len(dimensions) + len(talk) + 2 > self.height:
            above = []
        ruler = self._ruler(sides)
        room = self.height - len(head) - len(above) - len(ruler)
        gates, dimensions = self._fitting(gates, dimensions, room)
        room -= len(gates) + len(dimensions)
        talk = talk[:room] if room > 1 else []
        lines = head + above + gates + ruler + dimensions + talk
        if len(lines) > self.height:
            lines = [line for line in lines if line.plain.strip()]
        return lines[: self.height]

    def _head(self) -> list[Text]:
        verdict, paper = self.view.verdict, LineWriter(self.paper.width, self.paper.signs)
        paper.line(paper.cut(self.view.heading, paper.width))
        paper.say(self.view.facts)
        paper.blank()
        label = f"{verdict.provisional}: {verdict.label}" if verdict.provisional else verdict.label
        remarks = [*verdict.remarks, " ".join(part for part in (verdict.sure, verdict.range) if part)]
        together = f" {label.upper()}  {paper.signs.dot} {remarks[0]}"
        if not verdict.label:
            paper.lines.pop()
        elif cell_len(together) <= paper.width and remarks[0]:
            paper.line(Text(f" {label.upper()}", style="bold"), f"  {paper.signs.dot} {remarks.pop(0)}")
        else:
            paper.line(Text(f" {paper.cut(label.upper(), paper.width - 1)}", style="bold"))
        for sentence in (*remarks, verdict.why, *verdict.who, *verdict.stands_out[:1]):
            paper.say(sentence, indent=1)
        return paper.lines

    def _gate(self, gate: GateView, sides: SideColumns | None) -> Text:
        paper, words = self.paper, [one.word.upper() for one in self.view.gates]
        state = f"{paper.signs.gate(gate.state)} {paper.pad(gate.word.upper(), column(words, 16))}  "
        figures = max([_FIGURE, *(cell_len(one.figure.text) for one in self.view.gates)])
        room = self._width(sides) - cell_len(state) - figures - 1
        figure = gate.figure.text if gate.state else ""  # withheld is said once, as the state
        # the figure stands under those of the dimensions, unless that would cut a title
        under = room - self._after_figure()
        title = paper.pad(gate.title, max(under, column([one.title for one in self.view.gates], room)))
        left = self._left(f"{state}{title} {paper.right(figure, figures)}", sides)
        return Text(left + self._row(gate.sides, gate.gap, sides))

    def _dimension(self, dimension: DimensionView, sides: SideColumns | None) -> Text:
        paper, figure = self.paper, dimension.figure
        title = paper.pad(dimension.title, self._title())
        if figure.kind == "number":
            figures = f" {paper.right(figure.text, _FIGURE)}  {paper.signs.level(dimension.level)} {dimension.word}"
        else:
            figures = f"  {figure.text}"
        line = Text(f"{title} ")
        if self._bars():
            line.append_text(bar(figure.position, self._bar(sides), self._cutoffs(), paper.signs))
            line.append(" ")
        line.append(figures)
        if sides:
            line.append(" " * (self._width(sides) - line.cell_len))
            line.append(sides.row(dimension.sides, dimension.gap))
        return line

    def _talk(self, sides: SideColumns | None) -> list[Text]:
        """What to discuss first; for one respondent, what moves it most."""
        view, paper = self.view, self.paper
        if view.discuss:
            rows = [(one.item.text, one.short, one.item.sides) for one in view.discuss]
            heading = self.words.headings.discuss
        else:
            rows = [(move.text, move.short, ()) for move in view.moves[:_SHOWN]]
            heading = self.words.headings.moves
        lines = [Text(paper.cut(heading.upper(), paper.width), style="bold")] if rows else []
        shorts = column([short for _, short, _ in rows], self._width(sides) // 2)
        for number, (text, short, figures) in enumerate(rows, start=1):
            room = self._width(sides) - shorts - 4
            left = f"{number} {paper.pad(text, room)}  {paper.right(short, shorts)}"
            lines.append(Text(self._left(left, sides) + self._row(figures, "", sides)))
        return lines

    def _fitting(self, gates: list[Text], dimensions: list[Text], room: int) -> tuple[list[Text], list[Text]]:
        """Never silently fewer: a line says how many stand below."""
        if len(gates) + len(dimensions) <= room:
            return gates, dimensions
        if len(gates) > room // 2:
            kept = max(room // 2 - 1, 0)
            gates = [*gates[:kept], self._more(self.words.first_screen.more_gates, len(gates) - kept)]
        kept = max(room - len(gates) - 1, 0)
        if len(dimensions) > room - len(gates):
            dimensions = [
                *dimensions[:kept],
                self._more(self.words.first_screen.more_dimensions, len(dimensions) - kept),
            ]
        return gates, dimensions

    def _more(self, words: str, number: int) -> Text:
        return Text(self.paper.cut(words.format(n=number), self.paper.width))

    def _ruler(self, sides: SideColumns | None) -> list[Text]:
        if not (self._bars() and self.view.dimensions and self.view.cutoffs):
            return []
        return [Text(" " * (self._title() + 1) + axis(self._bar(sides), self.view.cutoffs))]

    def _sides(self) -> SideColumns | None:
        """Side columns at wide screens, where there is somebody to compare."""
        compared = self.view.comparison
        if self.paper.width < _SIDES_FROM or not any(row.gap for row in compared.rows):
            return None
        return side_columns(self.paper, compared.sides, self.words.columns.gap, _LEFT_OF_SIDES)

    def _row(self, figures: tuple[SideFigureView, ...], gap: str, sides: SideColumns | None) -> str:
        return sides.row(figures, gap) if sides and figures else ""

    def _left(self, text: str, sides: SideColumns | None) -> str:
        return self.paper.pad(text, self._width(sides)) if sides else text

    def _width(self, sides: SideColumns | None) -> int:
        return self.paper.width - (sides.width if sides else 0)

    def _bars(self) -> bool:
        return self.paper.width >= NARROW

    def _cutoffs(self) -> tuple[float, ...]:
        return tuple(cutoff for cutoff, _ in self.view.cutoffs)

    def _title(self) -> int:
        return column([dimension.title for dimension in self.view.dimensions], max(15, self.paper.width // 4))

    def _after_figure(self) -> int:
        """What stands right of a dimension's figure: blanks, sign, word."""
        return max((4 + cell_len(one.word) for one in self.view.dimensions if one.figure.kind == "number"), default=0)

    def _bar(self, sides: SideColumns | None) -> int:
        """A bar's width: what is left beside title, figure, sign and word; words in a figure's place may be longer."""
        instead = max((2 + cell_len(one.figure.text) for one in self.view.dimensions if not one.level), default=0)
        right = max(1 + _FIGURE + self._after_figure(), instead)
        return self._width(sides) - self._title() - 2 - right
