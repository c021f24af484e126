"""Texts of the index of `--each`: order, chance, groups withheld or not compared."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text


class IndexWords(Catalogue):
    """Every text of the index that the reports don't have."""

    title = Text(da="Oversigt", en="Overview")
    by = Text(
        da="En rapport for hver gruppe (kolonnen {column})",
        en="One report for each group (the column {column})",
    )
    """What the groups are. {column}: the name of the column."""
    changes_by = Text(
        da="Hvad der har ændret sig i hver gruppe (kolonnen {column})",
        en="What has changed in each group (the column {column})",
    )
    """The same of comparisons."""
    empty = Text(da="uden {column}", en="without {column}")
    """The group where the column is empty."""
    order = Text(
        da=(
            "Rækkefølgen er alfabetisk. Det er ikke en rangliste: Grupperne har hver deres sag og deres egne svar, "
            "og tallene er til at tale om."
        ),
        en=(
            "The order is alphabetical. This is no ranking: each group has its own issue and its own answers, and "
            "the figures are there to talk about."
        ),
    )
    chance = Text(
        da="Forskellene mellem grupperne er for en stor del tilfældige. Brug dem ikke til at sammenligne.",
        en="The differences between the groups are to a large part chance. Don't use them to compare.",
    )
    chance_on = Text(
        da=(
            "Forskellene mellem grupperne er for en stor del tilfældige, hvad angår {dimensions}. Brug dem ikke til at "
            "sammenligne."
        ),
        en=(
            "The differences between the groups are to a large part chance as to {dimensions}. Don't use them to "
            "compare."
        ),
    )
    """Where it holds of some dimensions only."""
    withheld = Text(da="Holdt tilbage", en="Withheld")
    withheld_explained = Text(
        da="Disse grupper har ingen rapport, så ingen kan genkendes, heller ikke ved at trække tal fra hinanden.",
        en="These groups have no report, so that nobody can be recognised, not even by subtracting figures.",
    )
    not_compared_explained = Text(
        da=(
            "Disse grupper er ikke sammenlignet. Ingen skal kunne genkendes, heller ikke ved at trække tal fra "
            "hinanden."
        ),
        en="These groups are not compared. Nobody is to be recognised, not even by subtracting figures.",
    )
    nobody_shown = Text(da="Alle grupper er holdt tilbage.", en="All groups are withheld.")
