"""One plain sentence that says why, and the list of what holds the verdict back."""

from __future__ import annotations

from collections.abc import Sequence

from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import Cutoffs, GateState, Level
from samskab_cli.model.result import (
    GateShown,
    HeldByDimension,
    HeldByGate,
    HeldByIndicator,
    HeldByOverall,
    VerdictShown,
    Withheld,
)
from samskab_cli.reporting.formatter import ResultFormatter, sentence


def why(voice: ResultFormatter, shown: VerdictShown, cutoffs: Cutoffs) -> str:
    """Why the verdict is what it is; true in every state."""
    words = voice.words
    if isinstance(shown.level, Withheld):
        return sentence(words.why.withheld.format(n=voice.count(voice.result.min_group)))
    if shown.level is Level.UNDECIDED:
        return sentence(voice.clauses(_unanswered(voice)) or words.why.undecided)
    if shown.level is Level.READY:
        return sentence(voice.clauses(_everything_in_place(voice, cutoffs)))
    held = () if isinstance(shown.held_back_by, Withheld) else shown.held_back_by
    gates = [clause for state in _WORST_FIRST if (clause := _gates_clause(voice, state))]
    figures = _figures_clauses(voice, held)
    if gates or not figures or not voice.result.gates:
        return sentence(voice.clauses(gates + figures) or words.why.undecided)
    return sentence(words.why.but.format(good=_gates_passed(voice), bad=voice.clauses(figures)))


def held_back(voice: ResultFormatter, shown: VerdictShown) -> tuple[str, ...]:
    """Each thing that keeps the verdict from the next level, with the points missing."""
    held = shown.held_back_by
    return () if isinstance(held, Withheld) else tuple(_line(voice, one) for one in held)


Blocker = HeldByGate | HeldByDimension | HeldByOverall | HeldByIndicator
_BOTH = 2
_WORST_FIRST = (GateState.FAILED, GateState.CONTESTED, GateState.UNDECIDED)


def _everything_in_place(voice: ResultFormatter, cutoffs: Cutoffs) -> list[str]:
    words, needed = voice.words, cutoffs.ready
    overall = voice.result.overall.score
    clauses = [_gates_passed(voice)] if voice.result.gates else []
    clauses.append(words.why.no_dimension_below.format(needed=voice.cutoff(needed.dimension)))
    if isinstance(overall, float):
        clauses.append(words.why.mean_is.format(score=voice.points(overall)))
    else:
        clauses.append(words.why.mean_reaches.format(needed=voice.cutoff(needed.overall)))
    return clauses


def _unanswered(voice: ResultFormatter) -> list[str]:
    """What has no figure: dimensions first, then gates."""
    words, dimensions = voice.words, voice.result.dimensions
    if dimensions and all(d.score is None and d.low is None for d in dimensions):
        return [words.why.no_dimension_applies]
    if voice.result.answers.respondents == 0:
        return [words.why.nobody]
    empty = [_title(voice, d.id) for d in dimensions if d.score is None and d.low is not None]
    clauses = [words.why.too_few_for_figure.format(what=voice.listing(empty))] if empty else []
    if len(empty) == len(dimensions) > 1:
        clauses = [words.why.no_dimension_has_figure]
    gates = [gate for gate in voice.result.gates if gate.reason is GateReason.NO_SCORE]
    if gates:
        clauses.append(words.why.no_figure.format(which=which_gates(voice, gates)))
    return clauses


def _gates_passed(voice: ResultFormatter) -> str:
    gates = voice.result.gates
    return voice.words.why.gates_in_place.of(len(gates), voice.count).format(which=which_gates(voice, gates))


def _gates_clause(voice: ResultFormatter, state: GateState) -> str:
    gates = [gate for gate in voice.result.gates if gate.state is state]
    if not gates:
        return ""
    words = voice.words
    if state is GateState.CONTESTED:
        return words.why.gates_contested.format(which=which_gates(voice, gates))
    if state is GateState.FAILED and len(gates) == len(voice.result.gates) > 1:
        return words.why.no_gate_in_place
    template = words.why.gates_failed if state is GateState.FAILED else words.why.gates_undecided
    return template.of(len(gates), voice.count).format(which=which_gates(voice, gates))


