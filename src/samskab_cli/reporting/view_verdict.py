"""View of the verdict: level, ladder, range, how sure, near cut-offs, provisional, who stands out or is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from samskab_cli.model.conclusions import Direction, SureReason
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import LEVELS, VerdictLevels
from samskab_cli.model.published import Withheld
from samskab_cli.model.verdict_shown import Near, VerdictShown
from samskab_cli.reporting.formatter import ResultFormatter
from samskab_cli.reporting.report_view import LadderStep, VerdictView
from samskab_cli.reporting.view_figures import comparison_note
from samskab_cli.reporting.view_why import held_back, which_gates, why


def verdict(formatter: ResultFormatter) -> VerdictView:
    """The headline of the report; of a set without a verdict who was heard, and who sees it differently."""
    shown, rules, words = formatter.result.verdict, formatter.question_set.verdict, formatter.words.verdict
    stands_out = tuple(_stands_out(formatter))
    front = VerdictView(
        level=None,
        label="",
        provisional=words.provisional if formatter.result.provisional else None,
        text="",
        remarks=tuple(_remarks(formatter)),
        firm=False,
        sure="",
        range="",
        near=(),
        why="",
        who=tuple(_who(formatter)),
        stands_out=stands_out,
        differs=" ".join(stands_out) or _nobody_differs(formatter),
        held_back=(),
        ladder=(),
        not_asked=_not_asked(formatter),
    )
    if shown is None or rules is None:
        return front
    level = None if isinstance(shown.level, Withheld) else shown.level
    return replace(
        front,
        level=level,
        label=words.withheld if level is None else formatter.level(level),
        text=words.withheld_text if level is None else formatter.text(rules.levels.of(level).text),
        firm=shown.firm is True,
        sure=_sure(formatter, shown),
        range=_range(formatter, shown, rules.levels),
        near=tuple(_near(formatter, one) for one in shown.near),
        why=why(formatter, shown, rules.cutoffs),
        held_back=held_back(formatter, shown),
        ladder=_ladder(formatter, shown, rules.levels),
    )


def _remarks(formatter: ResultFormatter) -> Iterable[str]:
    result, words = formatter.result, formatter.words
    if not result.finished:
        yield words.verdict.unfinished
    if result.provisional:
        missing, total = len(result.provisional.items_not_asked), len(formatter.question_set.items)
        template = {
            "quick": words.verdict.only_quick,
            "missing_items": words.verdict.items_missing,
            "few_asked": words.verdict.few_asked,
        }[result.provisional.reason]
        yield template.format(missing=missing, asked=total - missing, total=total, n=formatter.count(result.min_group))
    same = result.answers.straight_lining or 0
    if result.answers.respondents > 1 and 2 * same >= result.answers.respondents:
        yield words.answers.straight_lining.of(same, formatter.count)


def _sure(formatter: ResultFormatter, shown: VerdictShown) -> str:
    """In how many of ten other rooms it would be the same."""
    words = formatter.words.sure
    if shown.sure_reason is SureReason.TOO_FEW:
        return words.too_few
    if shown.sure is None:
        return ""
    quick = formatter.result.provisional is not None and formatter.result.provisional.reason == "quick"
    return words.levels[shown.sure].format(short=words.of_the_short_version if quick else "")


def _near(formatter: ResultFormatter, near: Near) -> str:
    """A figure and the cut-off that it lies at."""
    gate_id, _, part_id = near.figure.partition(".")
    score, title = next(
        (
            (part.score, formatter.text(asked.title))
            for gate in formatter.question_set.gates
            for shown in formatter.result.gates
            if gate.id == shown.id == gate_id
            for asked in gate.parts
            for part in shown.parts
            if asked.id == part.id == part_id
        ),
        None,
    ) or next(
        (one.score, formatter.text(asked.title))
        for one in formatter.result.dimensions
        for asked in formatter.question_set.dimensions
        if one.id == asked.id == near.figure
    )
    return formatter.words.verdict.near.format(
        title=title, score=formatter.figure(score).text, cutoff=formatter.cutoff(near.cutoff)
    )


def _range(formatter: ResultFormatter, shown: VerdictShown, levels: VerdictLevels) -> str:
    """What the unanswered could change."""
    words, cells = formatter.words, formatter.result.answers.cells
    if isinstance(shown.range, Withheld) or isinstance(shown.level, Withheld):
        return ""
    if shown.firm is True:
        unknown = cells is not None and cells.unsure + cells.blank + cells.invalid + cells.not_reached > 0
        return words.verdict.firm if unknown else words.verdict.all_answered
    worst, best = (formatter.text(levels.of(level).label) for level in shown.range)
    if shown.range[0] is shown.range[1]:
        return words.verdict.same_at_both_ends.format(level=worst)
    return words.verdict.spans.format(worst=worst, best=best)


def _who(formatter: ResultFormatter) -> Iterable[str]:
    """Sides of the set that nobody came from."""
    answers, words = formatter.result.answers, formatter.words
    if answers.missing_sides:
        missing = formatter.listing([formatter.side_label(side) for side in answers.missing_sides], words.or_)
        if len(answers.sides) == 1 and formatter.sides and not answers.without_role:
            yield words.verdict.seen_from_one_side.format(side=formatter.sides[0].label, missing=missing)
        else:
            yield words.verdict.nobody_from.format(missing=missing)
        if answers.without_role:
            yield words.verdict.without_role.of(answers.without_role, formatter.count)


def _stands_out(formatter: ResultFormatter) -> Iterable[str]:
    """The sides that answer otherwise than all others: about a decisive question, then about dimensions."""
    words, titles = (
        formatter.words.sides,
        {one.id: formatter.text(one.title) for one in formatter.question_set.dimensions},
    )
    labels = {side.id: side.label for side in formatter.sides}
    contested = [gate for gate in formatter.result.gates if gate.reason is GateReason.SIDES]
    for apart in dict.fromkeys(gate.apart for gate in contested):
        gates = which_gates(formatter, [gate for gate in contested if gate.apart == apart])
        yield words.apart.format(sides=formatter.listing([labels[side] for side in apart]), gates=gates)
    for one in formatter.result.talk.stands_out:
        template = words.lower if one.direction is Direction.LOWER else words.higher
        yield template.format(side=labels[one.side], dimensions=formatter.listing([titles[d] for d in one.dimensions]))


def _nobody_differs(formatter: ResultFormatter) -> str:
    """What there is to say where no side stands out."""
    note = comparison_note(formatter)
    if len(formatter.sides) < 2:
        return note
    return " ".join(part for part in (formatter.words.sides.nobody_stands_out, note) if part)


def _ladder(formatter: ResultFormatter, shown: VerdictShown, levels: VerdictLevels) -> tuple[LadderStep, ...]:
    ends = () if isinstance(shown.range, Withheld) else tuple(level.rank for level in shown.range if level in LEVELS)
    return tuple(
        LadderStep(
            level=level,
            label=formatter.text(levels.of(level).label),
            here=level is shown.level,
            in_range=bool(ends) and min(ends) <= level.rank <= max(ends),
        )
        for level in reversed(LEVELS)
    )


def _not_asked(formatter: ResultFormatter) -> tuple[str, ...]:
    """A dimension left out whole is named once, the rest by statement."""
    if formatter.result.provisional is None:
        return ()
    asked = {dimension.id for dimension in formatter.result.dimensions}
    missing = set(formatter.result.provisional.items_not_asked)
    named = []
    for dimension in formatter.question_set.dimensions:
        if dimension.id not in asked:
            named.append(formatter.words.verdict.not_asked.format(title=formatter.text(dimension.title)))
        else:
            named += [f"{item.id}: {formatter.text(item.text)}" for item in dimension.items if item.id in missing]
    return tuple(named)
