"""Texts of forms, cards, answer sheets and surveys beside the question set's own: how to answer, role, notes."""

from __future__ import annotations

from samskab_cli.model.catalogue import LANGUAGES, Catalogue, Text


class FormWords(Catalogue):
    """Every text of our own that somebody who answers may read."""

    matter = Text(da="Sagen", en="The issue")
    date = Text(da="Dato", en="Date")
    about_you = Text(da="Om dig", en="About you")
    role_question = Text(da="Hvilken rolle har du i sagen?", en="What is your role?")
    one_cross = Text(da="Sæt ét kryds.", en="Tick one.")
    no_name = Text(da="Skriv ikke dit navn.", en="Do not write your name.")
    how = Text(da="Sådan svarer du", en="How to answer")
    how_text = Text(
        da="Sæt ét kryds ved hvert udsagn. Fortryder du, så streg det forkerte kryds over, og sæt et nyt.",
        en="Tick one box for each statement. To change it, strike out the wrong tick and make a new one.",
    )
    statement = Text(da="Udsagn", en="Statement")
    notes = Text(da="Noter", en="Notes")
    thanks = Text(da="Tak for dine svar.", en="Thank you for your answers.")
    not_for = Text(da="Besvares ikke af", en="Not answered by")
    card_page = Text(
        da="Ét ark pr. person. Klip langs de stiplede linjer.",
        en="One sheet for each person. Cut along the dashed lines.",
    )
    card_page_of_side = Text(
        da="Print dette ark én gang for hver person fra denne side. Klip langs de stiplede linjer.",
        en="Print this sheet once for each person of this side. Cut along the dashed lines.",
    )
    card_hint = Text(
        da="Vælg et kort, og hold det skjult. Vis det først, når alle har valgt.",
        en="Choose a card and keep it hidden. Show it when everybody has chosen.",
    )
    key = Text(da="tast", en="key")
    sheet = Text(da="Svar", en="Answers")
    sheet_role = Text(da="Vælg en rolle på listen.", en="Choose a role from the list.")
    sheet_respondent = Text(
        da="Et nummer pr. person, fx 1, 2, 3. Skriv ikke navne.",
        en="A number for each person, as 1, 2, 3. Do not write names.",
    )
    sheet_wrong = Text(
        da="Vælg et af svarene på listen, eller lad feltet stå tomt.",
        en="Choose one of the answers on the list, or leave the cell empty.",
    )
    paste_systems = Text(
        da="Til Microsoft Forms (Likert), Google Forms (gitter med multiple choice) og SurveyXact (batteri).",
        en="For Microsoft Forms (Likert), Google Forms (multiple choice grid) and SurveyXact (battery).",
    )
    paste_each = Text(
        da="Lav ét spørgsmål for hvert afsnit herunder, og sæt udsagnene ind som rækker, alle på én gang.",
        en="Make one question for each section below and paste the statements as its rows, all at once.",
    )
    paste_answers = Text(
        da="Svarmulighederne er de samme i alle afsnit. Sæt dem ind som kolonner:",
        en="The answers are the same in every section. Paste them as the columns:",
    )
    paste_keep = Text(
        da=(
            "Ret ikke i udsagn og svarmuligheder: På deres ordlyd genkender samskab dem i den fil, som systemet "
            "giver. Lad være med at gøre svar obligatoriske."
        ),
        en=(
            "Do not change statements and answers: samskab knows them by their wording in the file that the system "
            "gives. Do not make answers required."
        ),
    )
    paste_roles = Text(
        da="Lav et spørgsmål med én svarmulighed for hver rolle. Giv det præcis denne titel:",
        en="Make a question with one answer for each role. Give it exactly this title:",
    )
    paste_not_for = Text(da="Skal kunne springes over af", en="May be skipped by")


def form_words(language: str) -> FormWords:
    """The texts in a language; English for one without."""
    return FormWords(language if language in LANGUAGES else "en")
