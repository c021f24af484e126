"""`Formatter`: labels of levels, sides and answers, counts, points, spans, reasons, in a language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from samskab_cli.model.answers import Mode
from samskab_cli.model.answers_shown import SidePeople
from samskab_cli.model.content import LocalText
from samskab_cli.model.figures_shown import GateShown, SideFigure, TableShown
from samskab_cli.model.judging import Level
from samskab_cli.model.published import Shown, Withheld
from samskab_cli.model.question_set import QuestionSet, Side
from samskab_cli.model.result import Result
from samskab_cli.model.suppression import Reason, SideLevel
from samskab_cli.reporting import numbers
from samskab_cli.reporting.report_view import FigureView, SideFigureView, SideView
from samskab_cli.reporting.wording import ReportWords


@dataclass(frozen=True)
class Formatter:
    """Figures and names of one question set in one language."""

    words: ReportWords
    question_set: QuestionSet

    @cached_property
    def limits(self) -> tuple[float, ...]:
        """What a shown score never reaches from below."""
        return numbers.cutoffs(self.question_set)

    def text(self, text: LocalText | None) -> str:
        """A text of the set: in the report's language, or the set's own where it hasn't that one."""
        if text is None:
            return ""
        languages = self.question_set.languages
        return text.text(self.words.language if self.words.language in languages else languages[0])

    @property
    def unsure(self) -> str:
        """The label of "ved ikke"."""
        unsure = self.question_set.scale.unsure
        return self.text(unsure.label) if unsure else self.words.figures.unsure

    def answer(self, item: str, value: int) -> str:
        """What an answer to an item is called; its number where the set has no such answer any more."""
        options = {option.value: option.label for option in self.question_set.scale_of[item].options}
        return self.text(options.get(value)) or str(value)

    @property
    def not_relevant(self) -> str:
        """What the set calls an item that doesn't apply; our own word where nobody can say so."""
        not_relevant = self.question_set.scale.not_relevant
        return self.text(not_relevant.label) if not_relevant else self.words.figures.not_relevant

    def level(self, level: Level) -> str:
        """What the set calls a level."""
        rules = self.question_set.verdict
        return self.text(rules.levels.of(level).label) if rules else level.value

    def points(self, score: float) -> str:
        """A score, 0…100."""
        return numbers.decimal(score, self.words.decimal_mark, self.limits)

    def distance(self, points: float) -> str:
        """A gap, a gain or missing points."""
        gaps = tuple(gate.contested_gap for gate in self.question_set.gates)
        return numbers.decimal(points, self.words.decimal_mark, (numbers.TOP, *gaps))

    def cutoff(self, points: float) -> str:
        """A cut-off as its author wrote it."""
        return numbers.plain(points, self.words.decimal_mark)

    def cutoffs(self, *points: float) -> tuple[tuple[float, str], ...]:
        """Cut-offs for a bar, lowest first."""
        return tuple((point, self.cutoff(point)) for point in sorted(set(points)))

    def count(self, number: int) -> str:
        """A whole number, with the thousands set apart."""
        return f"{number:,}".replace(",", self.words.thousands_mark)

    def counted(self, number: int) -> str:
        """A small whole number in words."""
        small = self.words.numerals.split()
        return small[number] if number < len(small) else self.count(number)

    def people(self, number: int, mode: Mode) -> str:
        """How many answered."""
        words = self.words.answers
        if number == 0:
            return words.nobody
        if mode is Mode.CONSENSUS:
            return words.one_common_answer
        return (words.voters if mode is Mode.VOTES else words.respondents).of(number, self.count)

    def withheld(self, reason: Reason, min_group: int) -> str:
        """Why something is withheld, where groups of fewer than `min_group` are."""
        match reason:
            case Reason.MIN_GROUP:
                return self.words.figures.withheld_min_group.format(n=self.count(min_group))
            case Reason.PROTECTS_ANOTHER:
                return self.words.figures.withheld_protects
            case Reason.REST_UNANIMOUS:
                return self.words.figures.withheld_unanimous

    def figure_of(self, shown: Shown, min_group: int, *, applies: bool = True, people: str = "") -> FigureView:
        """A figure or what stands in its place. `applies`: whether it applies to anybody."""
        words = self.words.figures
        match shown:
            case Withheld():
                reason = self.withheld(shown.withheld, min_group)
                return FigureView(kind="withheld", text=words.withheld, reason=reason)
            case None if applies:
                return FigureView(kind="too_few", text=words.too_few, people=people)
            case None:
                return FigureView(kind="not_applicable", text=words.not_applicable, people=people)
            case _:
                return FigureView(kind="number", text=self.points(shown), position=shown, people=people)

    def item_text(self, item: str | None) -> str:
        """The text of a statement; nothing for what is about none."""
        known = self.question_set.item_by_id.get(item) if item else None
        return self.text(known.text) if known else ""

    def listing(self, parts: Sequence[str], last: str | None = None) -> str:
        """One after another: `a, b og c`."""
        *first, final = parts or ("",)
        return f"{', '.join(first)} {last or self.words.and_} {final}" if first else final

    def clauses(self, parts: Sequence[str]) -> str:
        """Main clauses one after another, the last with "og"."""
        *first, final = parts or ("",)
        return f"{', '.join(first)}, {self.words.and_} {final}" if first else final


