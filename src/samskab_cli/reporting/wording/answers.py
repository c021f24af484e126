"""Who answered, and how it was computed."""

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


class MethodWords(Catalogue):
    """How it was computed."""

    unknown = Text(
        da=(
            'Ubesvarede er "{unsure}" og felter, der er tomme eller ikke kunne læses. De indgår ikke i tallene, '
            'kun i "fra–til": først tæller de alle lavest, så alle højest. "{not_relevant}" tæller slet ikke med.'
        ),
        en=(
            'Unanswered are "{unsure}" and cells that are blank or could not be read. They are not in the figures, '
            'only in "from–to": first all of them count lowest, then all highest. "{not_relevant}" does not count at '
            "all."
        ),
    )
    score = Text(
        da=(
            "Hvert udsagn går fra 0 til 100. Et udsagns tal er gennemsnittet af svarene, hvis mindst halvdelen har "
            "svaret; andre tal er gennemsnittet af udsagnenes tal, hvis mindst {share} af dem har et."
        ),
        en=(
            "Every statement goes from 0 to 100. A statement's score is the mean of its answers, if at least half have "
            "answered; other figures are the mean of the statements' scores, if at least {share} of them have one."
        ),
    )
    score_reversed = Text(
        da=(
            "Hvert udsagn går fra 0 til 100, og vendte udsagn er vendt om. Et udsagns tal er gennemsnittet af svarene, "
            "hvis mindst halvdelen har svaret; andre tal er gennemsnittet af udsagnenes tal, hvis mindst {share} af "
            "dem "
            "har et."
        ),
        en=(
            "Every statement goes from 0 to 100; reversed ones are turned back. A statement's score is the mean of its "
            "answers, if at least half have answered; other figures are the mean of the statements' scores, if at "
            "least "
            "{share} of them have one."
        ),
    )
    votes = Text(
        da="Stemmerne er talt op for hver rolle; ingens svar er koblet sammen.",
        en="The votes are counted for each role; nobody's answers are tied together.",
    )
    phones = Text(
        da="De blev givet på deltagernes egne telefoner, med kort for dem, der hellere ville.",
        en="They were given on people's own phones, with cards for those who preferred them.",
    )
    levels = Text(
        da=(
            "{ready}: ingen dimension under {ready_dimension} og et gennemsnit på mindst {ready_overall}. "
            "{attention}: ingen dimension under {attention_dimension} og et gennemsnit på mindst "
            "{attention_overall}."
        ),
        en=(
            "{ready}: no dimension below {ready_dimension} and a mean of at least {ready_overall}. {attention}: no "
            "dimension below {attention_dimension} and a mean of at least {attention_overall}."
        ),
    )
    gates = Text(
        da=(
            'Er et afgørende spørgsmål ikke på plads, bliver det "{not_now}". Er det uafklaret, eller er I uenige '
            'om det, bliver det højst "{prepare}". Den svageste del afgør.'
        ),
        en=(
            'If a decisive question is not in place, it is "{not_now}". If one is undecided or you disagree about '
            'it, it is at most "{prepare}". The weakest part decides.'
        ),
    )
    caps = Text(
        da='Er den laveste del af "{title}" under {below}, bliver det højst "{level}".',
        en='If the lowest part of "{title}" is below {below}, it is at most "{level}".',
    )
    sides = Text(
        da="I dimensioner og afgørende spørgsmål sammenlignes siderne kun på udsagn, som alle roller bliver spurgt om.",
        en="Dimensions and decisive questions are compared between sides only on statements that all roles are asked.",
    )
    agreement = Text(
        da="Enighed er van der Eijks A (2001): −1 er to lejre, 0 er jævnt fordelt, 1 er helt enige.",
        en="Agreement is van der Eijk's A (2001): −1 is two camps, 0 is spread evenly, 1 is all alike.",
    )
    min_group = Plural(
        da=("Mindste gruppe, der vises: 1 person.", "Mindste gruppe, der vises: {n} personer."),
        en=("Smallest group that is shown: 1 person.", "Smallest group that is shown: {n} people."),
    )
    scoring = Text(
        da="Regnet efter scoring 2 (samskab 0.2); rapporter fra 0.1 kan afvige.",
        en="Computed by scoring 2 (samskab 0.2); reports by 0.1 may differ.",
    )
    set = Text(
        da="Spørgsmål: {id} {version}, sha256 {sha256}. Regnet ud med {program}.",
        en="Questions: {id} {version}, sha256 {sha256}. Computed with {program}.",
    )
