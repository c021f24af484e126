"""Why the verdict is what it is: one sentence, and the list of what holds it back."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Plural, Text


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
