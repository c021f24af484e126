"""What is concluded from one crowd, as it may be shown: functions of its shown tables alone."""

from __future__ import annotations

from typing import NamedTuple

from samskab_cli.model.result import Discuss, Near, StandsOut, Sure, SureReason
from samskab_cli.scoring.conclusions.certainty import certainty
from samskab_cli.scoring.conclusions.discuss_first import discuss_first
from samskab_cli.scoring.conclusions.near import near
from samskab_cli.scoring.conclusions.readings import Judged
from samskab_cli.scoring.conclusions.sides import stands_out
from samskab_cli.scoring.findings import Findings


class Conclusions(NamedTuple):
    """How sure the verdict is, who sees it differently, and what to talk about."""

    sure: Sure | None
    sure_reason: SureReason | None
    near: tuple[Near, ...]
    stands_out: tuple[StandsOut, ...]
    discuss_first: tuple[Discuss, ...]


def concluded(findings: Findings) -> Conclusions:
    """The conclusions of one crowd."""
    asked, tables = findings.asked, findings.tables
    judged = Judged(findings.level, findings.dimensions, findings.gates)
    sure = certainty(asked, tables, judged)
    return Conclusions(
        sure=sure.sure,
        sure_reason=sure.reason,
        near=tuple(
            Near(figure=one.figure, cutoff=one.cutoff, distance=one.distance) for one in near(asked, tables, judged)
        ),
        stands_out=tuple(
            StandsOut(side=one.side, dimensions=one.dimensions, direction=one.direction)
            for one in stands_out(asked, tables)
        ),
        discuss_first=tuple(
            Discuss(
                item=topic.item,
                tension=topic.tension,
                reason=topic.reason,
                by_chance=topic.by_chance,
                side=topic.side,
            )
            for topic in discuss_first(asked, tables)
        ),
    )
