"""What holds a verdict back: gates, dimensions, overall and indicators below what the next level needs (scoring §5)."""

from __future__ import annotations

from collections.abc import Iterator

from samskab_cli.model.judging import LEVELS, Cutoffs, Level, LevelCutoffs
from samskab_cli.model.rules import below
from samskab_cli.model.verdict_shown import HeldByDimension, HeldByGate, HeldByIndicator, HeldByOverall
from samskab_cli.scoring.findings import Findings

Blocker = HeldByGate | HeldByDimension | HeldByOverall | HeldByIndicator


def held_back(findings: Findings) -> tuple[Blocker, ...]:
    """What keeps the verdict from the next level, in the set's order. Below `prepare` no figure is asked for.

    An undecided verdict names the dimensions without a score, and what lies below `attention`.
    """
    level = findings.level
    if level is Level.READY:
        return ()
    held: list[Blocker] = [
        HeldByGate(gate=gate_id, state=gate.state, reason=gate.reason)
        for gate_id, gate in findings.gates.items()
        if gate.reason is not None
    ]
    needed = _next(level, findings.cutoffs)
    if needed is None:
        return tuple(held)
    for dimension, figure in findings.dimensions.items():
        if figure.score is not None and below(figure.score, needed.dimension):
            missing = needed.dimension - figure.score
            held.append(
                HeldByDimension(dimension=dimension, score=figure.score, needed=needed.dimension, missing=missing)
            )
        elif figure.score is None and figure.applicable and level is Level.UNDECIDED:
            held.append(HeldByDimension(dimension=dimension, score=None, needed=needed.dimension, missing=None))
    overall = findings.overall.score
    if overall is not None and below(overall, needed.overall):
        held.append(HeldByOverall(score=overall, needed=needed.overall, missing=needed.overall - overall))
    return (*held, *_capped(findings, level))


def _capped(findings: Findings, level: Level) -> Iterator[HeldByIndicator]:
    """Indicators that are low enough to keep the verdict from the next level."""
    reached = LEVELS.index(Level.PREPARE if level is Level.UNDECIDED else level)
    for indicator in findings.asked.question_set.indicators:
        parts = findings.indicators.get(indicator.id, {})
        scores = [(one.score, part) for part, one in parts.items() if one.score is not None]
        if indicator.caps is None or not scores or LEVELS.index(indicator.caps.level) > reached:
            continue
        score, part = min(scores, key=lambda one: one[0])  # the first of equal ones
        needed = indicator.caps.below
        if below(score, needed):
            missing = needed - score
            yield HeldByIndicator(indicator=indicator.id, part=part, score=score, needed=needed, missing=missing)


def _next(level: Level, cutoffs: Cutoffs) -> LevelCutoffs | None:
    """The cut-offs of the next level; those of `attention` where the level itself is undecided."""
    if level is Level.NOT_NOW:
        return None
    return cutoffs.ready if level is Level.ATTENTION else cutoffs.attention
