"""Texts of a comparison: from–to, moved most, too few answers, why two results were not compared."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text, TextOf
from samskab_cli.model.comparison import FewAnswers, NoComparison, NotCompared


class ComparisonWords(Catalogue):
    """Every text of `samskab compare` that the report doesn't have."""

    title = Text(da="Hvad har ændret sig?", en="What has changed?")
    heading = Text(da="Hvad har ændret sig? {what}", en="What has changed? {what}")
    occasion = Text(da="{number}: {name}, {people}", en="{number}: {name}, {people}")
    """One of the times: its number, name and people."""
    since_last = Text(da="Ændret siden sidst", en="Changed since last time")
    refused = TextOf(
        {
            NoComparison.OTHER_SET: Text(
                da="Sidst svarede I på andre spørgsmål, så der er intet at sammenligne med.",
                en="Last time you answered other questions, so there is nothing to compare with.",
            ),
            NoComparison.NOTHING_IN_COMMON: Text(
                da="Ingen udsagn er brugt begge gange af nok personer, så der er intet at sammenligne.",
                en="No statement was asked of enough people both times, so there is nothing to compare.",
            ),
            NoComparison.FEW_DIFFER: Text(
                da=(
                    "Næsten de samme svar er med begge gange. En sammenligning ville vise, hvad de få har svaret, "
                    "som kun er med den ene gang, så den er udeladt."
                ),
                en=(
                    "Nearly the same answers are in both. A comparison would show what the few answered who are in "
                    "one only, so it is left out."
                ),
            ),
        },
        every=NoComparison,
    )
    verdict = Text(da="Vurderingen", en="The outcome")
    from_to = Text(da="Fra {first} til {last}.", en="From {first} to {last}.")
    same_verdict = Text(da="Den samme: {level}.", en="The same: {level}.")
    verdict_withheld = Text(
        da="Holdt tilbage mindst én af gangene, så der er ingen ændring at vise.",
        en="Withheld at least one of the times, so there is no change to show.",
    )
    change = Text(da="ændring", en="change")
    """Head of a column."""
    unchanged = Text(da="uændret", en="unchanged")
    moved_most = Text(da="Det har flyttet sig mest", en="What has moved most")
    nothing_moved = Text(
        da="Ingen udsagn, der kan vises, har flyttet sig.", en="No statement that can be shown has moved."
    )
    all_items = Text(da="Alle udsagn, der er med hver gang", en="All statements that were asked every time")
    few_answers = TextOf(
        {
            FewAnswers.SMALLER: Text(
                da="mindre, end nogle få andre svar kunne have flyttet",
                en="less than a few other answers could have moved",
            ),
            FewAnswers.LARGER: Text(
                da="mere, end nogle få andre svar kunne have flyttet",
                en="more than a few other answers could have moved",
            ),
            FewAnswers.TOO_FEW: Text(
                da="for få svar til at sige, om det er mere end et tilfælde",
                en="too few answers to say whether it is more than chance",
            ),
        },
        every=FewAnswers,
    )
    few_answers_explained = Text(
        da=(
            "Hvor meget nogle få andre svar kunne have flyttet, er målt på, hvor forskelligt I har svaret, og hvor "
            "mange I er: to gange standardfejlen på forskellen mellem de to gennemsnit. Det er en tommelfingerregel, "
            "ikke et bevis."
        ),
        en=(
            "What a few other answers could have moved is measured by how differently you have answered, and by "
            "how many you are: twice the standard error of the difference between the two means. It is a rule of "
            "thumb, not a proof."
        ),
    )
    read_with_care = Text(da="Læs det med omtanke", en="Read it with care")
    not_matched = Text(
        da=(
            "Det er ikke nødvendigvis de samme personer, der har svaret hver gang, og ingens svar er koblet "
            "sammen. En ændring kan komme af, at andre har svaret."
        ),
        en=(
            "It is not necessarily the same people who answered each time, and nobody's answers are matched. A "
            "change may come from others having answered."
        ),
    )
    tables_only = Text(
        da=(
            "Mindst én af gangene er kun kendt som en færdig rapport. Om de samme personer har svaret flere gange, kan "
            "derfor ikke undersøges: Er det næsten de samme, kan ændringen vise, hvad de få har svaret, der er kommet "
            "til eller gået."
        ),
        en=(
            "At least one of the times is known as a finished report only. So nobody can look whether the same people "
            "answered more than once: if nearly all did, the change may show what the few answered who came or left."
        ),
    )
    """Where a result is compared, whose rows nobody has."""
    not_compared = TextOf(
        {
            NotCompared.MIN_GROUP: Text(da="for få svar en af gangene", en="too few answers at one of the times"),
            NotCompared.PROTECTS_ANOTHER: Text(
                da="holdt tilbage, så en mindre gruppe ikke kan regnes ud",
                en="withheld, so that a smaller group can't be computed",
            ),
            NotCompared.FEW_DIFFER: Text(
                da="næsten de samme svar er med begge gange; ændringen ville vise, hvad de få andre har svaret",
                en="nearly the same answers are in both; the change would show what the few others answered",
            ),
            NotCompared.ABSENT: Text(da="har ikke svaret hver gang", en="did not answer every time"),
        },
        every=NotCompared,
    )
    few_people = Text(
        da="{name}: Kun {n} har svaret, så et enkelt svar kan flytte tallene meget.",
        en="{name}: only {n} have answered, so a single answer can move the figures a lot.",
    )
    versions = Text(
        da="Spørgsmålene er ændret undervejs ({versions}). Hver gang er regnet ud efter sin egen udgave.",
        en="The questions have changed on the way ({versions}). Each time is computed by its own version.",
    )
    left_out = Text(
        da=(
            "Kun de udsagn, der er med hver gang, er regnet med, så tallene kan være andre end i de enkelte "
            "rapporter. Udeladt: {n}."
        ),
        en=(
            "Only the statements that were asked every time count, so figures may differ from the single reports. "
            "Left out: {n}."
        ),
    )
    left_out_heading = Text(da="Ikke med hver gang", en="Not asked every time")
    asked_at = Text(da="{item} (kun med gang {times})", en="{item} (asked at {times} only)")
    people_behind = Text(
        da="Tallet i parentes er, hvor mange der har svaret.",
        en="The number in brackets is how many have answered.",
    )
    """What the number in brackets is."""
