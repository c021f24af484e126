"""Why the verdict is so: clauses on gates, dimensions and mean (`…, but …`), and lines of what holds it back."""

from __future__ import annotations

from collections.abc import Sequence

from samskab_cli.model.figures_shown import GateShown
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import Cutoffs, GateState, Level
from samskab_cli.model.published import Withheld
from samskab_cli.model.verdict_shown import HeldByDimension, HeldByGate, HeldByIndicator, HeldByOverall, VerdictShown
from samskab_cli.reporting.formatter import ResultFormatter, sentence


def why(formatter: ResultFormatter, shown: VerdictShown, cutoffs: Cutoffs) -> str:
    """Why the verdict is what it is; true in every state."""
    words = formatter.words
    if isinstance(shown.level, Withheld):
        return sentence(words.why.withheld.format(n=formatter.count(formatter.result.min_group)))
    if shown.level is Level.UNDECIDED:
        return sentence(formatter.clauses(_unanswered(formatter)) or words.why.undecided)
    if shown.level is Level.READY:
        return sentence(formatter.clauses(_everything_in_place(formatter, cutoffs)))
    held = () if isinstance(shown.held_back_by, Withheld) else shown.held_back_by
    gates = [clause for state in _WORST_FIRST if (clause := _gates_clause(formatter, state))]
    figures = _figures_clauses(formatter, held)
    if gates or not figures or not formatter.result.gates:
        return sentence(formatter.clauses(gates + figures) or words.why.undecided)
    return sentence(words.why.but.format(good=_gates_passed(formatter), bad=formatter.clauses(figures)))


def held_back(formatter: ResultFormatter, shown: VerdictShown) -> tuple[str, ...]:
    """Each thing that keeps the verdict from the next level, with the points missing."""
    held = shown.held_back_by
    return () if isinstance(held, Withheld) else tuple(_line(formatter, one) for one in held)


Blocker = HeldByGate | HeldByDimension | HeldByOverall | HeldByIndicator
_BOTH = 2
_WORST_FIRST = (GateState.FAILED, GateState.CONTESTED, GateState.UNDECIDED)


def _everything_in_place(formatter: ResultFormatter, cutoffs: Cutoffs) -> list[str]:
    words, needed = formatter.words, cutoffs.ready
    overall = formatter.result.overall.score
    clauses = [_gates_passed(formatter)] if formatter.result.gates else []
    clauses.append(words.why.no_dimension_below.format(needed=formatter.cutoff(needed.dimension)))
    if isinstance(overall, float):
        clauses.append(words.why.mean_is.format(score=formatter.points(overall)))
    else:
        clauses.append(words.why.mean_reaches.format(needed=formatter.cutoff(needed.overall)))
    return clauses


def _unanswered(formatter: ResultFormatter) -> list[str]:
    """What has no figure: dimensions first, then gates."""
    words, dimensions = formatter.words, formatter.result.dimensions
    if dimensions and all(d.score is None and d.low is None for d in dimensions):
        return [words.why.no_dimension_applies]
    if formatter.result.answers.respondents == 0:
        return [words.why.nobody]
    empty = [_title(formatter, d.id) for d in dimensions if d.score is None and d.low is not None]
    clauses = [words.why.too_few_for_figure.format(what=formatter.listing(empty))] if empty else []
    if len(empty) == len(dimensions) > 1:
        clauses = [words.why.no_dimension_has_figure]
    gates = [gate for gate in formatter.result.gates if gate.reason is GateReason.NO_SCORE]
    if gates:
        clauses.append(words.why.no_figure.format(which=which_gates(formatter, gates)))
    return clauses


def _gates_passed(formatter: ResultFormatter) -> str:
    gates = formatter.result.gates
    return formatter.words.why.gates_in_place.of(len(gates), formatter.count).format(
        which=which_gates(formatter, gates)
    )


def _gates_clause(formatter: ResultFormatter, state: GateState) -> str:
    gates = [gate for gate in formatter.result.gates if gate.state is state]
    if not gates:
        return ""
    words = formatter.words
    if state is GateState.CONTESTED:
        return words.why.gates_contested.format(which=which_gates(formatter, gates))
    if state is GateState.FAILED and len(gates) == len(formatter.result.gates) > 1:
        return words.why.no_gate_in_place
    template = words.why.gates_failed if state is GateState.FAILED else words.why.gates_undecided
    return template.of(len(gates), formatter.count).format(which=which_gates(formatter, gates))


