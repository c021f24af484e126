"""Texts on who answered: people, states of cells, rejected, surplus cards, small groups, sides as a room decided."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Plural, Text, TextOf


class AnswerWords(Catalogue):
    """Who took part, and what their cells held."""

    nobody = Text(da="ingen svar", en="no answers")
    one_common_answer = Text(da="ét fælles svar", en="one common answer")
    voters = Plural(
        da=("1 deltager", "{n} deltagere"),
        en=("1 participant", "{n} participants"),
    )
    respondents = Plural(
        da=("1 svar", "{n} svar"),
        en=("1 answer", "{n} answers"),
    )
    coverage = Text(da="svar på skalaen i {share} af felterne", en="answers on the scale in {share} of the cells")
    cells = TextOf(
        {
            "value": Text(da="Svar på skalaen", en="Answers on the scale"),
            "blank": Text(da="Ikke besvaret", en="Not answered"),
            "invalid": Text(da="Kunne ikke læses", en="Could not be read"),
            "not_asked": Text(da="Ikke spurgt (ikke til den rolle)", en="Not asked (not for that role)"),
            "not_reached": Text(da="Ikke nået (hele dimensionen tom)", en="Not reached (whole dimension blank)"),
        }
    )
    unanswered = Plural(
        da=("1 har ikke svaret på noget og tæller ikke med.", "{n} har ikke svaret på noget og tæller ikke med."),
        en=("1 has answered nothing and does not count.", "{n} have answered nothing and do not count."),
    )
    incomplete = Plural(
        da=("1 er ikke afsluttet i spørgeskemaet.", "{n} er ikke afsluttet i spørgeskemaet."),
        en=("1 is not finished in the survey.", "{n} are not finished in the survey."),
    )
    straight_lining = Plural(
        da=(
            "1 har givet det samme svar på næsten alt, men tæller med.",
            "{n} har givet det samme svar på næsten alt, men tæller med.",
        ),
        en=(
            "1 has given the same answer to nearly everything, but counts.",
            "{n} have given the same answer to nearly everything, but count.",
        ),
    )
    rejected = Plural(
        da=("1 felt kunne ikke læses; se det med --rejected.", "{n} felter kunne ikke læses; se dem med --rejected."),
        en=(
            "1 cell could not be read; see it with --rejected.",
            "{n} cells could not be read; see them with --rejected.",
        ),
    )
    rejected_by_item = Text(
        da="Felter, der ikke kunne læses: {by_item}.", en="Cells that could not be read: {by_item}."
    )
    surplus = Text(
        da="{item}: {role} har {cards} kort, men {people} til stede. Kortene tæller som personer, kun her.",
        en="{item}: {role} have {cards} cards, but {people} present. The cards count as people, here alone.",
    )
    left_out = Text(
        da="Udeladt, fordi færre end {n} er spurgt: {items}.", en="Left out, since fewer than {n} were asked: {items}."
    )
    without_sides = Text(da="Uden sider: {items}.", en="Without sides: {items}.")
    small_groups = Text(
        da="Grupper på færre end {n} kan være vist. I så små grupper kan enkelte svar regnes ud.",
        en="Groups of fewer than {n} may be shown. In groups this small, single answers can be worked out.",
    )
    sides_choice = TextOf(
        {
            "show": Text(da="Siderne er vist efter aftale i rummet.", en="The sides are shown, as the room agreed."),
            "room": Text(
                da="Siderne blev vist i rummet. Rummet aftalte at holde dem tilbage her.",
                en="The sides were shown in the room. The room agreed to withhold them here.",
            ),
            "merge": Text(
                da="Siderne er slået sammen efter aftale i rummet.",
                en="The sides are put together, as the room agreed.",
            ),
            "withhold": Text(
                da="Sider på færre end fem er holdt tilbage efter aftale i rummet.",
                en="Sides of fewer than five are withheld, as the room agreed.",
            ),
        }
    )
    withheld_explained = Text(
        da="Det er holdt tilbage, så ingen kan genkendes, heller ikke ved at trække tal fra hinanden.",
        en="Withheld so that nobody can be recognised, not even by subtracting figures.",
    )
    items_explained = Text(da="Antal svar på hvert trin.", en="Answers at each step.")
    items_explained_reversed = Text(
        da="Antal svar på hvert trin, som de er givet, også på vendte udsagn. Tallet er vendt rigtigt.",
        en="Answers at each step as given, also on reversed statements. The score is turned the right way.",
    )
