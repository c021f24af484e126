"""Numbers to texts: one decimal, decimal mark, per cent; never rounded over a cut-off."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.rules import GOOD_ENOUGH

TOP = 100.0
_TENTH = Decimal("0.1")
_SMALLEST = Decimal("0.0001")
_NOISE_DIGITS = 9  # scoring compares with a tolerance of 1e-9: what counts as reached is shown as reached


def cutoffs(question_set: QuestionSet) -> tuple[float, ...]:
    """Every cut-off of a set that a score is held against, 0…100."""
    verdict = question_set.cutoffs
    of_levels = (verdict.ready, verdict.attention) if verdict else ()
    return (
        GOOD_ENOUGH,
        TOP,
        *(level.dimension for level in of_levels),
        *(level.overall for level in of_levels),
        *(point for gate in question_set.gates for point in (gate.pass_at, gate.middle, gate.fail_below)),
        *(level.at_least for indicator in question_set.indicators for level in indicator.levels),
        *(indicator.caps.below for indicator in question_set.indicators if indicator.caps),
    )


def tenths(value: float, limits: Sequence[float] = (TOP,)) -> Decimal:
    """A figure ≥ 0 with one decimal, half up; cut instead where that would reach one of `limits` from below.

    What is above 0 stays above 0, so a limit of 0.1 or less can't be kept from below.

    >>> tenths(64.96, [65]), tenths(64.94, [65]), tenths(65, [65]), tenths(99.96), tenths(0.04), tenths(0)
    (Decimal('64.9'), Decimal('64.9'), Decimal('65.0'), Decimal('99.9'), Decimal('0.1'), Decimal('0.0'))
    """
    exact = Decimal(repr(round(value, _NOISE_DIGITS)))
    shown = exact.quantize(_TENTH, ROUND_HALF_UP)
    if any(exact < limit <= shown for limit in _exact(limits)):
        shown = exact.quantize(_TENTH, ROUND_DOWN)
    return _TENTH if exact > 0 and shown == 0 else shown


def decimal(value: float, mark: str, limits: Sequence[float] = (TOP,)) -> str:
    """`tenths` as text, with the language's decimal mark.

    >>> decimal(38.54, ",")
    '38,5'
    """
    return str(tenths(value, limits)).replace(".", mark)


def whole_per_cent(share: float) -> str:
    """A share 0…1 in whole per cent, cut: 100 is all of it.

    >>> whole_per_cent(0.953), whole_per_cent(0.9996), whole_per_cent(1)
    ('95', '99', '100')
    """
    return str(int(Decimal(repr(round(100 * share, _NOISE_DIGITS)))))


def hundredths(value: float, mark: str) -> str:
    """Agreement, −1…1, with two decimals; never rounded up to 1 or down to −1.

    >>> hundredths(0.9999, "."), hundredths(-0.125, ","), hundredths(1, ".")
    ('0.99', '−0,13', '1.00')
    """
    exact = Decimal(repr(round(value, _NOISE_DIGITS)))
    shown = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    if abs(shown) == 1 and abs(exact) < 1:
        shown = exact.quantize(Decimal("0.01"), ROUND_DOWN)
    return f"{abs(shown):.2f}".replace(".", mark) if shown >= 0 else "\N{MINUS SIGN}" + str(-shown).replace(".", mark)


def plain(value: float, mark: str) -> str:
    """A cut-off as its author wrote it: without decimals where it has none.

    >>> plain(65.0, ","), plain(62.5, ",")
    ('65', '62,5')
    """
    return (str(int(value)) if value == int(value) else repr(value)).replace(".", mark)


def exact(value: float, mark: str, limits: Sequence[float] = (TOP,)) -> str:
    """A figure with up to four decimals, so that it can be computed with again; never rounded up to one of `limits`.

    >>> exact(73.29545, ","), exact(-1, ","), exact(64.99999, ",", [65]), exact(12, ",")
    ('73,2955', '−1', '64,9999', '12')
    """
    whole = Decimal(repr(round(value, _NOISE_DIGITS)))
    shown = whole.quantize(_SMALLEST, ROUND_HALF_UP)
    if any(whole < limit <= shown for limit in _exact(limits)):
        shown = whole.quantize(_SMALLEST, ROUND_DOWN)
    digits = f"{abs(shown):f}".rstrip("0").rstrip(".").replace(".", mark)
    return f"\N{MINUS SIGN}{digits}" if shown < 0 else digits


def _exact(limits: Sequence[float]) -> list[Decimal]:
    return [Decimal(repr(round(limit, _NOISE_DIGITS))) for limit in limits]
