"""The Danish catalogue of the index."""

from __future__ import annotations

from samskab_cli.reporting.wording.indexing import Indexing

DANISH_INDEXING = Indexing(
    title="Oversigt",
    by="En rapport for hver gruppe (kolonnen {column})",
    group="Gruppe",
    empty="uden {column}",
    verdict="Vurdering",
    people="Svar",
    order=(
        "Rækkefølgen er alfabetisk. Det er ikke en rangliste: Grupperne har hver deres sag og deres egne svar, og "
        "tallene er til at tale om."
    ),
    withheld="Holdt tilbage",
    withheld_explained=(
        "Disse grupper har ingen rapport, så ingen kan genkendes, heller ikke ved at trække tal fra hinanden."
    ),
    nobody_shown="Alle grupper er holdt tilbage.",
)
