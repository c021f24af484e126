"""Compares answer sets or results of one question set: which items they share, and whether they may be compared."""

from __future__ import annotations

from collections.abc import Sequence

from samskab_cli.disclosure.changes import Round, changes
from samskab_cli.disclosure.common_sides import common_sides
from samskab_cli.disclosure.occasions import AnsweredTime, Occasion, PublishedTime, ResultOccasion
from samskab_cli.disclosure.shared_people import Published, refuse_few_differences
from samskab_cli.model.answers import Answers
from samskab_cli.model.comparison import Comparison, ComparisonRefused, NoComparison
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.scoring.side_levels import Sides

__all__ = ["Occasion", "ResultOccasion", "common_items", "compare", "refuse_shared", "since_previous"]


def compare(occasions: Sequence[Occasion | ResultOccasion], min_group: int | None = None) -> Comparison:
    """What changed from the first to the last of two or more answer sets or results.

    Only items that were asked every time count, each by the rules of its own version of the set; the others are
    named. min_group: as for `score`, of each; a result has its own. Raises ComparisonRefused for different sets,
    without a common item, and for answers that differ by a few people only: subtracting would say what these answered;
    AnswersRefused for a result that isn't of its set, or was made for smaller groups.
    """
    times = [one.of(min_group) for one in occasions]
    asked = [[item.id for item in of.asked.items] for of in times]
    common = common_items([one.question_set for one in occasions], asked)
    refuse_shared(times, sorted(common))
    for of in times:
        common -= of.few_asked
    if not common:
        message = "no item was asked of enough people every time, so there is nothing to compare"
        raise ComparisonRefused(NoComparison.NOTHING_IN_COMMON, message)
    sides = common_sides([one.question_set for one in occasions], [of.sides for of in times])
    rounds = [
        Round(one.name, one.made_of, ids, of.result(common, of_time))
        for one, ids, of, of_time in zip(occasions, asked, times, sides, strict=True)
    ]
    return changes(rounds, common)


def since_previous(
    question_set: QuestionSet, answers: Answers, min_group: int | None = None
) -> Comparison | NoComparison | None:
    """What changed since the meeting before, or why that can't be said; None where there was none."""
    if answers.previous is None:
        return None
    before = answers.previous
    try:
        return compare(
            [Occasion("1", before.question_set, before.answers), Occasion("2", question_set, answers)], min_group
        )
    except ComparisonRefused as refusal:
        return refusal.reason


def common_items(question_sets: Sequence[QuestionSet], asked: Sequence[Sequence[str]]) -> frozenset[str]:
    """The items that were asked every time. Raises ComparisonRefused for different sets, and where there is none."""
    if len(ids := dict.fromkeys(one.id for one in question_sets)) > 1:
        message = f"only answers to the same question set can be compared; these are to {', '.join(ids)}"
        raise ComparisonRefused(NoComparison.OTHER_SET, message)
    common = frozenset(asked[0]).intersection(*asked[1:])
    if not common:
        message = "no item was asked every time, so there is nothing to compare"
        raise ComparisonRefused(NoComparison.NOTHING_IN_COMMON, message)
    return common


def refuse_shared(times: Sequence[AnsweredTime | PublishedTime], items: Sequence[str]) -> None:
    """Raises ComparisonRefused for answers that share people and differ by a few, of everybody or of a side."""
    published = [
        Published(of.occasion.name, of.occasion.answers, parts_of(of.sides))
        for of in times
        if isinstance(of, AnsweredTime)
    ]
    refuse_few_differences(published, items, max(of.min_group for of in times))


def parts_of(sides: Sides) -> dict[str | None, frozenset[str | None]]:
    """Each shown side's roles, and of everybody who is in none."""
    return {**{side: sides.roles[side] for side in sides.shown}, None: sides.rest}
