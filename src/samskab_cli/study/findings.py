"""All findings of a study in order, and those on groups; each sure by its whole 99 % interval.

The thresholds are fixed. Could they be chosen, they would be turned until nothing is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from samskab_cli.model.study import Finding, FindingKind
from samskab_cli.model.tables import ShownTables
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.study.consistency import Consistency
from samskab_cli.study.correlations import correlation_findings
from samskab_cli.study.group_reliability import WANTED, Reliability, answers_needed
from samskab_cli.study.intervals import SURE
from samskab_cli.study.shares import share_findings

NOISE: Final = 0.50


@dataclass(frozen=True)
class Groups:
    """What is known of ten or more groups that may be shown."""

    people: int
    by_dimension: Mapping[str, Reliability]


def findings(
    asked: Asked, tables: ShownTables, consistency: Consistency | None, groups: Groups | None
) -> list[Finding]:
    """Everything that is surely wrong, the weightiest first, then in question order.

    tables: what may be shown. consistency: None where there are too few people. groups: None where too few are shown.
    """
    found = [*share_findings(asked, tables)]
    if groups is not None:
        found += _of_groups(groups)
    if consistency is not None:
        found += correlation_findings(consistency, in_groups=groups is not None)
    order = {item.id: at for at, item in enumerate(asked.items)}
    return sorted(found, key=lambda one: (one.kind.rank, min((order[item] for item in one.items), default=-1)))


def _of_groups(groups: Groups) -> Iterator[Finding]:
    """Dimensions on which groups can't be told apart: one finding for all of them, so that the page stays short."""
    highs = {dimension: one.interval(SURE)[1] for dimension, one in groups.by_dimension.items()}
    noise = [dimension for dimension, high in highs.items() if high < NOISE]
    partly = [dimension for dimension, high in highs.items() if NOISE <= high < WANTED]
    for kind, threshold, dimensions in ((FindingKind.NOISE, NOISE, noise), (FindingKind.PARTLY_NOISE, WANTED, partly)):
        if dimensions:
            needed = [answers_needed(groups.by_dimension[dimension].needed) for dimension in dimensions]
            known = [one for one in needed if one is not None]
            yield Finding(
                kind=kind,
                dimensions=tuple(dimensions),
                threshold=threshold,
                n=groups.people,
                needed=max(known) if len(known) == len(needed) else None,
            )
