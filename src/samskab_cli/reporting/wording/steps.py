"""Texts of what to discuss (gap, divided, unsure), of what would move it, of next steps, of evidence behind highs."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Plural, Text, TextOf


class DiscussWords(Catalogue):
    """What to talk about first."""

    gap_short = Text(da="afstand {gap}", en="gap {gap}")
    gap_long = Text(da="Afstand {gap} mellem siderne: {sides}.", en="Gap {gap} between the sides: {sides}.")
    quite_agreed = Text(da="ret enige", en="quite agreed")
    mixed = Text(da="blandede svar", en="mixed answers")
    divided = Text(da="delte meninger", en="divided opinions")
    disagreement_long = Text(
        da="Svarene er ikke ens: enighed {agreement} på en skala fra −1 (to lejre) til 1 (helt enige).",
        en="The answers differ: agreement {agreement} on a scale from −1 (two camps) to 1 (all alike).",
    )
    unsure_share = Text(da='{n} af {of} svarede "{unsure}"', en='{n} of {of} answered "{unsure}"')
    unsure_of_side = Text(da="{side}: {said}", en="{side}: {said}")
    by_chance = Text(da="Det kan være tilfældigt.", en="That may be chance.")
    alone = Text(
        da="Med ét svar er der ingen uenighed at vise.",
        en="With one answer there is no disagreement to show.",
    )
    nothing = Text(da="Der er ingen uenighed eller tvivl at vise.", en="There is no disagreement or doubt to show.")


class StepWords(Catalogue):
    """What moves most, and what was agreed."""

    moves_explained = Text(
        da="Så mange point ville tallene stige, hvis udsagnet lå på 75.",
        en="The points that the figures would gain if the statement were at 75.",
    )
    gain_short = Text(da="+{points}", en="+{points}")
    gain_dimension = Text(da="{dimension} +{points}", en="{dimension} +{points}")
    gain_gate = Text(
        da="{gain} · afgørende spørgsmål +{points}",
        en="{gain} · decisive question +{points}",
    )
    within_days = Plural(
        da=("inden 1 dag", "inden {n} dage"),
        en=("within 1 day", "within {n} days"),
    )
    moves_withheld = Text(da="Holdt tilbage: Færre end {n} har svaret.", en="Withheld: fewer than {n} have answered.")
    no_moves = Text(da="Alle udsagn ligger på 75 eller derover.", en="All statements are at 75 or above.")
    no_moves_shown = Text(da="Der er ingen udsagn under 75 at vise.", en="There are no statements below 75 to show.")
    states = TextOf(
        {
            "done": Text(da="Gjort", en="Done"),
            "under_way": Text(da="Undervejs", en="Under way"),
            "not_done": Text(da="Ikke gjort", en="Not done"),
            None: Text(da="Ikke talt om", en="Not spoken of"),
        }
    )
    """What became of a step; None: nobody said."""
    next_date = Text(da="I mødes igen {date}.", en="You meet again on {date}.")
    about = Text(da="Om: {item}", en="About: {item}")


class EvidenceWords(Catalogue):
    """Indicators, and what is known behind the high answers."""

    indicators_explained = Text(
        da='Et pejlemærke ændrer kun vurderingen, hvor det er nævnt under "Det holder jer tilbage".',
        en='An indicator changes the outcome only where it is named under "What holds you back".',
    )
    not_asked = Text(
        da="Hvad de høje svar bygger på, bliver kun skrevet ned i en workshop.",
        en="What the high answers build on is only written down in a workshop.",
    )
    no_highs = Text(
        da="Ingen udsagn, der kan vises, ligger på 75 eller derover.",
        en="None of the statements that can be shown is at 75 or above.",
    )
    highs_with_evidence = Plural(
        da=(
            "{with_example} af 1 højt svar har et eksempel bag sig.",
            "{with_example} af {n} høje svar har et eksempel bag sig.",
        ),
        en=(
            "{with_example} of 1 high answer has an example behind it.",
            "{with_example} of {n} high answers have an example behind them.",
        ),
    )
