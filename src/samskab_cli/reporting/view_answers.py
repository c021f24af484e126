"""Who took part in words: date, people, coverage, cells by state, remarks on small groups and rejected cells."""

from __future__ import annotations

from collections.abc import Iterable

from samskab_cli.model.answers import Mode
from samskab_cli.model.rules import FEW
from samskab_cli.reporting.dates import long_date
from samskab_cli.reporting.formatter import ResultFormatter
from samskab_cli.reporting.numbers import whole_per_cent


def facts(formatter: ResultFormatter) -> str:
    """Date, people, coverage."""
    date = formatter.result.context.date
    parts = [long_date(date, formatter.words.language)] if date else []
    parts.append(formatter.people(formatter.result.answers.respondents, formatter.result.mode))
    if coverage := _coverage(formatter):
        parts.append(formatter.words.answers.coverage.format(share=coverage))
    if where := formatter.result.context.where:
        parts.append(formatter.words.doubts.only.format(where=where))
    return " · ".join(parts)


def gave(formatter: ResultFormatter) -> Iterable[tuple[str, str]]:
    """Sides with how many of them took part, and states of cells with how many there are of each."""
    yield from ((formatter.label(side), formatter.people_of(side)) for side in formatter.result.answers.sides)
    yield from _cells(formatter)


def evidence(formatter: ResultFormatter) -> str:
    """How many high answers have an example behind them; counted in sessions only."""
    room, words = formatter.result.room, formatter.words.evidence
    if room is None:
        return words.not_asked
    if room.highs == 0:
        return words.no_highs
    with_example = formatter.count(room.highs_with_evidence)
    return words.highs_with_evidence.of(room.highs, formatter.count).format(with_example=with_example)


def _coverage(formatter: ResultFormatter) -> str:
    coverage = formatter.result.answers.coverage
    return "" if coverage is None else formatter.words.per_cent.format(number=whole_per_cent(coverage))


def _cells(formatter: ResultFormatter) -> Iterable[tuple[str, str]]:
    cells, words = formatter.result.answers.cells, formatter.words
    if cells is None:
        return ()
    rows = (
        (words.answers.cells["value"], cells.value),
        (formatter.unsure, cells.unsure),
        (formatter.not_relevant, cells.not_relevant),
        (words.answers.cells["blank"], cells.blank),
        (words.answers.cells["invalid"], cells.invalid),
        (words.answers.cells["not_asked"], cells.not_asked),
        (words.answers.cells["not_reached"], cells.not_reached),
    )
    return ((label, formatter.count(number)) for label, number in rows if number)


def remarks(formatter: ResultFormatter) -> Iterable[str]:
    """What is to be known of who answered and how."""
    shown, words = formatter.result.answers, formatter.words
    counted = (
        (shown.without_role if shown.sides else 0, words.verdict.without_role),
        (shown.unanswered, words.answers.unanswered),
        (shown.incomplete, words.answers.incomplete),
        (shown.straight_lining or 0, words.answers.straight_lining),
        (shown.rejected.count, words.answers.rejected),
    )
    yield from (remark.of(number, formatter.count) for number, remark in counted if number)
    if shown.rejected.by_item:
        by_item = ", ".join(f"{item} {formatter.count(n)}" for item, n in shown.rejected.by_item.items())
        yield words.answers.rejected_by_item.format(by_item=by_item)
    yield from _small(formatter)


def _small(formatter: ResultFormatter) -> Iterable[str]:
    """What there is to say of small groups, and of more cards than people."""
    shown, words, min_group = formatter.result.answers, formatter.words.answers, formatter.result.min_group
    for one in shown.surplus:
        role = formatter.question_set.role_by_id.get(one.role)
        yield words.surplus.format(
            item=one.item,
            role=formatter.text(role.label) if role else formatter.side_label(one.role),
            cards=formatter.count(one.cards),
            people=formatter.count(one.people),
        )
    if shown.items_left_out:
        yield words.left_out.format(n=formatter.count(min_group), items=", ".join(shown.items_left_out))
    if shown.items_without_sides:
        yield words.without_sides.format(items=", ".join(shown.items_without_sides))
    if any(side.withheld for side in shown.sides):
        yield words.withheld_explained
    if shown.sides_choice is not None:
        yield words.sides_choice[shown.sides_choice]
    elif min_group < FEW and shown.respondents > 1 and formatter.result.mode is not Mode.CONSENSUS:
        yield words.small_groups.format(n=formatter.count(FEW))
