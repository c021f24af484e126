"""The verdict in words: what stands above it, why it is so, how sure it is."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Plural, Text, TextOf
from samskab_cli.model.conclusions import Sure


class VerdictWords(Catalogue):
    """How sure the verdict is, and who was heard."""

    provisional = Text(da="Foreløbig", en="Provisional")
    only_quick = Text(
        da="Kun den korte udgave er brugt: {asked} af {total} udsagn.",
        en="Only the short version was used: {asked} of {total} statements.",
    )
    items_missing = Text(
        da="{missing} af {total} udsagn er ikke med i svarene.",
        en="{missing} of {total} statements are missing from the answers.",
    )
    unfinished = Text(
        da="Svarene er ikke afsluttet, så tallene kan nå at ændre sig.",
        en="The answers are not finished, so the figures may still change.",
    )
    withheld = Text(da="Holdt tilbage", en="Withheld")
    withheld_text = Text(
        da="Her bliver ingen vurdering vist, så ingen kan blive genkendt.",
        en="No outcome is shown here, so that nobody can be recognised.",
    )
    few_asked = Text(
        da="{missing} af {total} udsagn er udeladt, fordi færre end {n} er spurgt om dem.",
        en="{missing} of {total} statements are left out, since fewer than {n} were asked them.",
    )
    all_answered = Text(da="Alle har svaret på alt.", en="Everybody has answered everything.")
    firm = Text(da="De ubesvarede kan ikke ændre det.", en="The unanswered cannot change it.")
    near = Text(
        da="{title} {score}: lige ved grænsen på {cutoff}.", en="{title} {score}: right at the cut-off of {cutoff}."
    )
    same_at_both_ends = Text(
        da="Efter de udsagn, der er med: {level}. De ubesvarede kan ikke ændre det.",
        en="By the statements asked: {level}. The unanswered cannot change it.",
    )
    spans = Text(
        da="Tæller de ubesvarede lavest, bliver det {worst}; tæller de højest, bliver det {best}.",
        en="If the unanswered count lowest, it is {worst}; if they count highest, it is {best}.",
    )
    seen_from_one_side = Text(
        da="Kun {side} har svaret: ingen svar fra {missing}.",
        en="Answers only from {side}: none from {missing}.",
    )
    nobody_from = Text(da="Ingen svar fra {missing}.", en="No answers from {missing}.")
    without_role = Plural(
        da=("1 svar er uden rolle.", "{n} svar er uden rolle."),
        en=("1 answer has no role.", "{n} answers have no role."),
    )
    not_asked = Text(da="{title}: Ingen af udsagnene er med", en="{title}: none of its statements was asked")


class SureWords(Catalogue):
    """How sure the verdict is, given the people."""

    levels = TextOf(
        {
            Sure.NINE: Text(
                da="Et andet hold af samme slags ville nå samme trin{short} i mindst 9 af 10 tilfælde.",
                en="Another group of the same kind would reach the same level{short} in at least 9 of 10 cases.",
            ),
            Sure.SEVEN: Text(
                da="Et andet hold af samme slags ville nå samme trin{short} i 7-8 af 10 tilfælde.",
                en="Another group of the same kind would reach the same level{short} in 7 or 8 of 10 cases.",
            ),
            Sure.FIVE: Text(
                da=(
                    "Et andet hold af samme slags ville nå samme trin{short} i 5-6 af 10 tilfælde. Brug svarene mere "
                    "end trinnet."
                ),
                en=(
                    "Another group of the same kind would reach the same level{short} in 5 or 6 of 10 cases. Use the "
                    "answers more than the level."
                ),
            ),
            Sure.FEWER: Text(
                da=(
                    "Et andet hold af samme slags ville nå samme trin{short} i færre end halvdelen af tilfældene. "
                    "Tal om "
                    "svarene; trinnet er tilfældigt."
                ),
                en=(
                    "Another group of the same kind would reach the same level{short} in fewer than half of the cases. "
                    "Talk about the answers; the level is down to chance."
                ),
            ),
        },
        every=Sure,
    )
    of_the_short_version = Text(da=" af den korte udgave", en=" of the short version")
    too_few = Text(
        da="I er for få til at sige, hvad et andet hold ville nå frem til.",
        en="You are too few to say what another group would come to.",
    )
    explained = Text(
        da=(
            "Hvor sikkert trinnet er, er regnet ud af, hvor forskelligt I selv har svaret, og hvor meget folk plejer "
            "at "
            "svare forskelligt. Det er et skøn og ikke prøvet på rigtige rum."
        ),
        en=(
            "How sure the level is was computed from how differently you answered yourselves, and how much people "
            "usually do. It is an estimate and hasn't been tried on real rooms."
        ),
    )


class WhyWords(Catalogue):
    """Why the verdict is what it is, and what holds it back."""

    withheld = Text(da="færre end {n} har svaret", en="fewer than {n} have answered")
    nobody = Text(da="ingen har svaret", en="nobody has answered")
    undecided = Text(
        da="der mangler for mange svar til en konklusion",
        en="too many answers are missing for a conclusion",
    )
    but = Text(da="{good}, men {bad}", en="{good}, but {bad}")
    both_gates = Text(da="begge afgørende spørgsmål", en="both decisive questions")
    all_gates = Text(da="alle {total} afgørende spørgsmål", en="all {total} decisive questions")
    some_gates = Text(da="{n} af de {total} afgørende spørgsmål", en="{n} of the {total} decisive questions")
    gates_in_place = Plural(
        da=("{which} er på plads", "{which} er på plads"),
        en=("{which} is in place", "{which} are in place"),
    )
    no_gate_in_place = Text(
        da="ingen af de afgørende spørgsmål er på plads", en="none of the decisive questions is in place"
    )
    gates_contested = Text(da="I er uenige om {which}", en="you disagree about {which}")
    gates_failed = Plural(
        da=("{which} er ikke på plads", "{which} er ikke på plads"),
        en=("{which} is not in place", "{which} are not in place"),
    )
    gates_undecided = Plural(
        da=("{which} er uafklaret", "{which} er uafklarede"),
        en=("{which} is undecided", "{which} are undecided"),
    )
    no_dimension_below = Text(da="ingen dimension er under {needed}", en="no dimension is below {needed}")
    no_dimension_applies = Text(
        da="ingen af dimensionerne er relevante for dem, der har svaret",
        en="none of the dimensions is relevant to those who answered",
    )
    no_dimension_has_figure = Text(
        da="ingen af dimensionerne har svar nok til et tal",
        en="none of the dimensions has enough answers for a figure",
    )
    dimension_below = Text(da="{which} er under {needed}", en="{which} is below {needed}")
    dimensions_below = Text(da="{n} dimensioner er under {needed}", en="{n} dimensions are below {needed}")
    all_dimensions_below = Text(da="alle {n} dimensioner er under {needed}", en="all {n} dimensions are below {needed}")
    mean_is = Text(da="gennemsnittet er {score}", en="the mean is {score}")
    mean_reaches = Text(da="gennemsnittet når op på {needed}", en="the mean reaches {needed}")
    mean_below = Text(da="gennemsnittet{score} er under {needed}", en="the mean{score} is below {needed}")
    too_few_for_figure = Text(
        da="{what} har for få svar til et tal", en="there are too few answers for a figure on {what}"
    )
    no_figure = Text(da="{which} kan ikke gøres op", en="there is no figure for {which}")
    points_missing = Text(
        da="{title} {score}: Der mangler {missing} op til {needed}.",
        en="{title} {score}: {missing} short of {needed}.",
    )
    below_but_withheld = Text(
        da="{title}: Under {needed}; tallet er holdt tilbage.",
        en="{title}: below {needed}; the figure is withheld.",
    )
    without_figure = Text(da="{title}: For få svar til et tal.", en="{title}: too few answers for a figure.")
