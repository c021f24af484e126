"""`FindingWriter`: findings of a study as sentences, with their figures, items and dimensions named."""

from __future__ import annotations

from dataclasses import dataclass

from samskab_cli.model.study import Estimate, Finding, FindingKind, Study
from samskab_cli.reporting.document import Entry
from samskab_cli.reporting.formatter import Formatter
from samskab_cli.reporting.wording.study import StudyWords

_MANY = 100
"""People from which on correlations have a second decimal."""
_SHARES = frozenset({FindingKind.UNSURE, FindingKind.BLANK, FindingKind.ENDS, FindingKind.MISREAD})
_OF_GROUPS = frozenset({FindingKind.NOISE, FindingKind.PARTLY_NOISE})


@dataclass(frozen=True)
class FindingWriter(Formatter):
    """The findings of one study in one language."""

    study: Study

    @property
    def own(self) -> StudyWords:
        """The texts of studies."""
        return StudyWords(self.words.language)

    def entry(self, finding: Finding) -> Entry:
        """What it is about, what is seen, and the figure with its threshold."""
        return Entry(self._text(finding), lead=self._lead(finding), aside=self._figure(finding))

    def dimension(self, id_: str) -> str:
        """The name of a dimension."""
        return next((self.text(one.title) for one in self.question_set.dimensions if one.id == id_), id_)

    def side(self, id_: str) -> str:
        """The name of a side, of whatever level."""
        every = (*self.question_set.all_sides, *self.question_set.coarse_sides)
        return next((self.text(one.label) for one in every if one.id == id_), id_)

    def r(self, value: float | None, n: int) -> str:
        """A correlation, with the decimals that it has."""
        if value is None:
            return ""
        written = f"{abs(value):.{2 if n >= _MANY else 1}f}".replace(".", self.words.decimal_mark)
        return f"\N{MINUS SIGN}{written}" if value < 0 else written

    def estimate(self, one: Estimate | None, n: int) -> str:
        """A figure with its interval in brackets."""
        if one is None:
            return ""
        if one.low is None or one.high is None:
            return self.r(one.value, n)
        return f"{self.r(one.value, n)} ({self.r(one.low, n)}\N{EN DASH}{self.r(one.high, n)})"

    def per_cent(self, share: float | None) -> str:
        """A share as whole per cent."""
        return "" if share is None else str(round(100 * share))

    def _lead(self, finding: Finding) -> str:
        own = self.own.finding
        if finding.kind is FindingKind.NEVER:
            return own.scale
        if finding.kind in _OF_GROUPS:
            return own.groups.format(column=self.study.groups.column if self.study.groups else "")
        if finding.items:
            named = [f"{self.words.quoted.format(text=self.item_text(item))} ({item})" for item in finding.items]
            return self.listing(named)
        return self.listing([self.dimension(dimension) for dimension in finding.dimensions])

    def _text(self, finding: Finding) -> str:
        own, kind = self.own.finding, finding.kind
        template = own.text[kind]
        if kind is FindingKind.OPPOSITE and self.question_set.item_by_id[finding.items[0]].reverse:
            template = own.already_reversed
        elif finding.side is not None:
            template = own.unsure_side
        home = self.question_set.dimension_of[finding.items[0]].id if finding.items else (*finding.dimensions, "")[0]
        return template.format(
            dimension=self.dimension(home),
            other=self.dimension((*finding.dimensions, "")[0]),
            dimensions=self.listing([self.dimension(dimension) for dimension in finding.dimensions]),
            count=self.count(len(finding.dimensions)),
            all=self.count(len(self.study.dimensions)),
            options=self.listing([self._option(value, finding.items) for value in finding.options]),
            n=self.count(finding.n),
            side=self.side(finding.side or ""),
            share=self._share(finding.value),
            unsure=self.words.quoted.format(text=self.unsure),
        )

    def _figure(self, finding: Finding) -> str:
        own, kind, n = self.own.finding, finding.kind, finding.n
        if kind in _OF_GROUPS:
            return self._of_groups(finding)
        if kind is FindingKind.ONE_ROOM:
            alphas = [one.alpha.value for one in self.study.dimensions if one.id in finding.dimensions and one.alpha]
            return own.alphas.format(range=self._range(alphas, n))
        if kind not in own.figure or None in {finding.value, finding.low, finding.high}:
            return ""
        ends = (finding.value, finding.low, finding.high)
        value, low, high = (self._share(one) if kind in _SHARES else self.r(one, n) for one in ends)
        return own.figure[kind].format(value=value, low=low, high=high)

    def _of_groups(self, finding: Finding) -> str:
        own, groups = self.own.finding, self.study.groups
        if groups is None:
            return ""
        values = [one.icc2.value for one in self.study.dimensions if one.id in finding.dimensions and one.icc2]
        needed = own.none_would_do
        if finding.needed is not None:
            needed = own.needed.format(needed=self.count(_about(finding.needed)))
        size = self.count(round(groups.people / groups.shown))
        return own.icc2.format(range=self._range(values, finding.n), size=size, needed=needed)

    def _range(self, values: list[float], n: int) -> str:
        ends = dict.fromkeys((self.r(min(values), n), self.r(max(values), n))) if values else {}
        return "\N{EN DASH}".join(ends)

    def _option(self, value: int, items: tuple[str, ...]) -> str:
        """An answer to these items; without items, of the first scale that has such an end."""
        scale_of = self.question_set.scale_of
        scales = [scale_of[item] for item in items] or list(self.question_set.scales)
        label = next(one.label for scale in scales for one in scale.options if one.value == value)
        return f"{value} ({self.text(label)})"

    def _share(self, share: float | None) -> str:
        return self.words.per_cent.format(number=self.per_cent(share))


def _about(number: int) -> int:
    """Two digits, rounded up: it is no more exact than that.

    >>> _about(262), _about(3605), _about(7)
    (270, 3700, 7)
    """
    unit: int = 10 ** max(0, len(str(number)) - 2)
    return -(-number // unit) * unit
