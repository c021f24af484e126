"""Conclusions as they may be shown: how sure, near a cut-off, who stands out, what to discuss; of shown tables only."""

from __future__ import annotations

from typing import NamedTuple

from samskab_cli.model.conclusions import Certainty
from samskab_cli.model.verdict_shown import Discuss, Near, StandsOut
from samskab_cli.scoring.conclusions.certainty import certainty
from samskab_cli.scoring.conclusions.discuss_first import discuss_first
from samskab_cli.scoring.conclusions.precision import near
from samskab_cli.scoring.contest.sides import stands_out
from samskab_cli.scoring.findings import Findings


class Conclusions(NamedTuple):
    """How sure the verdict is, who sees it differently, and what to talk about."""

    certainty: Certainty
    near: tuple[Near, ...]
    stands_out: tuple[StandsOut, ...]
    discuss_first: tuple[Discuss, ...]


def concluded(findings: Findings) -> Conclusions:
    """The conclusions of one crowd; its set has a verdict."""
    return Conclusions(
        certainty=certainty(findings),
        near=tuple(Near(**one._asdict()) for one in near(findings)),
        stands_out=who_stands_out(findings),
        discuss_first=what_to_discuss(findings),
    )


def who_stands_out(findings: Findings) -> tuple[StandsOut, ...]:
    """The shown sides that see something otherwise than all others."""
    return tuple(StandsOut(**one._asdict()) for one in stands_out(findings.asked, findings.tables))


def what_to_discuss(findings: Findings) -> tuple[Discuss, ...]:
    """The items to talk about, the largest tension first."""
    return tuple(Discuss(**topic._asdict()) for topic in discuss_first(findings.asked, findings.tables))
