"""The Danish catalogue of comparisons."""

from __future__ import annotations

from samskab_cli.model.comparison import FewAnswers
from samskab_cli.reporting.wording.comparing import Comparing

DANISH_COMPARING = Comparing(
    title="Hvad har ændret sig?",
    heading="Hvad har ændret sig? {what}",
    occasion="{number}: {name}, {people}",
    verdict="Vurderingen",
    from_to="Fra {first} til {last}.",
    same_verdict="Den samme: {level}.",
    verdict_withheld="Holdt tilbage mindst én af gangene, så der er ingen ændring at vise.",
    change="ændring",
    unchanged="uændret",
    moved_most="Det har flyttet sig mest",
    nothing_moved="Ingen udsagn, der kan vises, har flyttet sig.",
    all_items="Alle udsagn, der er stillet hver gang",
    few_answers={
        FewAnswers.SMALLER: "mindre end hvad få andre svar kunne give",
        FewAnswers.LARGER: "mere end hvad få andre svar kunne give",
        FewAnswers.TOO_FEW: "for få svar til at sige, om det er mere end et tilfælde",
        FewAnswers.NOT_LINKED: "kan ikke sige, om det er mere end et tilfælde: Her er ingen enkelte besvarelser",
    },
    few_answers_explained=(
        "Hvor meget få andre svar kunne give, er målt på, hvor forskelligt I har svaret, og hvor mange I er: to gange "
        "standardfejlen på forskellen mellem de to gennemsnit. Det er en tommelfingerregel, ikke et bevis."
    ),
    read_with_care="Læs det med omtanke",
    not_matched=(
        "Det er ikke nødvendigvis de samme personer, der har svaret hver gang, og ingens svar er koblet sammen. En "
        "ændring kan komme af, at andre har svaret."
    ),
    few_people="{name}: Kun {n} har svaret, så et enkelt svar kan flytte tallene meget.",
    versions="Spørgsmålene er ændret undervejs ({versions}). Hver gang er regnet ud efter sin egen udgave.",
    left_out=(
        "Kun de udsagn, der er stillet hver gang, er regnet med, så tallene kan være andre end i de enkelte rapporter. "
        "Udeladt: {n}."
    ),
    left_out_heading="Ikke stillet hver gang",
    asked_at="{item} (kun stillet gang {times})",
    people_behind="Tallet i parentes er, hvor mange der har svaret.",
)