@dataclass(frozen=True)
class ResultFormatter(Formatter):
    """Figures and names of one result: who is a side of it, and which groups it withholds."""

    result: Result

    def figure(self, shown: Shown, *, applies: bool = True) -> FigureView:
        """A figure or what stands in its place. `applies`: whether it applies to anybody."""
        return self.figure_of(shown, self.result.min_group, applies=applies)

    def span(self, low: Shown, high: Shown) -> str:
        """Low–high where the unknown matters."""
        if isinstance(low, float) and isinstance(high, float) and self.points(low) != self.points(high):
            return f"{self.points(low)}\N{EN DASH}{self.points(high)}"
        return ""

    def why_withheld(self, reason: Reason) -> str:
        """Why something is withheld."""
        return self.withheld(reason, self.result.min_group)

    @cached_property
    def sides(self) -> tuple[SideView, ...]:
        """The sides that are shown, in the set's order."""
        return tuple(
            SideView(id=side.id, mark=mark, label=self.label(side), people=self.people_of(side))
            for mark, side in enumerate(self.result.answers.sides)
            if side.withheld is None
        )

    @cached_property
    def sides_of_level(self) -> tuple[Side, ...]:
        """The set's sides at the level the result compares, in its order."""
        return self.question_set.sides_at(coarse=self.result.answers.side_level is SideLevel.COARSE)

    def side_label(self, side: str) -> str:
        """The name of a side that nobody came from."""
        return next((self.text(known.label) for known in self.question_set.all_sides if known.id == side), side)

    def side_figures(self, sides: Mapping[str, SideFigure | TableShown | Withheld]) -> tuple[SideFigureView, ...]:
        """A row's sides, in the order of `sides`; none where nothing is compared."""
        if not sides:
            return ()
        return tuple(SideFigureView(side=side, figure=self._side_figure(sides.get(side.id))) for side in self.sides)

    def gate_reason(self, shown: GateShown) -> str:
        """Why a gate isn't passed; empty where it is, or withheld."""
        if shown.reason is None or isinstance(shown.reason, Withheld):
            return ""
        gate = next(gate for gate in self.question_set.gates if gate.id == shown.id)
        return self.words.gates.reasons[shown.reason].format(
            pass_at=self.cutoff(gate.pass_at),
            fail_below=self.cutoff(gate.fail_below),
            sides=self.listing([side.label for side in self.sides if side.id in shown.apart]),
        )

    def gap(self, gap: float | None) -> str:
        """A gap, or nothing."""
        return "" if gap is None else self.distance(gap)

    def _side_figure(self, figure: SideFigure | TableShown | Withheld | None) -> FigureView | None:
        if figure is None or isinstance(figure, Withheld):
            return None
        return self.figure(figure.score)

    def label(self, people: SidePeople) -> str:
        """The name of a side at the level of the result: "Politikere", or "1 politiker"."""
        side = next((known for known in self.sides_of_level if known.id == people.id), None)
        if side is None:
            return people.id
        if people.n != 1:
            return self.text(side.label)
        if side.one is not None:
            return self.words.figures.one_of_side.format(one=self.text(side.one))
        return self.words.figures.one_of_label.format(label=self.text(side.label))

    def people_of(self, people: SidePeople) -> str:
        """How many of a side take part, or why that isn't shown."""
        if people.withheld is not None:
            return f"{self.words.figures.withheld}: {self.why_withheld(people.withheld)}"
        return self.count(people.n or 0)


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop, unless it ends in a mark of its own."""
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".?!" else ".")
