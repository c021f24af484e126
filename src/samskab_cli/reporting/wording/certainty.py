"""How sure the verdict is: whether another group of the same kind would reach the same level."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text, TextOf
from samskab_cli.model.conclusions import Sure


class CertaintyWords(Catalogue):
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
                    "Et andet hold af samme slags ville nå samme trin{short} i færre end halvdelen af tilfældene. Tal "
                    "om svarene; trinnet er tilfældigt."
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
            "at svare forskelligt. Det er et skøn og ikke prøvet på rigtige rum."
        ),
        en=(
            "How sure the level is was computed from how differently you answered yourselves, and how much people "
            "usually do. It is an estimate and hasn't been tried on real rooms."
        ),
    )
