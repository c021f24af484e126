"""What holds a verdict back, with nothing in it that isn't shown (scoring §5, §7)."""

from __future__ import annotations

from collections.abc import Mapping

from samskab_cli.model.findings import Findings
from samskab_cli.model.judging import Cutoffs, Level, LevelCutoffs
from samskab_cli.model.result import HeldByDimension, HeldByGate, HeldByOverall, Reason, Withheld
from samskab_cli.scoring.tolerance import below

Held = HeldByGate | HeldByDimension | HeldByOverall


def held_back(
    findings: Findings, withheld: Mapping[str, Reason | None], overall_withheld: Reason | None
) -> tuple[Held, ...]:
    """What keeps the verdict from the next level, in the set's order. Below `prepare` no figure is asked for.

    withheld: dimension id → why its figure isn't shown. overall_withheld: the same of the overall.
    An undecided verdict names the dimensions without a score, and what lies below `attention`.
    """
    level = findings.level
    if level is Level.READY:
        return ()
    held: list[Held] = [
        HeldByGate(gate=gate_id, state=gate.state, reason=gate.reason)
        for gate_id, gate in findings.gates.items()
        if gate.reason is not None
    ]
    needed = _next(level, findings.question_set.verdict.cutoffs)
    if needed is None:
        return tuple(held)
    for dimension, figure in findings.dimensions.items():
        reason = withheld.get(dimension)
        if figure.score is not None and below(figure.score, needed.dimension):
            score, missing = _shown(figure.score, needed.dimension, reason)
            held.append(HeldByDimension(dimension=dimension, score=score, needed=needed.dimension, missing=missing))
        elif figure.score is None and figure.applicable and level is Level.UNDECIDED and reason is None:
            held.append(HeldByDimension(dimension=dimension, score=None, needed=needed.dimension, missing=None))
    if findings.overall.score is not None and below(findings.overall.score, needed.overall):
        score, missing = _shown(findings.overall.score, needed.overall, overall_withheld)
        held.append(HeldByOverall(score=score, needed=needed.overall, missing=missing))
    return tuple(held)


def _next(level: Level, cutoffs: Cutoffs) -> LevelCutoffs | None:
    """The cut-offs of the next level; those of `attention` where the level itself is undecided."""
    if level is Level.NOT_NOW:
        return None
    return cutoffs.ready if level is Level.ATTENTION else cutoffs.attention


def _shown(score: float, needed: float, reason: Reason | None) -> tuple[float | Withheld, float | Withheld]:
    gone = Withheld(withheld=reason) if reason else None
    return gone or score, gone or needed - score
