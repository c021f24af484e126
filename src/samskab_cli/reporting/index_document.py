"""The page that leads to one report a group: alphabetical, never ranked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samskab_cli.model.comparison import NotCompared
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.suppression import Reason
from samskab_cli.reporting.document import (
    Block,
    Column,
    Document,
    Entries,
    Entry,
    Group,
    Paragraph,
    Row,
    State,
    Table,
    section,
)
from samskab_cli.reporting.every_text import clean_texts
from samskab_cli.reporting.formatter import Formatter
from samskab_cli.reporting.report_view import ReportView
from samskab_cli.reporting.wording import ReportWords
from samskab_cli.reporting.wording.comparison import ComparisonWords

_LAST = str.maketrans({"æ": "z\ue000", "ø": "z\ue001", "å": "z\ue002", "ö": "z\ue001", "ä": "z\ue000"})


@dataclass(frozen=True)
class GroupReport:
    """One group that has a report, or a comparison."""

    name: str
    href: str
    view: ReportView | tuple[Block, ...]
    """The figures of the report; what the comparison comes to."""


@dataclass(frozen=True)
class Reports:
    """All that one run wrote, and what it withheld."""

    column: str
    """What they are grouped by, as the file calls it."""
    heading: str
    """Matter and municipality; may be empty."""
    min_group: int
    shown: Sequence[GroupReport]
    withheld: Sequence[tuple[str, Reason | NotCompared]]
    changes: bool = False
    """Whether they are comparisons."""
    chance: Sequence[str] = ()
    """Dimensions on which the shown groups differ mostly by chance."""


def index_document(reports: Reports, question_set: QuestionSet, language: str) -> Document:
    """The index of these reports, every text cleaned; otherwise as of a report."""
    words = ReportWords(language)
    formatter = Formatter(words, question_set)
    heading = reports.heading or formatter.text(question_set.title)
    groups = [_group(one, words) for one in sorted(reports.shown, key=lambda one: alphabetical(one.name))]
    withheld = tuple(
        Entry(name, aside=_reason(reason, formatter, reports.min_group))
        for name, reason in sorted(reports.withheld, key=lambda pair: alphabetical(pair[0]))
    )
    shown: list[Block] = [*groups] or [Paragraph(words.index.nobody_shown)]
    own = words.index
    explained = own.not_compared_explained if reports.changes else own.withheld_explained
    by = own.changes_by if reports.changes else own.by
    sections = (
        section("groups", words.index.title, _chance(reports, formatter), *shown, note=words.index.order),
        section("withheld", words.index.withheld, Entries(withheld), note=explained),
    )
    return clean_texts(
        Document(
            language=language,
            title=f"{words.index.title} – {heading}",
            heading=heading,
            facts=(by.format(column=reports.column),),
            sections=tuple(one for one in sections if one.blocks),
            caveat=formatter.text(question_set.caveat),
        )
    )


def _chance(reports: Reports, formatter: Formatter) -> Paragraph | None:
    """That the differences between the groups say little, where they do."""
    dimensions = formatter.question_set.dimensions
    titles = [formatter.text(one.title) for one in dimensions if one.id in reports.chance]
    if not titles:
        return None
    words = formatter.words.index
    if len(titles) == len(dimensions):
        return Paragraph(words.chance, "strong")
    return Paragraph(words.chance_on.format(dimensions=formatter.listing(titles)), "strong")


def alphabetical(name: str) -> tuple[str, str]:
    """Where a name stands in a Danish list: æ, ø and å last, and aa as å.

    >>> sorted(["Ærø", "Aabenraa", "Albertslund", "Åby", "Ølstykke"], key=alphabetical)
    ['Albertslund', 'Ærø', 'Ølstykke', 'Aabenraa', 'Åby']
    """
    return name.casefold().replace("aa", "å").translate(_LAST), name


def _reason(reason: Reason | NotCompared, formatter: Formatter, min_group: int) -> str:
    """Why a group has no page."""
    match reason:
        case NotCompared():
            return ComparisonWords(formatter.words.language).not_compared[reason]
        case Reason():
            return formatter.withheld(reason, min_group)


def _group(report: GroupReport, words: ReportWords) -> Group:
    """What a group comes to: verdict, people, dimensions, gates; or what has changed of them."""
    view = report.view
    if isinstance(view, tuple):
        return Group(report.name, view, href=report.href)
    columns = (Column(words.headings.dimensions), Column(words.columns.score, "right"))
    rows = (Row((row.title, row.figure), cutoffs=view.cutoffs) for row in view.dimensions)
    return Group(
        report.name,
        (
            State(title=report.name, word=view.verdict.title, mark=view.verdict.level, remarks=(view.people,)),
            Table(words.headings.dimensions, columns, tuple(rows)),
            *(State(title=gate.title, word=f"{gate.title} {gate.word}", mark=gate.state) for gate in view.gates),
        ),
        href=report.href,
    )
