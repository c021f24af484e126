"""Below the first screen: everything else, in the order of reports."""

from __future__ import annotations

from dataclasses import dataclass

from samskab_cli.reporting.report_view import BlockView, DimensionView, GateView, NoteView, PartView, ReportView
from samskab_cli.reporting.terminal.items import items
from samskab_cli.reporting.terminal.line_writer import Paper, column
from samskab_cli.reporting.terminal.sides import side_columns
from samskab_cli.reporting.wording import ReportWords

_FIGURE = 6
_TITLE = 30
"""A title's width beside the columns of the sides; half of it where that is all there is."""


@dataclass(frozen=True)
class Details:
    """One report set below its first screen."""

    view: ReportView
    words: ReportWords
    paper: Paper

    def write(self) -> None:
        """All parts, those without anything to say left out."""
        self._prose(self.words.pages.intro, self.view.intro)
        self._meaning()
        self._gates()
        self._dimensions()
        self._sides()
        self._discuss()
        self._next_steps()
        self._room()
        self._prose(self.words.pages.conclusion, self.view.conclusion)
        self._indicators()
        self._answers()
        items(self.paper, self.view, self.words)
        self.paper.heading(self.words.headings.method)
        for line in self.view.method:
            self.paper.say(line)
        self.paper.blank()
        self.paper.say(self.view.caveat)

    def table(self) -> None:
        """Gates and dimensions alone."""
        self._gates()
        self._dimensions()

    def sides(self) -> None:
        """The sides beside each other alone."""
        self._sides()

    def _prose(self, heading: str, blocks: tuple[BlockView, ...]) -> None:
        if blocks:
            self.paper.heading(heading)
        for block in blocks:
            self.paper.say(block.text, first=f"{block.marker} " if block.marker else "")

    def _meaning(self) -> None:
        verdict, paper, headings = self.view.verdict, self.paper, self.words.headings
        if verdict.text:
            paper.heading(headings.meaning)
            paper.say(verdict.text)
        self._list(headings.held_back, verdict.held_back)
        for sentence in verdict.near:
            self.paper.say(sentence)
        self._list(headings.not_asked, verdict.not_asked)

    def _gates(self) -> None:
        if not self.view.gates:
            return
        self.paper.heading(self.words.headings.gates)
        for gate in self.view.gates:
            self._gate(gate)

    def _gate(self, gate: GateView) -> None:
        paper = self.paper
        span = f" ({gate.span})" if gate.span else ""
        paper.say(f"{gate.title} {gate.word}. {gate.figure.text}{span}", first=f"{paper.signs.gate(gate.state)} ")
        for sentence in (gate.text, gate.reason, gate.range):
            paper.say(sentence, indent=2)
        self._parts(gate.parts, self.words.columns.weakest)

    def _parts(self, parts: tuple[PartView, ...], lowest: str) -> None:
        """Titles, figures, and which one is the lowest."""
        paper = self.paper
        figures = max([_FIGURE, *(len(part.figure.text) for part in parts)])
        width = column([part.title for part in parts], paper.width - figures - len(lowest) - 8)
        for part in parts:
            mark = f"  {lowest}" if part.weakest else ""
            paper.line("    ", paper.pad(part.title, width), "  ", paper.right(part.figure.text, figures), mark)

    def _dimensions(self) -> None:
        paper, view = self.paper, self.view
        paper.heading(self.words.headings.dimensions)
        rows = (*view.dimensions, view.overall)
        width = column([row.title for row in rows], paper.width // 2)
        spans = column([row.span for row in rows], 12)
        widest = width + spans + _FIGURE + max(len(row.word) for row in rows) + 8
        if widest > paper.width:
            for row in rows:
                said = paper.joined((row.figure.text, row.span, row.word if row.figure.kind == "number" else ""))
                paper.say(f"{row.title}: {said}", first="- ")
            return
        if spans:
            head = max(spans, len(self.words.columns.span))
            paper.line(" " * (width + 2 + _FIGURE), "  ", paper.right(self.words.columns.span, head))
            spans = head
        for row in rows:
            self._dimension(row, width, spans)

    def _dimension(self, row: DimensionView, width: int, spans: int) -> None:
        paper = self.paper
        title = paper.pad(row.title, width)
        if row.figure.kind != "number":
            reason = f" ({row.figure.reason})" if row.figure.reason else ""
            paper.say(f"{row.figure.text}{reason}", first=f"{title}  ")
            return
        span = f"  {paper.right(row.span, spans)}" if spans else ""
        word = f"  {paper.signs.level(row.level)} {row.word}" if row.word else ""
        paper.line(title, "  ", paper.right(row.figure.text, _FIGURE), span, word)

    def _sides(self) -> None:
        """A table where it fits, else a list; the note where there is nothing to compare."""
        paper, compared, words = self.paper, self.view.comparison, self.words
        paper.heading(words.headings.sides)
        fitting = (side_columns(paper, compared.sides, words.columns.gap, left) for left in (_TITLE, _TITLE // 2))
        columns = next(filter(None, fitting), None)
        rows = [(row.title, row.sides, row.gap) for row in compared.rows]
        rows += [(words.figures.mean, compared.overall, self.view.overall.gap)] if compared.overall else []
        if columns is None:
            for title, figures, gap in rows:
                said = ", ".join(f"{one.side.label} {one.figure.text}" for one in figures if one.figure)
                paper.say(f"{title}: {said}" + (f" ({words.columns.gap} {gap})" if gap else ""), first="- ")
        else:
            width = column([title for title, _, _ in rows], paper.width - columns.width)
            paper.line(" " * width, columns.head())
            for title, figures, gap in rows:
                paper.line(paper.pad(title, width), columns.row(figures, gap))
        paper.say(compared.note)

    def _discuss(self) -> None:
        paper, view, words = self.paper, self.view, self.words
        paper.heading(words.headings.discuss)
        paper.say(view.no_discuss)
        for number, one in enumerate(view.discuss, start=1):
            paper.say(one.item.text, first=f"{number} ")
            paper.say(one.reason, indent=2)
            if one.dilemma:
                paper.say(words.discuss.dilemma.format(question=one.dilemma), indent=2)

    def _next_steps(self) -> None:
        paper, steps, words = self.paper, self.view.next_steps, self.words
        paper.heading(words.headings.next_steps)
        paper.say(steps.no_moves or words.steps.moves_explained)
        for number, move in enumerate(steps.moves, start=1):
            paper.say(move.text, first=f"{number} ")
            paper.say(move.gain, indent=2)
            paper.say(move.what, indent=2)
            until = f" {move.until}" if move.until else ""
            paper.say(paper.joined((move.who, f"{move.within}{until}")), indent=2)

    def _room(self) -> None:
        paper, steps, headings = self.paper, self.view.next_steps, self.words.headings
        if steps.actions:
            paper.heading(headings.actions)
        for action in steps.actions:
            paper.say(f"{action.what} ({action.by})" if action.by else action.what, first="- ")
            paper.say(self._about(action.about), indent=2)
        for heading, notes in ((headings.dilemmas, steps.dilemmas), (headings.notes, steps.notes)):
            self._notes(heading, notes)
        if steps.agreed:
            paper.heading(headings.agreed)
        for one in steps.agreed:
            paper.say(f"{one.about} {one.text}", first="- ")
        if steps.next_date:
            paper.blank()
            paper.say(self.words.steps.next_date.format(date=steps.next_date))

    def _indicators(self) -> None:
        paper, view, words = self.paper, self.view, self.words
        if view.indicators:
            paper.heading(words.headings.indicators)
            paper.say(words.evidence.indicators_explained)
        for indicator in view.indicators:
            paper.say(indicator.title)
            paper.say(indicator.text, indent=2)
            self._parts(indicator.parts, words.columns.lowest)
        paper.heading(words.headings.evidence)
        paper.say(view.evidence.sentence)
        for note in view.evidence.examples:
            self._note(note)

    def _answers(self) -> None:
        paper, answers = self.paper, self.view.answers
        paper.heading(self.words.headings.answers)
        rows = [(answers.people[:1].upper() + answers.people[1:], ""), *answers.sides, *answers.cells]
        width = column([label for label, _ in rows], paper.width - 26)
        for label, number in rows:
            paper.say(number, first=f"{paper.pad(label, width)}  ") if number else paper.say(label)
        for remark in answers.remarks:
            paper.say(remark)

    def _list(self, heading: str, lines: tuple[str, ...]) -> None:
        if lines:
            self.paper.heading(heading)
        for line in lines:
            self.paper.say(line, first="- ")

    def _notes(self, heading: str, notes: tuple[NoteView, ...]) -> None:
        if notes:
            self.paper.heading(heading)
        for note in notes:
            self._note(note)

    def _note(self, note: NoteView) -> None:
        self.paper.say(note.text, first="- ")
        self.paper.say(self._about(note.about), indent=2)

    def _about(self, item: str) -> str:
        return self.words.steps.about.format(item=item) if item else ""
