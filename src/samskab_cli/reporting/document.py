"""What a report, a comparison, an explanation or an index says, as blocks: written once, set by every output.

A result becomes figures in words, those become a `Document`, and one writer an output sets its blocks: a writer knows
blocks and no report. To say something new is a line in a builder (`report_document.py`); to set it somewhere new is one
writer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from samskab_cli.model.judging import GateState, Level
from samskab_cli.reporting.report_view import FigureView, ItemView, ReportView, SideView, VerdictView

Mark = Level | GateState | None
"""What a sign stands for, where an output draws signs; the word beside it says the same."""
Cutoffs = tuple[tuple[float, str], ...]
"""Cut-offs of a bar, lowest first: position (0…100) and text."""


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str
    look: Literal["plain", "strong", "small"] = "plain"


@dataclass(frozen=True)
class Entry:
    """One entry of a list."""

    text: str
    lead: str = ""
    """What it is about, before the text and stronger."""
    aside: str = ""
    """What belongs to it, after the text and weaker."""


@dataclass(frozen=True)
class Entries:
    """A list; a numbered one where the order says something."""

    entries: tuple[Entry, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Word:
    """A word in a cell, with its sign."""

    text: str
    mark: Mark


Cell = str | Word | FigureView | None


@dataclass(frozen=True)
class Column:
    """The head of a column."""

    head: str
    align: Literal["left", "right"] = "left"
    """Numbers stand right; a workbook writes what stands right as numbers."""
    meaning: str = ""
    """What a short head stands for; empty where it says it all."""
    width: int = 0
    """Share of a page's width; 0: as wide as its cells."""
    side: int | None = None
    """The mark of the side that the column is about."""
    sheet_only: bool = False
    """Whether pages have no room for it: a workbook has."""


@dataclass(frozen=True)
class Row:
    """One row; its first cell is its title."""

    cells: tuple[Cell, ...]
    id: str = ""
    """What a statement is called in files."""
    tag: str = ""
    """What sets it apart from the other rows: "weakest"."""
    group: str = ""
    """What it stands under, with the rows beside it."""
    note: str = ""
    """What is to be known of it, below it."""
    cutoffs: Cutoffs | None = None
    """Given where its figures may be drawn as bars."""

    @property
    def title(self) -> str:
        """Its first cell, with what sets it apart."""
        return cell_text(self.cells[0]) + (f" ({self.tag})" if self.tag else "")


@dataclass(frozen=True)
class Table:
    """Rows of figures and words. `name`: of the sheet in a workbook; tables of the same name share one."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class State:
    """What something has come to: a word, a figure beside it, and sentences about it."""

    title: str
    """What has come to it; a workbook's row is called so."""
    word: str
    mark: Mark = None
    figure: FigureView | None = None
    span: str = ""
    """How far the unknown could move the figure; else empty."""
    text: str = ""
    remarks: tuple[str, ...] = ()
    table: str = ""
    """The sheet of a workbook that it stands on; none where empty."""
    columns: tuple[Column, ...] = ()
    """The heads there: title, figure, span, word."""


@dataclass(frozen=True)
class Distribution:
    """Every statement with its answers: a chart where an output draws, and the table behind it."""

    items: tuple[ItemView, ...]
    stem: str
    explained: str
    legend: tuple[str, ...]
    table: Table


@dataclass(frozen=True)
class Verdict:
    """The verdict of a report, with why and who."""

    view: VerdictView
    sides: tuple[SideView, ...]
    """Who answered."""


class ProseKind(StrEnum):
    """What a block of a facilitator's text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"


@dataclass(frozen=True)
class Run:
    """Words set alike."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False


@dataclass(frozen=True)
class ProseBlock:
    """A paragraph, a heading, an entry of a list or a quotation."""

    kind: ProseKind
    depth: int
    """How many lists and quotations it stands in, at most 3."""
    marker: str
    """What stands before an entry of a list ("–", "1."); else empty."""
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Prose:
    """What a facilitator wrote."""

    blocks: tuple[ProseBlock, ...]


@dataclass(frozen=True)
class Group:
    """Blocks under a small heading, kept together on a page; numbered where they are steps."""

    title: str
    blocks: tuple[Block, ...]
    number: str = ""
    href: str = ""
    """The page that the title leads to; empty for none."""


Block = Paragraph | Entries | Table | State | Distribution | Verdict | Prose | Group


@dataclass(frozen=True)
class Section:
    """Blocks under a heading."""

    id: str
    """What a part of a document is asked for by, and a place on a page called."""
    title: str
    """Empty where the blocks have a heading of their own."""
    blocks: tuple[Block, ...]
    note: str = ""
    """What is to be known before it is read."""
    on_front: bool = False
    """Whether the designed front page shows it in its own way."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """What every output sets."""

    language: str
    title: str
    """In a browser's tab and a file's properties."""
    heading: str
    facts: tuple[str, ...] = ()
    """What stands below the heading: place, date, people."""
    subtitle: str = ""
    sections: tuple[Section, ...]
    caveat: str = ""
    front: ReportView | None = None
    """What the terminal's first screen and a page's upper part are drawn from; None for what has no such page."""

    @property
    def figures(self) -> ReportView:
        """What the front of a report is drawn from. Raises TypeError for a document without."""
        if self.front is None:
            raise TypeError("only a report has a front")
        return self.front

    def section(self, id_: str) -> Section | None:
        """The section that is called so, if it has anything to say."""
        return next((section for section in self.sections if section.id == id_), None)


def section(id_: str, title: str, *blocks: Block | None, note: str = "", on_front: bool = False) -> Section:
    """A section of those blocks that have anything to say."""
    return Section(id_, title, tuple(filter(has_content, blocks)), note, on_front)  # type: ignore[arg-type]


def has_content(block: Block | None) -> bool:
    """Whether there is anything to set."""
    match block:
        case None:
            return False
        case Paragraph():
            return bool(block.text)
        case Entries():
            return bool(block.entries)
        case Table():
            return bool(block.rows)
        case Prose() | Group():
            return bool(block.blocks)
        case _:
            return True


def cell_text(cell: Cell) -> str:
    """A cell as words: what is withheld says why."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case Word():
            return cell.text
        case FigureView():
            return figure_text(cell)


def figure_text(figure: FigureView) -> str:
    """A figure, or what stands in its place with the reason; how many stand behind it in brackets."""
    text = f"{figure.text}: {figure.reason}" if figure.reason else figure.text
    return f"{text} ({figure.people})" if figure.people else text
