"""The Danish catalogue of pages and documents."""

from __future__ import annotations

from samskab_cli.reporting.wording.pages import Pages

DANISH_PAGES = Pages(
    ladder="Trinnene, det bedste øverst",
    here="her er I",
    why="Derfor",
    differs="Hvem ser det anderledes?",
    same_alone="Siderne når hver for sig det samme trin: {level}.",
    unknown_alone="Der er ikke svar nok til at sige, hvad siderne når hver for sig.",
    who="Hvem har svaret?",
    intro="Indledning",
    conclusion="Konklusion",
    weakest_decides="Den svageste del afgør.",
    gate_scale="0 til 100: på plads fra {pass_at} (streg), ikke på plads under {fail_below} (prikket).",
    all_answers="Alle svar, 0 til 100.",
    whisker="så langt kan de ubesvarede flytte tallet",
    distribution="Antal svar på hvert trin: {counts}",
    topic="Emne",
    step_what="Hvad",
    step_who="Hvem",
    step_when="Hvornår",
    step_gain="Det flytter",
    from_the_room="Fra rummet",
    to_agree="Aftalt på mødet",
    to_agree_note="hvad, hvem, hvornår",
    took_part="Hvem deltog",
    gave="Hvad de svarede",
    items_read=(
        "Til højre for midten ligger de svar, der trækker op; til venstre dem, der trækker ned. Vendte udsagn er "
        "spejlet, så højre altid er det gode. Tallene er antal svar."
    ),
    worst="trækker ned",
    best="trækker op",
    statement="Udsagn",
    counts="Antal svar",
    scale="0–100",
    behind="Tallene bag figurerne",
    sides_figures="Siderne, 0 til 100",
    as_given="Antal svar på hvert trin, som de er givet, også på vendte udsagn.",
    caveat="Forbehold",
    state="Tilstand",
    part="Del",
    side="Side",
    level="Trin",
    document="Rapport",
    text="Tekst",
    number="Tal",
    reason="Grund",
)
