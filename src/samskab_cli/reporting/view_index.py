"""The page that leads to one report a group, as strings: alphabetical, never ranked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.suppression import Reason
from samskab_cli.reporting.report_view import PartView, ReportView
from samskab_cli.reporting.strings import cleaned
from samskab_cli.reporting.wording import ReportWords

_LAST = str.maketrans({"æ": "z\ue000", "ø": "z\ue001", "å": "z\ue002", "ö": "z\ue001", "ä": "z\ue000"})


class _View(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class IndexGate(_View):
    """One gate of one group."""

    title: str
    state: GateState | None
    word: str


class IndexRow(_View):
    """One group that has a report."""

    name: str
    href: str
    people: str
    verdict: str
    level: Level | None
    gates: tuple[IndexGate, ...]
    dimensions: tuple[PartView, ...]


class IndexView(_View):
    """The whole page."""

    language: str
    title: str
    heading: str
    by: str
    cutoffs: tuple[tuple[float, str], ...]
    rows: tuple[IndexRow, ...]
    withheld: tuple[tuple[str, str], ...]
    """Groups without a report, each with the reason."""
    caveat: str


@dataclass(frozen=True)
class Shown:
    """One group that has a report."""

    name: str
    href: str
    view: ReportView


@dataclass(frozen=True)
class Reports:
    """All that one run wrote, and what it withheld."""

    column: str
    """What they are grouped by, as the file calls it."""
    heading: str
    """Matter and municipality; may be empty."""
    min_group: int
    shown: Sequence[Shown]
    withheld: Sequence[tuple[str, Reason]]


def view_index(reports: Reports, question_set: QuestionSet, language: str) -> IndexView:
    """The index of these reports, every text cleaned; otherwise as `view`."""
    words = ReportWords(language)
    own = language if language in question_set.languages else question_set.languages[0]
    reasons = {
        Reason.MIN_GROUP: words.figures.withheld_min_group.format(n=reports.min_group),
        Reason.PROTECTS_ANOTHER: words.figures.withheld_protects,
    }
    some = reports.shown[0].view if reports.shown else None
    return cleaned(
        IndexView(
            language=language,
            title=question_set.title.text(own),
            heading=reports.heading or question_set.title.text(own),
            by=words.index.by.format(column=reports.column),
            cutoffs=some.cutoffs if some else (),
            rows=tuple(_row(one) for one in sorted(reports.shown, key=lambda one: alphabetical(one.name))),
            withheld=tuple(
                (name, reasons[why]) for name, why in sorted(reports.withheld, key=lambda w: alphabetical(w[0]))
            ),
            caveat=question_set.caveat.text(own),
        )
    )


def alphabetical(name: str) -> tuple[str, str]:
    """Where a name stands in a Danish list: æ, ø and å last, and aa as å.

    >>> sorted(["Ærø", "Aabenraa", "Albertslund", "Åby", "Ølstykke"], key=alphabetical)
    ['Albertslund', 'Ærø', 'Ølstykke', 'Aabenraa', 'Åby']
    """
    return name.casefold().replace("aa", "å").translate(_LAST), name


def _row(one: Shown) -> IndexRow:
    view = one.view
    verdict = view.verdict
    label = f"{verdict.provisional}: {verdict.label}" if verdict.provisional else verdict.label
    return IndexRow(
        name=one.name,
        href=one.href,
        people=view.answers.people,
        verdict=label,
        level=verdict.level,
        gates=tuple(IndexGate(title=gate.title, state=gate.state, word=gate.word) for gate in view.gates),
        dimensions=tuple(PartView(title=row.title, figure=row.figure, weakest=False) for row in view.dimensions),
    )
