"""Texts of the section "method": scores, unanswered, votes, levels, gates, caps, agreement, smallest group."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Plural, Text


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
            "Hvert udsagn går fra 0 til 100{turned}. Et udsagns tal er gennemsnittet af svarene, hvis mindst halvdelen "
            "har svaret; andre tal er gennemsnittet af udsagnenes tal, hvis mindst {share} af dem har et."
        ),
        en=(
            "Every statement goes from 0 to 100{turned}. A statement's score is the mean of its answers, if at least "
            "half have answered; other figures are the mean of the statements' scores, if at least {share} of them "
            "have one."
        ),
    )
    turned = Text(da=", og vendte udsagn er vendt om", en="; reversed ones are turned back")
    """Where statements are reversed."""
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
            "{ready}: ingen dimension under {ready_dimension} og et gennemsnit på mindst {ready_overall}. {attention}: "
            "ingen dimension under {attention_dimension} og et gennemsnit på mindst {attention_overall}."
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
