"""The page that leads to one report a group: alphabetical, never ranked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
from samskab_cli.reporting.formatter import Formatter
from samskab_cli.reporting.report_view import ReportView
from samskab_cli.reporting.strings import cleaned
from samskab_cli.reporting.wording import ReportWords

_LAST = str.maketrans({"æ": "z\ue000", "ø": "z\ue001", "å": "z\ue002", "ö": "z\ue001", "ä": "z\ue000"})


@dataclass(frozen=True)
class GroupReport:
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
    shown: Sequence[GroupReport]
    withheld: Sequence[tuple[str, Reason]]


def index_document(reports: Reports, question_set: QuestionSet, language: str) -> Document:
    """The index of these reports, every text cleaned; otherwise as of a report."""
    words = ReportWords(language)
    formatter = Formatter(words, question_set)
    heading = reports.heading or formatter.text(question_set.title)
    groups = [_group(one, words) for one in sorted(reports.shown, key=lambda one: alphabetical(one.name))]
    withheld = tuple(
        Entry(name, aside=formatter.withheld(reason, reports.min_group))
        for name, reason in sorted(reports.withheld, key=lambda pair: alphabetical(pair[0]))
    )
    shown: list[Block] = [*groups] or [Paragraph(words.index.nobody_shown)]
    sections = (
        section("groups", words.index.title, *shown, note=words.index.order),
        section("withheld", words.index.withheld, Entries(withheld), note=words.index.withheld_explained),
    )
    return cleaned(
        Document(
            language=language,
            title=f"{words.index.title} – {heading}",
            heading=heading,
            facts=(words.index.by.format(column=reports.column),),
            sections=tuple(one for one in sections if one.blocks),
            caveat=formatter.text(question_set.caveat),
        )
    )


def alphabetical(name: str) -> tuple[str, str]:
    """Where a name stands in a Danish list: æ, ø and å last, and aa as å.

    >>> sorted(["Ærø", "Aabenraa", "Albertslund", "Åby", "Ølstykke"], key=alphabetical)
    ['Albertslund', 'Ærø', 'Ølstykke', 'Aabenraa', 'Åby']
    """
    return name.casefold().replace("aa", "å").translate(_LAST), name


def _group(report: GroupReport, words: ReportWords) -> Group:
    """What a group comes to: verdict, people, dimensions, gates."""
    view = report.view
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
