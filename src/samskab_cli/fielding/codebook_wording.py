"""Labels of the codebook for columns that are ours and not the question set's: score, range, verdict, role, n."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text, TextOf
from samskab_cli.model.judging import GateState
from samskab_cli.model.question_set import RawFigure
from samskab_cli.model.statement_source import SourceKind


class CodebookWords(Catalogue):
    """Labels of columns and values."""

    respondent = Text(da="Respondentens nummer", en="The respondent's number")
    role = Text(da="Rolle", en="Role")
    score = Text(da="{title} (0-100)", en="{title} (0-100)")
    raw = TextOf(
        {
            RawFigure.MEAN: Text(
                da="{title}: gennemsnit på udsagnenes egen skala", en="{title}: mean on the items' own scale"
            ),
            RawFigure.SUM: Text(da="{title}: sum på udsagnenes egen skala", en="{title}: sum on the items' own scale"),
        },
        every=RawFigure,
    )
    gate = Text(
        da="{title}: den laveste af delene (0-100)",
        en="{title}: the lowest of its parts (0-100)",
    )
    low = Text(
        da="{title}: med alt ubesvaret nederst (0-100)",
        en="{title}: with everything unknown at the bottom (0-100)",
    )
    high = Text(
        da="{title}: med alt ubesvaret øverst (0-100)",
        en="{title}: with everything unknown at the top (0-100)",
    )
    state = Text(da="{title}: tilstand", en="{title}: state")
    states = TextOf(
        {
            GateState.FAILED: Text(da="Ikke bestået", en="Failed"),
            GateState.UNDECIDED: Text(da="Uafklaret", en="Undecided"),
            GateState.CONTESTED: Text(da="I er uenige", en="Contested"),
            GateState.PASSED: Text(da="Bestået", en="Passed"),
        },
        every=GateState,
    )
    overall = Text(da="Gennemsnit af emnerne (0-100)", en="Mean of the dimensions (0-100)")
    verdict = Text(da="Vurdering", en="Verdict")
    people = Text(da="Personer i gruppen, der har svaret", en="People of the group who answered")
    counted = TextOf(
        {
            "answered": Text(da="Svar på skalaen", en="Answers on the scale"),
            "unsure": Text(da="Svar uden for skalaen: ved ikke", en="Answers outside the scale: don't know"),
            "not_relevant": Text(
                da="Svar uden for skalaen: ikke relevant", en="Answers outside the scale: not relevant"
            ),
            "blank": Text(da="Ubesvaret, selv om der blev spurgt", en="Blank, though it was asked"),
            "invalid": Text(da="Felter, der ikke kunne læses", en="Cells that couldn't be read"),
        }
    )
    unreadable = Text(da="kunne ikke læses", en="couldn't be read")
    kind = Text(da="Slags tal", en="Kind of figure")
    kinds = TextOf(
        {
            "verdict": Text(da="vurdering", en="verdict"),
            "dimension": Text(
                da="emne, og gennemsnittet af emnerne (overall)", en="dimension, and their mean (overall)"
            ),
            "gate": Text(da="afgørende spørgsmål, og dets tilstand (…_state)", en="gate, and its state (…_state)"),
            "part": Text(da="del af et afgørende spørgsmål", en="part of a gate"),
            "item": Text(da="udsagn", en="item"),
            "indicator": Text(da="del af en indikator", en="part of an indicator"),
        }
    )
    id = Text(da="Hvad tallet handler om", en="What the figure is about")
    value = Text(
        da="Tallet (0-100); en vurdering 0-3, en tilstand 0-3",
        en="The figure (0-100); a verdict 0-3, a state 0-3",
    )
    n = Text(
        da="Svar bag tallet; ved flere udsagn det mindste antal; ved vurderingen personer",
        en="Answers behind the figure; of several items the smallest number; of the verdict people",
    )
    long_low = Text(da="Tallet med alt ubesvaret nederst", en="The figure with everything unknown at the bottom")
    long_high = Text(da="Tallet med alt ubesvaret øverst", en="The figure with everything unknown at the top")
    sd = Text(
        da="Standardafvigelse af udsagnets svar (n - 1; 0-100)",
        en="Standard deviation of the item's answers (n - 1; 0-100)",
    )
    withheld = Text(da="Hvorfor tallet ikke vises", en="Why the figure isn't shown")
    reasons = TextOf(
        {
            "min_group": Text(da="for få personer", en="too few people"),
            "protects_another": Text(da="beskytter en mindre gruppe", en="protects a smaller group"),
            "few_differ": Text(
                da="næsten de samme svar er med begge gange", en="nearly the same answers are in both times"
            ),
            "absent": Text(da="har ikke svaret hver gang", en="did not answer every time"),
        }
    )
    at_time = Text(da="Gang {number}: tallet", en="Time {number}: the figure")
    n_at_time = Text(da="Gang {number}: svar bag tallet", en="Time {number}: answers behind the figure")
    change = Text(da="Ændring: den sidste gang minus den første", en="Change: the last time minus the first")
    few_answers = Text(
        da="Om få andre svar kunne have givet ændringen", en="Whether a few other answers could have given the change"
    )
    few = TextOf(
        {
            "smaller": Text(
                da="mindre end hvad få andre svar kunne give", en="smaller than what a few others could give"
            ),
            "larger": Text(da="mere end hvad få andre svar kunne give", en="more than what a few others could give"),
            "too_few": Text(da="for få svar til at sige det", en="too few answers to say"),
        }
    )
    source = TextOf(
        {
            SourceKind.INTERVIEW: Text(da="interview", en="interview"),
            SourceKind.PRACTICE: Text(da="almindelig praksis", en="common practice"),
        },
        every=SourceKind,
    )
    items_of = Text(da="udsagn: {items}", en="items: {items}")
