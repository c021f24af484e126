"""The verdict in words: what it comes to, how sure that is, why, and who wasn't there."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from samskab_cli.model.judging import LEVELS, Level
from samskab_cli.model.result import SideOverall, Withheld
from samskab_cli.reporting.formatter import Voice
from samskab_cli.reporting.report_view import LadderStep, VerdictView
from samskab_cli.reporting.view_figures import comparison_note
from samskab_cli.reporting.view_why import held_back, why


def verdict(voice: Voice) -> VerdictView:
    """The headline of the report."""
    result, words, texts = voice.result, voice.words, voice.question_set.verdict.levels
    level = None if isinstance(result.verdict.level, Withheld) else result.verdict.level
    return VerdictView(
        level=level,
        label=words.verdict.withheld if level is None else voice.text(texts.of(level).label),
        provisional=words.verdict.provisional if result.provisional else None,
        text=words.verdict.withheld_text if level is None else voice.text(texts.of(level).text),
        remarks=tuple(_remarks(voice)),
        firm=result.verdict.firm is True,
        range=_range(voice),
        why=why(voice),
        who=tuple(_who(voice)),
        alone=(alone := _alone(voice)),
        differs=alone or _same(voice),
        held_back=held_back(voice),
        ladder=_ladder(voice),
        not_asked=_not_asked(voice),
    )


def _remarks(voice: Voice) -> Iterable[str]:
    result, words = voice.result, voice.words
    if not result.finished:
        yield words.verdict.unfinished
    if result.provisional:
        missing, total = len(result.provisional.items_not_asked), len(voice.question_set.items)
        said = words.verdict.only_quick if result.provisional.reason == "quick" else words.verdict.items_missing
        yield said.format(missing=missing, asked=total - missing, total=total)


def _range(voice: Voice) -> str:
    """Says "Står fast" only where the result does; the same at both ends but not asked whole is said as that."""
    shown, words = voice.result.verdict, voice.words
    if isinstance(shown.range, Withheld) or isinstance(shown.level, Withheld):
        return ""
    if shown.firm is True:
        return words.verdict.firm
    levels = voice.question_set.verdict.levels
    worst, best = (voice.text(levels.of(level).label) for level in shown.range)
    if shown.range[0] is shown.range[1]:
        return words.verdict.same_at_both_ends.format(level=worst)
    return words.verdict.spans.format(worst=worst, best=best)


def _who(voice: Voice) -> Iterable[str]:
    """Sides of the set that nobody came from."""
    answers, words = voice.result.answers, voice.words
    if answers.missing_sides:
        missing = voice.listing([voice.side_label(side) for side in answers.missing_sides], words.or_)
        if len(voice.sides) == 1 and not answers.without_role:
            yield words.verdict.seen_from_one_side.format(side=voice.sides[0].label, missing=missing)
        else:
            yield words.verdict.nobody_from.format(missing=missing)
        if answers.without_role:
            yield words.verdict.without_role.of(answers.without_role, voice.count)


def _alone(voice: Voice) -> str:
    """What the sides would reach each for itself, where they differ or one lies below the verdict."""
    shown, words = voice.result.verdict.level, voice.words
    reached = [
        (side.label, overall.level)
        for side in voice.sides
        if isinstance(overall := voice.result.overall.sides.get(side.id), SideOverall) and overall.level is not None
    ]
    verdict_rank = None if isinstance(shown, Withheld) or shown is Level.UNDECIDED else shown.rank
    lower = verdict_rank is not None and any(level.rank < verdict_rank for _, level in reached)
    if not lower and len({level for _, level in reached}) <= 1:
        return ""
    best_first = sorted(reached, key=lambda pair: -pair[1].rank)
    said = []
    for level, group in groupby(best_first, key=lambda pair: pair[1]):
        labels = [label for label, _ in group]
        template = words.verdict.side_alone if len(labels) == 1 else words.verdict.sides_alone
        label = voice.text(voice.question_set.verdict.levels.of(level).label)
        said.append(template.format(sides=voice.listing(labels), level=label))
    return " ".join(said)


def _same(voice: Voice) -> str:
    """What there is to say where no side would reach another level than the rest."""
    pages, levels = voice.words.pages, voice.question_set.verdict.levels
    reached = [
        side.level for side in voice.result.overall.sides.values() if isinstance(side, SideOverall) and side.level
    ]
    if note := comparison_note(voice):
        return note
    return pages.same_alone.format(level=voice.text(levels.of(reached[0]).label)) if reached else pages.unknown_alone


def _ladder(voice: Voice) -> tuple[LadderStep, ...]:
    shown = voice.result.verdict
    ends = () if isinstance(shown.range, Withheld) else tuple(level.rank for level in shown.range if level in LEVELS)
    return tuple(
        LadderStep(
            level=level,
            label=voice.text(voice.question_set.verdict.levels.of(level).label),
            here=level is shown.level,
            in_range=bool(ends) and min(ends) <= level.rank <= max(ends),
        )
        for level in reversed(LEVELS)
    )


def _not_asked(voice: Voice) -> tuple[str, ...]:
    """A dimension left out whole is named once, the rest by statement."""
    if voice.result.provisional is None:
        return ()
    asked = {dimension.id for dimension in voice.result.dimensions}
    missing = set(voice.result.provisional.items_not_asked)
    named = []
    for dimension in voice.question_set.dimensions:
        if dimension.id not in asked:
            named.append(voice.words.verdict.not_asked.format(title=voice.text(dimension.title)))
        else:
            named += [f"{item.id}: {voice.text(item.text)}" for item in dimension.items if item.id in missing]
    return tuple(named)
