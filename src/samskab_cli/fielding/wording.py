"""What forms, cards and surveys say of their own, beside the texts of the question set; other languages get English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Words:
    """Every sentence of our own that somebody who answers may read."""

    matter: str
    date: str
    role_question: str
    one_cross: str
    no_name: str
    how: str
    how_text: str
    statement: str
    notes: str
    thanks: str
    not_for: str
    card_page: str
    card_hint: str
    key: str
    sheet: str
    sheet_role: str
    sheet_respondent: str
    sheet_wrong: str
    paste_systems: str
    paste_each: str
    paste_answers: str
    paste_keep: str
    paste_roles: str
    paste_not_for: str


DANISH = Words(
    matter="Sagen",
    date="Dato",
    role_question="Hvad er du i sagen?",
    one_cross="Sæt ét kryds.",
    no_name="Skriv ikke dit navn.",
    how="Sådan svarer du",
    how_text="Sæt ét kryds ved hvert udsagn. Fortryder du, så streg det forkerte kryds over, og sæt et nyt.",
    statement="Udsagn",
    notes="Noter",
    thanks="Tak for dine svar.",
    not_for="Besvares ikke af",
    card_page="Ét ark pr. person. Klip langs de stiplede linjer.",
    card_hint="Vælg et kort, og hold det skjult. Vis det først, når alle har valgt.",
    key="tast",
    sheet="Svar",
    sheet_role="Vælg en rolle på listen.",
    sheet_respondent="Et nummer pr. person, fx 1, 2, 3. Skriv ikke navne.",
    sheet_wrong="Vælg et af svarene på listen, eller lad feltet stå tomt.",
    paste_systems="Til Microsoft Forms (Likert), Google Forms (gitter med multiple choice) og SurveyXact (batteri).",
    paste_each="Lav ét spørgsmål for hvert afsnit herunder, og sæt udsagnene ind som rækker, alle på én gang.",
    paste_answers="Svarmulighederne er de samme i alle afsnit. Sæt dem ind som kolonner:",
    paste_keep=(
        "Ret ikke i udsagn og svarmuligheder: På deres ordlyd genkender samskab dem i den fil, som systemet giver. "
        "Lad være med at gøre svar obligatoriske."
    ),
    paste_roles="Lav et spørgsmål med én svarmulighed for hver rolle. Giv det præcis denne titel:",
    paste_not_for="Skal kunne springes over af",
)

ENGLISH = Words(
    matter="The matter",
    date="Date",
    role_question="What are you in this matter?",
    one_cross="Put one cross.",
    no_name="Do not write your name.",
    how="How to answer",
    how_text="Put one cross for each statement. To change it, strike out the wrong cross and put a new one.",
    statement="Statement",
    notes="Notes",
    thanks="Thank you for your answers.",
    not_for="Not answered by",
    card_page="One sheet for each person. Cut along the dashed lines.",
    card_hint="Choose a card and keep it hidden. Show it when everybody has chosen.",
    key="key",
    sheet="Answers",
    sheet_role="Choose a role from the list.",
    sheet_respondent="A number for each person, as 1, 2, 3. Do not write names.",
    sheet_wrong="Choose one of the answers on the list, or leave the cell empty.",
    paste_systems="For Microsoft Forms (Likert), Google Forms (multiple choice grid) and SurveyXact (battery).",
    paste_each="Make one question for each section below and paste the statements as its rows, all at once.",
    paste_answers="The answers are the same in every section. Paste them as the columns:",
    paste_keep=(
        "Do not change statements and answers: samskab knows them by their wording in the file that the system gives. "
        "Do not make answers required."
    ),
    paste_roles="Make a question with one answer for each role. Give it exactly this title:",
    paste_not_for="May be skipped by",
)


def words_of(language: str) -> Words:
    """The words in a language."""
    return DANISH if language == "da" else ENGLISH