def which_gates(voice: ResultFormatter, gates: Sequence[GateShown]) -> str:
    """One gate by its title, all of them as such, else how many of how many."""
    words, all_of_them = voice.words, len(voice.result.gates)
    if len(gates) == 1:
        gate = next(gate for gate in voice.question_set.gates if gate.id == gates[0].id)
        return words.quoted.format(text=voice.text(gate.title))
    if len(gates) == all_of_them == _BOTH:
        return words.why.both_gates
    template = words.why.all_gates if len(gates) == all_of_them else words.why.some_gates
    return template.format(n=voice.counted(len(gates)), total=voice.counted(all_of_them))


def _figures_clauses(voice: ResultFormatter, held: Sequence[Blocker]) -> list[str]:
    """Dimensions below the cut-off, the mean only where no dimension is; then indicators that hold it down."""
    below = voice.words.why.dimension_below
    low = [one for one in held if isinstance(one, HeldByIndicator)]
    capped = [below.format(which=_named(voice, one), needed=voice.cutoff(one.needed)) for one in low]
    return [*_dimensions_clause(voice, held), *capped]


def _dimensions_clause(voice: ResultFormatter, held: Sequence[Blocker]) -> list[str]:
    words = voice.words
    dimensions = [one for one in held if isinstance(one, HeldByDimension) and one.score is not None]
    if dimensions:
        needed = voice.cutoff(dimensions[0].needed)
        if len(dimensions) == 1:
            return [words.why.dimension_below.format(which=_named(voice, dimensions[0]), needed=needed)]
        every = len(dimensions) == len(voice.result.dimensions)
        template = words.why.all_dimensions_below if every else words.why.dimensions_below
        return [template.format(n=voice.counted(len(dimensions)), needed=needed)]
    for one in held:
        if isinstance(one, HeldByOverall) and one.score is not None:
            score = f" ({voice.points(one.score)})" if isinstance(one.score, float) else ""
            return [words.why.mean_below.format(score=score, needed=voice.cutoff(one.needed))]
    return []


def _named(voice: ResultFormatter, held: HeldByDimension | HeldByIndicator) -> str:
    if isinstance(held, HeldByIndicator):
        title = voice.words.quoted.format(text=_part_title(voice, held))
    else:
        title = _title(voice, held.dimension)
    return f"{title} ({voice.points(held.score)})" if isinstance(held.score, float) else title


def _line(voice: ResultFormatter, held: Blocker) -> str:
    words = voice.words
    if isinstance(held, HeldByGate):
        gate = next(gate for gate in voice.question_set.gates if gate.id == held.gate)
        shown = next(gate for gate in voice.result.gates if gate.id == held.gate)
        return f"{voice.text(gate.title)} {words.gates.states[held.state]}. {voice.gate_reason(shown)}"
    title = _held_title(voice, held)
    needed = voice.cutoff(held.needed)
    if isinstance(held.score, float) and isinstance(held.missing, float):
        return words.why.points_missing.format(
            title=title, score=voice.points(held.score), missing=voice.distance(held.missing), needed=needed
        )
    template = words.why.below_but_withheld if isinstance(held.score, Withheld) else words.why.without_figure
    return template.format(title=title, needed=needed)


def _title(voice: ResultFormatter, dimension: str) -> str:
    return next(voice.text(d.title) for d in voice.question_set.dimensions if d.id == dimension)


def _held_title(voice: ResultFormatter, held: HeldByDimension | HeldByOverall | HeldByIndicator) -> str:
    match held:
        case HeldByOverall():
            return voice.words.figures.mean
        case HeldByIndicator():
            indicator = next(one for one in voice.question_set.indicators if one.id == held.indicator)
            return f"{voice.text(indicator.title)} {_part_title(voice, held)}"
        case HeldByDimension():
            return _title(voice, held.dimension)


def _part_title(voice: ResultFormatter, held: HeldByIndicator) -> str:
    parts = (part for one in voice.question_set.indicators if one.id == held.indicator for part in one.parts)
    return next(voice.text(part.title) for part in parts if part.id == held.part)