def which_gates(formatter: ResultFormatter, gates: Sequence[GateShown]) -> str:
    """One gate by its title, all of them as such, else how many of how many."""
    words, all_of_them = formatter.words, len(formatter.result.gates)
    if len(gates) == 1:
        gate = next(gate for gate in formatter.question_set.gates if gate.id == gates[0].id)
        return words.quoted.format(text=formatter.text(gate.title))
    if len(gates) == all_of_them == _BOTH:
        return words.why.both_gates
    template = words.why.all_gates if len(gates) == all_of_them else words.why.some_gates
    return template.format(n=formatter.counted(len(gates)), total=formatter.counted(all_of_them))


def _figures_clauses(formatter: ResultFormatter, held: Sequence[Blocker]) -> list[str]:
    """Dimensions below the cut-off, the mean only where no dimension is; then indicators that hold it down."""
    below = formatter.words.why.dimension_below
    low = [one for one in held if isinstance(one, HeldByIndicator)]
    capped = [below.format(which=_named(formatter, one), needed=formatter.cutoff(one.needed)) for one in low]
    return [*_dimensions_clause(formatter, held), *capped]


def _dimensions_clause(formatter: ResultFormatter, held: Sequence[Blocker]) -> list[str]:
    words = formatter.words
    dimensions = [one for one in held if isinstance(one, HeldByDimension) and one.score is not None]
    if dimensions:
        needed = formatter.cutoff(dimensions[0].needed)
        if len(dimensions) == 1:
            return [words.why.dimension_below.format(which=_named(formatter, dimensions[0]), needed=needed)]
        every = len(dimensions) == len(formatter.result.dimensions)
        template = words.why.all_dimensions_below if every else words.why.dimensions_below
        return [template.format(n=formatter.counted(len(dimensions)), needed=needed)]
    for one in held:
        if isinstance(one, HeldByOverall) and one.score is not None:
            score = f" ({formatter.points(one.score)})" if isinstance(one.score, float) else ""
            return [words.why.mean_below.format(score=score, needed=formatter.cutoff(one.needed))]
    return []


def _named(formatter: ResultFormatter, held: HeldByDimension | HeldByIndicator) -> str:
    if isinstance(held, HeldByIndicator):
        title = formatter.words.quoted.format(text=_part_title(formatter, held))
    else:
        title = _title(formatter, held.dimension)
    return f"{title} ({formatter.points(held.score)})" if isinstance(held.score, float) else title


def _line(formatter: ResultFormatter, held: Blocker) -> str:
    words = formatter.words
    if isinstance(held, HeldByGate):
        gate = next(gate for gate in formatter.question_set.gates if gate.id == held.gate)
        shown = next(gate for gate in formatter.result.gates if gate.id == held.gate)
        return f"{formatter.text(gate.title)} {words.gates.states[held.state]}. {formatter.gate_reason(shown)}"
    title = _held_title(formatter, held)
    needed = formatter.cutoff(held.needed)
    if isinstance(held.score, float) and isinstance(held.missing, float):
        return words.why.points_missing.format(
            title=title, score=formatter.points(held.score), missing=formatter.distance(held.missing), needed=needed
        )
    template = words.why.below_but_withheld if isinstance(held.score, Withheld) else words.why.without_figure
    return template.format(title=title, needed=needed)


def _title(formatter: ResultFormatter, dimension: str) -> str:
    return next(formatter.text(d.title) for d in formatter.question_set.dimensions if d.id == dimension)


def _held_title(formatter: ResultFormatter, held: HeldByDimension | HeldByOverall | HeldByIndicator) -> str:
    match held:
        case HeldByOverall():
            return formatter.words.figures.mean
        case HeldByIndicator():
            indicator = next(one for one in formatter.question_set.indicators if one.id == held.indicator)
            return f"{formatter.text(indicator.title)} {_part_title(formatter, held)}"
        case HeldByDimension():
            return _title(formatter, held.dimension)


def _part_title(formatter: ResultFormatter, held: HeldByIndicator) -> str:
    parts = (part for one in formatter.question_set.indicators if one.id == held.indicator for part in one.parts)
    return next(formatter.text(part.title) for part in parts if part.id == held.part)
