"""Texts in the place of figures and beside them: withheld and why, a side of one person, levels, states of gates."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text, TextOf
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.question_set import RawFigure


class FigureWords(Catalogue):
    """What stands in a figure's place, and beside it."""

    withheld = Text(da="holdt tilbage", en="withheld")
    withheld_min_group = Text(da="færre end {n}", en="fewer than {n}")
    withheld_unanimous = Text(da="uden sider", en="without sides")
    withheld_protects = Text(da="beskytter en mindre gruppe", en="protects a smaller group")
    too_few = Text(da="for få svar", en="too few answers")
    not_applicable = Text(da="ikke relevant", en="not relevant")
    raw = TextOf(
        {
            RawFigure.MEAN: Text(da="gennemsnit {figure} ({low} til {high})", en="mean {figure} ({low} to {high})"),
            RawFigure.SUM: Text(da="sum {figure} ({low} til {high})", en="sum {figure} ({low} to {high})"),
        },
        every=RawFigure,
    )
    """A dimension on its statements' own scale."""
    unsure = Text(da="Ved ikke", en="Don't know")
    """Where the set has no answer of its own for it."""
    not_relevant = Text(da="Ikke relevant", en="Not relevant")
    one_of_side = Text(da="1 {one}", en="1 {one}")
    one_of_label = Text(da="{label} (1 person)", en="{label} (1 person)")
    levels = TextOf(
        {
            Level.NOT_NOW: Text(da="ikke nu", en="not now"),
            Level.PREPARE: Text(da="forbered først", en="prepare first"),
            Level.ATTENTION: Text(da="hold øje", en="keep an eye"),
            Level.READY: Text(da="klar", en="ready"),
            Level.UNDECIDED: Text(da="uafklaret", en="undecided"),
        },
        every=Level,
    )
    mean = Text(da="Gennemsnit", en="Mean")


class GateWords(Catalogue):
    """States of decisive questions."""

    states = TextOf(
        {
            GateState.PASSED: Text(da="På plads", en="In place"),
            GateState.UNDECIDED: Text(da="Uafklaret", en="Undecided"),
            GateState.FAILED: Text(da="Ikke på plads", en="Not in place"),
            GateState.CONTESTED: Text(da="I er uenige", en="You disagree"),
        },
        every=GateState,
    )
    reasons = TextOf(
        {
            GateReason.SIDES: Text(
                da="{sides} svarer så meget anderledes end alle andre, at det næppe er tilfældigt.",
                en="{sides} answer so differently from everybody else that it is hardly chance.",
            ),
            GateReason.SPREAD: Text(
                da=(
                    "Mindst en fjerdedel af svarene ligger over midten og mindst en fjerdedel under, længere fra "
                    "hinanden, end tilfældet plejer at give."
                ),
                en=(
                    "At least a quarter of the answers lie above the middle and at least a quarter below, further "
                    "apart than chance usually gives."
                ),
            ),
            GateReason.BELOW: Text(
                da="Tallet er under {fail_below}, og de ubesvarede kan ikke løfte det til {pass_at}.",
                en="The figure is below {fail_below}, and the unanswered cannot lift it to {pass_at}.",
            ),
            GateReason.NO_SCORE: Text(
                da="Der er ikke svar nok til et tal.", en="There are not enough answers for a figure."
            ),
            GateReason.BETWEEN: Text(
                da="Tallet er hverken under {fail_below} eller oppe på {pass_at}.",
                en="The figure is neither below {fail_below} nor up to {pass_at}.",
            ),
            GateReason.UNKNOWN: Text(da="De ubesvarede kan stadig vende det.", en="The unanswered can still turn it."),
            GateReason.NOT_ASKED: Text(
                da="Ingen af udsagnene bag det er med.", en="None of the statements behind it was asked."
            ),
        },
        every=GateReason,
    )
    range = Text(
        da="Lå alle ubesvarede i bund: {bottom}. Lå de alle i top: {top}.",
        en="If all the unanswered were at the bottom: {bottom}. If all were at the top: {top}.",
    )


class SideWords(Catalogue):
    """The sides beside each other."""

    no_sides = Text(
        da="Svarene er ikke delt på sider, så der er ingen afstand at vise.",
        en="The answers are not divided into sides, so there is no gap to show.",
    )
    one_side = Text(
        da="Kun én side har svaret, så der er ingen afstand at vise.",
        en="Only one side has answered, so there is no gap to show.",
    )
    sides_withheld = Text(
        da="Nogle sider er holdt tilbage. Afstanden er mellem dem, der vises.",
        en="Some sides are withheld. The gap is between those shown.",
    )
    too_few_sides_shown = Text(
        da="Sider er holdt tilbage, så der er ingen afstand at vise.",
        en="Sides are withheld, so there is no gap to show.",
    )
    together = Text(
        da="Enkelte sider er for få personer til at blive vist, så siderne er lagt sammen.",
        en="Some sides are too few people to be shown, so sides are put together.",
    )
    computed_without = Text(
        da="Regnet uden siderne hver for sig. Er alle enige om at vise dem, kan vurderingen blive en anden.",
        en="Computed without the single sides. If everybody agrees to show them, the outcome may be another.",
    )
    way_out = Text(
        da="Så kan rapporten laves igen med --min-group 1.",
        en="The report can then be made again with --min-group 1.",
    )
    apart = Text(
        da="{sides} svarer anderledes end alle andre på {gates}.",
        en="{sides} answer otherwise than everybody else on {gates}.",
    )
    lower = Text(
        da="{side} svarer lavere end alle andre om: {dimensions}.",
        en="{side} answer lower than everybody else on: {dimensions}.",
    )
    higher = Text(
        da="{side} svarer højere end alle andre om: {dimensions}.",
        en="{side} answer higher than everybody else on: {dimensions}.",
    )
    nobody_stands_out = Text(
        da="Ingen af siderne skiller sig mere ud, end tilfældet plejer at give.",
        en="None of the sides stands out beyond what chance gives.",
    )


class FirstScreenWords(Catalogue):
    """What doesn't fit on a terminal's first screen."""

    more_dimensions = Text(da="… og {n} dimensioner til, se nedenfor", en="… and {n} more dimensions, see below")
    more_gates = Text(
        da="… og {n} afgørende spørgsmål til, se nedenfor",
        en="… and {n} more decisive questions, see below",
    )
