"""Labels on page 1, of charts and tables in HTML and PDF: ladder, whiskers, topic, agreed at the meeting."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text


class PageWords(Catalogue):
    """Labels of a report that is read on paper or in a browser."""

    ladder = Text(da="Trinnene, det bedste øverst", en="The levels, the best at the top")
    here = Text(da="her er I", en="you are here")
    why = Text(da="Derfor", en="Why")
    differs = Text(da="Hvem ser det anderledes?", en="Who sees it differently?")
    who = Text(da="Hvem har svaret?", en="Who answered?")
    intro = Text(da="Indledning", en="Introduction")
    conclusion = Text(da="Konklusion", en="Conclusion")
    weakest_decides = Text(da="Den svageste del afgør.", en="The weakest part decides.")
    gate_scale = Text(
        da="0 til 100: på plads fra {pass_at} (streg), ikke på plads under {fail_below} (prikket).",
        en="0 to 100: in place from {pass_at} (line), not in place below {fail_below} (dotted).",
    )
    all_answers = Text(da="Alle svar, 0 til 100.", en="All answers, 0 to 100.")
    whisker = Text(da="så langt kan de ubesvarede flytte tallet", en="how far the unanswered could move the figure")
    distribution = Text(da="Antal svar på hvert trin: {counts}", en="Answers on each step: {counts}")
    topic = Text(da="Emne", en="Topic")
    step_what = Text(da="Hvad", en="What")
    step_who = Text(da="Hvem", en="Who")
    step_when = Text(da="Hvornår", en="When")
    step_gain = Text(da="Det flytter", en="What it moves")
    from_the_room = Text(da="Fra rummet", en="From the room")
    to_agree = Text(da="Aftalt på mødet", en="Agreed at the meeting")
    to_agree_note = Text(da="hvad, hvem, hvornår", en="what, who, when")
    gave = Text(da="Hvad de svarede", en="What they answered")
    items_read = Text(
        da=(
            "Til højre for midten ligger de svar, der trækker op; til venstre dem, der trækker ned.{mirrored} Tallene "
            "er antal svar."
        ),
        en=(
            "Right of the middle lie the answers that pull up; left of it those that pull down.{mirrored} The numbers "
            "count answers."
        ),
    )
    mirrored = Text(
        da=" Vendte udsagn er spejlet, så højre altid er det gode.",
        en=" Reversed statements are mirrored, so that right is always the good side.",
    )
    """Where statements are reversed."""
    worst = Text(da="trækker ned", en="pulls down")
    best = Text(da="trækker op", en="pulls up")
    statement = Text(da="Udsagn", en="Statement")
    counts = Text(da="Antal svar", en="Answers")
    scale = Text(da="0–100", en="0–100")
    behind = Text(da="Tallene bag figurerne", en="The figures behind the charts")
    sides_figures = Text(da="Siderne, 0 til 100", en="The sides, 0 to 100")
    as_given = Text(da="Antal svar på hvert trin.", en="Answers on each step.")
    as_given_reversed = Text(
        da="Antal svar på hvert trin, som de er givet, også på vendte udsagn.",
        en="Answers on each step as they were given, also on reversed statements.",
    )
    caveat = Text(da="Forbehold", en="Caveat")
    state = Text(da="Tilstand", en="State")
    part = Text(da="Del", en="Part")
    side = Text(da="Side", en="Side")
    level = Text(da="Trin", en="Level")
    document = Text(da="Rapport", en="Report")
    text = Text(da="Tekst", en="Text")
    number = Text(da="Tal", en="Figure")
