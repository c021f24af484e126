"""How many took part and what they gave, what is known behind the high answers, and how it was all computed."""

from __future__ import annotations

from collections.abc import Iterable

from samskab_cli.model.answers import Mode
from samskab_cli.model.rules import FEW
from samskab_cli.reporting.dates import long_date
from samskab_cli.reporting.formatter import ResultFormatter
from samskab_cli.reporting.numbers import decimal, whole_per_cent
from samskab_cli.reporting.sources import count_of_interview


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


def method(formatter: ResultFormatter) -> tuple[str, ...]:
    """How it was computed: what was asked, by which rules, by which program."""
    words, set_, result = formatter.words, formatter.question_set, formatter.result
    not_asked = result.provisional.items_not_asked if result.provisional else ()
    reverses = any(item.reverse for item in set_.items if item.id not in not_asked)
    score = words.method.score_reversed if reverses else words.method.score
    lines = [score.format(share=_share(formatter, set_.min_answered))]
    if set_.scale.others:
        lines.append(words.method.unknown.format(unsure=formatter.unsure, not_relevant=formatter.not_relevant))
    if result.mode is Mode.VOTES:
        lines.append(words.method.votes)
    if result.answers.phones:
        lines.append(words.method.phones)
    lines += _levels(formatter)
    if result.answers.sides and any(item.skip_roles for item in set_.items):
        lines.append(words.method.sides)
    lines.append(words.method.agreement)
    if result.verdict and result.verdict.sure is not None:
        lines.append(words.sure.explained)
    lines.append(words.method.min_group.of(result.min_group, formatter.count))
    lines += _doubts(formatter)
    if of_interview := count_of_interview(set_):
        lines.append(words.sources.counted.of(of_interview, formatter.count))
    ref = result.question_set
    asked = words.method.set.format(id=ref.id, version=ref.version, sha256=ref.sha256, program=result.generated_by)
    lines.append(f"{words.method.scoring} {asked}")
    return tuple(lines)


def _levels(formatter: ResultFormatter) -> Iterable[str]:
    """What each level demands, and what caps it."""
    words, rules = formatter.words.method, formatter.question_set.verdict
    if rules is None:
        return
    cutoffs, levels = rules.cutoffs, rules.levels
    yield words.levels.format(
        ready=formatter.text(levels.ready.label),
        ready_dimension=formatter.cutoff(cutoffs.ready.dimension),
        ready_overall=formatter.cutoff(cutoffs.ready.overall),
        attention=formatter.text(levels.attention.label),
        attention_dimension=formatter.cutoff(cutoffs.attention.dimension),
        attention_overall=formatter.cutoff(cutoffs.attention.overall),
    )
    if formatter.result.gates:
        yield words.gates.format(
            not_now=formatter.text(levels.not_now.label), prepare=formatter.text(levels.prepare.label)
        )
    for one in formatter.question_set.indicators:
        if one.caps:
            level = formatter.text(levels.of(one.caps.level).label)
            yield words.caps.format(
                title=formatter.text(one.title), below=formatter.cutoff(one.caps.below), level=level
            )


def _doubts(formatter: ResultFormatter) -> Iterable[str]:
    """A sentence for each doubt about the reading."""
    texts = formatter.words.doubts.read
    for doubt in formatter.result.answers.doubts:
        place = f" ({doubt.where})" if doubt.where else ""
        yield texts[doubt.kind].format(n=formatter.count(doubt.count), place=place)


def _coverage(formatter: ResultFormatter) -> str:
    coverage = formatter.result.answers.coverage
    return "" if coverage is None else formatter.words.per_cent.format(number=whole_per_cent(coverage))


def _share(formatter: ResultFormatter, share: float) -> str:
    """A share 0…1 in per cent; never 100 unless it is whole."""
    text = decimal(100 * share, formatter.words.decimal_mark)
    whole, _, tenth = text.rpartition(formatter.words.decimal_mark)
    return formatter.words.per_cent.format(number=whole if tenth == "0" else text)


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
    yield from (said.of(number, formatter.count) for number, said in counted if number)
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
