"""`BlockWriter`: each kind of block of a document handed to the line writer."""

from __future__ import annotations

from samskab_cli.reporting.document import (
    Block,
    Distribution,
    Document,
    Entries,
    Group,
    Paragraph,
    Prose,
    Section,
    State,
    Table,
    Verdict,
    figure_text,
)
from samskab_cli.reporting.terminal.line_writer import LineWriter
from samskab_cli.reporting.terminal.table import write_table
from samskab_cli.reporting.wording import ReportWords

_INDENT = 2
_STEP = 3
"""Where a step's blocks stand, beside its number."""


class BlockWriter:
    """Sets sections one below the other."""

    def __init__(self, out: LineWriter, words: ReportWords) -> None:
        """`words` as the terminal spells them."""
        self.out, self.words = out, words

    def document(self, document: Document) -> None:
        """All sections, and the caveat."""
        for section in document.sections:
            self.section(section)
        if document.caveat:
            self.out.blank()
            self.out.say(document.caveat)

    def section(self, section: Section) -> None:
        """One section under its heading."""
        if section.title:
            self.out.heading(section.title)
        self.out.say(section.note)
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self.out.say(block.text)
            case Entries():
                self._entries(block)
            case Table():
                write_table(self.out, block, self.words.figures.withheld)
            case State():
                self._state(block)
            case Distribution():
                self.out.say(block.explained)
                self.out.say(self.out.joined(block.legend))
                write_table(self.out, block.table, self.words.figures.withheld)
            case Verdict():
                if block.view.text:  # the first screen says what it is
                    self.out.heading(self.words.headings.meaning)
                    self.out.say(block.view.text)
            case Prose():
                self._prose(block)
            case Group():
                self._group(block)

    def _entries(self, block: Entries) -> None:
        for number, entry in enumerate(block.entries, start=1):
            self.out.say(entry.lead or entry.text, first=f"{number} " if block.numbered else "- ")
            self.out.say(entry.text if entry.lead else "", indent=_INDENT)
            self.out.say(entry.aside, indent=_INDENT)

    def _state(self, state: State) -> None:
        span = f" ({state.span})" if state.span else ""
        figure = f" {figure_text(state.figure)}" if state.figure else ""
        sign = f"{self.out.signs.of(state.mark)} ".lstrip()
        self.out.say(f"{state.word}{'.' if figure else ''}{figure}{span}", first=sign)
        for text in (state.text, *state.remarks):
            self.out.say(text)

    def _prose(self, prose: Prose) -> None:
        for one in prose.blocks:
            self.out.say(one.text, first=f"{one.marker} " if one.marker else "")

    def _group(self, group: Group) -> None:
        """A step is numbered and stands apart; what else belongs together stands below its title."""
        out, margin = self.out, _STEP if group.number else _INDENT
        if group.number:
            out.blank()
        out.say(group.title, first=f"{group.number} " if group.number else "", indent=margin if group.number else 0)
        with out.indented(margin):
            for block in group.blocks:
                self._block(block)
