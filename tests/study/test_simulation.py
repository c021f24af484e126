"""Many sets of answers whose faults are known: a study is quiet where there are none, and finds what was planted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from samskab_cli.disclosure.study import study
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.study import Finding, FindingKind
from tests.study.people import Change, Crowd, answers_of, cells_of, double, noise, turned, unknown

pytestmark = pytest.mark.slow
CLEAN = 100
PLANTED = 40
ROLES = ("borger", "medarb")


def found(question_set: QuestionSet, crowd: Crowd, seed: int, change: Change | None = None) -> tuple[Finding, ...]:
    rows = cells_of(question_set, crowd, seed, change)
    result = study(question_set, answers_of(question_set, rows, crowd.groups, ROLES))
    return tuple(one for one in result.findings if one.kind is not FindingKind.ONE_ROOM)


@pytest.mark.parametrize("people", [40, 100])
def test_of_a_hundred_sets_without_a_fault_at_most_two_have_a_finding(readiness: QuestionSet, people: int) -> None:
    loud = [seed for seed in range(CLEAN) if found(readiness, Crowd(people), seed)]
    assert len(loud) <= 2, loud


def test_a_room_that_agrees_has_no_finding_but_that_it_cannot_be_told(readiness: QuestionSet) -> None:
    for seed in range(20):
        rows = cells_of(readiness, Crowd(60, inside=0.15), seed)
        kinds = {one.kind for one in study(readiness, answers_of(readiness, rows)).findings}
        assert kinds <= {FindingKind.ONE_ROOM}, seed


def planted(question_set: QuestionSet) -> Iterator[tuple[str, str]]:
    """An item of each dimension, and another one of it."""
    for number in range(PLANTED):
        dimension = question_set.dimensions[number % len(question_set.dimensions)]
        items = [item.id for item in dimension.items]
        yield items[number % len(items)], items[(number + 1) % len(items)]


KINDS: dict[str, tuple[Callable[[QuestionSet, str, str], Change], frozenset[FindingKind]]] = {
    "turned": (lambda set_, item, _: turned(set_, item), frozenset({FindingKind.OPPOSITE})),
    "noise": (
        lambda set_, item, _: noise(set_, item),
        frozenset({FindingKind.WEAK, FindingKind.MISREAD, FindingKind.ELSEWHERE}),
    ),
    "double": (double, frozenset({FindingKind.SAME})),
    "unknown": (lambda set_, item, _: unknown(set_, item, len(ROLES)), frozenset({FindingKind.UNSURE})),
}


@pytest.mark.parametrize(
    ("fault", "people", "least"),
    [
        ("turned", 40, 0.85),
        ("turned", 100, 0.95),
        ("noise", 40, 0.02),
        ("noise", 100, 0.3),
        ("noise", 300, 0.95),
        ("double", 40, 0.65),
        ("double", 100, 0.95),
        ("unknown", 40, 0.85),
        ("unknown", 100, 0.95),
    ],
)
def test_a_planted_fault_is_found_and_hardly_ever_anything_said_of_the_other_items(
    readiness: QuestionSet, fault: str, people: int, least: float
) -> None:
    make, kinds = KINDS[fault]
    hits, astray = 0, []
    for seed, (item, other) in enumerate(planted(readiness)):
        findings = found(readiness, Crowd(people), seed, make(readiness, item, other))
        hits += any(one.kind in kinds and item in one.items for one in findings)
        concerned = {item, other} if fault == "double" else {item}
        if not all(set(one.items) <= concerned for one in findings):
            astray.append((seed, findings))
    assert hits >= least * PLANTED, hits
    assert len(astray) <= 1, astray
