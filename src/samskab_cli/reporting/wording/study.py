"""Texts of a study: its headings and columns, how each figure is read (r, alpha, ICC, HTMT), not looked at."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Part, Plural, Text, TextOf
from samskab_cli.model.study import Unlooked
from samskab_cli.reporting.wording.study_findings import StudyFindingWords


class StudyReadingWords(Catalogue):
    """How each figure is read, with where its threshold comes from."""

    shares = Text(
        da=(
            "Af dem, udsagnet gælder for, og som kom til det: hvor mange procent der ikke kunne svare ({unsure}), og "
            "hvor mange der lod det stå tomt ({blank}). Grænserne 20 og 10 % er valgt, ikke målt."
        ),
        en=(
            "Of those whom the statement applies to and who came to it: the per cent who couldn't answer ({unsure}), "
            "and who left it blank ({blank}). The limits of 20 and 10% were chosen, not measured."
        ),
    )
    spread = Text(
        da=(
            "Hvor mange trin på skalaen svarene typisk ligger fra gennemsnittet ({spread}), og hvor mange procent der "
            "gav det hyppigste af de to yderste svar ({end})."
        ),
        en=(
            "How many steps of the scale answers typically lie from their mean ({spread}), and the per cent who gave "
            "the commoner of the two answers at the ends ({end})."
        ),
    )
    r = Text(
        da=(
            "r: om de, der svarer højt på udsagnet, også svarer højt på resten af dimensionen. 1: de følges "
            "helt ad; 0: de har intet med hinanden at gøre; under 0: de går hver sin vej. Under 0,30 er svagt "
            "(Nunnally og Bernstein 1994)."
        ),
        en=(
            "r: whether those who answer high here also answer high on the rest of the dimension. 1: they go together "
            "fully; 0: they have nothing to do with each other; below 0: they go opposite ways. Below 0.30 is weak "
            "(Nunnally and Bernstein 1994)."
        ),
    )
    alpha = Text(
        da=(
            "alfa og omega: hvor meget af forskellen mellem to personers tal udsagnene er fælles om, 0 til 1. Fejl: så "
            "mange point kan én persons tal let være ved siden af. 0,70 er det sædvanlige mål (Nunnally og Bernstein "
            "1994); for summer af forskellige ting gælder det ikke."
        ),
        en=(
            "alpha and omega: how much of the difference between two people's figures the statements share, 0 to 1. "
            "Error: so many points one person's figure may easily be off. 0.70 is the usual mark (Nunnally and "
            "Bernstein 1994); it doesn't hold for sums of different things."
        ),
    )
    icc = Text(
        da=(
            "ICC(2): hvor meget af forskellen mellem gruppernes tal der er mere end tilfældigheder, 0 til 1. Først fra "
            "0,70 kan grupper sammenlignes (Bliese 2000). Svar nok: så mange svar pr. gruppe ville række dertil."
        ),
        en=(
            "ICC(2): how much of the difference between the groups' figures is more than chance, 0 to 1. Only from "
            "0.70 on can groups be compared (Bliese 2000). Enough: so many answers a group would reach that."
        ),
    )
    htmt = Text(
        da=(
            "HTMT: hvor ens to dimensioner bliver besvaret; det kan komme lidt over 1. Fra 0,90 måler de det samme "
            "(Henseler m.fl. 2015)."
        ),
        en=(
            "HTMT: how alike two dimensions are answered; it can come slightly above 1. From 0.90 they measure the "
            "same (Henseler and others 2015)."
        ),
    )
    interval = Text(
        da=(
            "I parentes: så langt kunne tallet ligge fra det viste, hvis andre af samme slags havde svaret (95 %). "
            "Noget er kun et fund, når det holder med 99 % sikkerhed. Derfor er spændet ved fundene bredere end i "
            "tabellerne."
        ),
        en=(
            "In brackets: so far the figure could lie from the one shown, had others of the same kind answered (95%). "
            "Something is a finding only where it holds with 99% certainty. So ranges beside findings are wider "
            "than in the tables."
        ),
    )


class StudyWords(Catalogue):
    """Every text of `samskab study` that the report doesn't have."""

    title = Text(da="Virker spørgsmålene?", en="Do the questions work?")
    heading = Text(da="Virker spørgsmålene? {what}", en="Do the questions work? {what}")
    answers = Plural(da=("{n} svar", "{n} svar"), en=("{n} answer", "{n} answers"))
    groups = Plural(
        da=("{n} gruppe efter {column}", "{n} grupper efter {column}"),
        en=("{n} group by {column}", "{n} groups by {column}"),
    )
    items = Plural(da=("{n} udsagn", "{n} udsagn"), en=("{n} statement", "{n} statements"))
    first = Text(da="Det vigtigste først", en="What matters most first")
    before_use = Text(da="Se på det, før tallene bruges", en="Check this before you use the figures")
    before_asking = Text(da="Se på det, før der spørges igen", en="Look at this before asking again")
    good_to_know = Text(da="Godt at vide", en="Good to know")
    nothing = Text(
        da="Intet fundet. Det betyder: intet, der er stort nok til at kunne ses med {n} svar.",
        en="Nothing found. That means: nothing large enough could be seen with {n} answers.",
    )
    finding = Part(StudyFindingWords)
    reading = Part(StudyReadingWords)
    pairs = Text(da="Dimensioner to og to", en="Dimensions two by two")
    how_to_read = Text(da="Sådan læses tallene", en="How to read the figures")
    unlooked_heading = Text(da="Det kunne der ikke ses på", en="What couldn't be looked at")
    under_hundred = Text(
        da="Svarenes rækkefølge, omega: Der er {n} svar; der skal 100 til.",
        en="The order of answers, omega: {n} answers; it takes 100.",
    )
    unlooked = TextOf(
        {
            Unlooked.FEW_PEOPLE: Text(
                da="Hvordan udsagnene hænger sammen: Der er {n} svar, og der skal 30 til.",
                en="How the statements hang together: there are {n} answers, and it takes 30.",
            ),
            Unlooked.FEW_ANSWERS: Text(
                da="Hvordan {items} hænger sammen med de andre: Færre end 30 har svaret på dem sammen med de andre.",
                en="How {items} go with the others: fewer than 30 answered them together with the others.",
            ),
            Unlooked.TWO_ITEMS: Text(
                da="Hvilket udsagn i {dimensions} der ikke hører til: Med et eller to udsagn kan det ikke afgøres.",
                en="Which statement of {dimensions} doesn't belong: with one or two statements that can't be told.",
            ),
            Unlooked.APART: Text(
                da=(
                    "De enkelte udsagn i {dimensions}: De hænger så lidt sammen her, at intet af dem kan bedømmes "
                    "efter de andre."
                ),
                en=(
                    "The single statements of {dimensions}: they hang together so little here that none can be judged "
                    "by the others."
                ),
            ),
            Unlooked.NO_GROUPS: Text(
                da="Om kommuner eller sager kan skelnes fra hinanden: --by siger, hvilken kolonne de står i.",
                en="Whether municipalities or issues can be told apart: --by says which column they stand in.",
            ),
            Unlooked.FEW_GROUPS: Text(
                da="Om grupperne kan skelnes fra hinanden: {n} kan vises, og der skal 10 til.",
                en="Whether the groups can be told apart: {n} may be shown, and it takes 10.",
            ),
            Unlooked.UNCERTAIN_GROUPS: Text(
                da=(
                    "Om grupperne kan skelnes fra hinanden på {dimensions}: Det er for usikkert at sige. Brug dem ikke "
                    "til at sammenligne."
                ),
                en=(
                    "Whether the groups can be told apart on {dimensions}: too uncertain to say. Don't use them to "
                    "compare."
                ),
            ),
            Unlooked.FEW_VALUES: Text(
                da="Om begge ender af skalaen bruges: Der er {n} svar på udsagn, og der skal 500 til.",
                en="Whether both ends of the scale are used: there are {n} answers to statements, and it takes 500.",
            ),
            Unlooked.UNDER_HUNDRED: Text(
                da="Om vendte udsagn læses omvendt, svarenes rækkefølge, omega: Der er {n} svar; der skal 100 til.",
                en="Whether reversed statements are misread, the order of answers, omega: {n} answers; it takes 100.",
            ),
            Unlooked.NO_SIDES: Text(
                da="Om én af siderne ikke kan svare på et udsagn: Siderne vises ikke, når svarene deles i grupper.",
                en="Whether one of the sides can't answer a statement: answers split into groups show no sides.",
            ),
            Unlooked.LEFT_OUT: Text(
                da="{items}: Stillet til for få til at kunne vises.",
                en="{items}: asked of too few people to be shown.",
            ),
        },
        every=Unlooked,
    )
    formative = Text(
        da=(
            "Udsagnene i en dimension lægges sammen; de er ikke tegn på én ting bag dem. En lav alfa alene er derfor "
            "ingen grund til at slette et udsagn."
        ),
        en=(
            "The statements of a dimension add up to it; they aren't signs of one thing behind them. So a low alpha "
            "alone is no reason to delete a statement."
        ),
    )


class StudyColumns(Catalogue):
    """Heads of its columns."""

    items = Text(da="udsagn", en="items")
    n = Text(da="n", en="n")
    alpha = Text(da="alfa (95 %)", en="alpha (95%)")
    omega = Text(da="omega", en="omega")
    error = Text(da="fejl", en="error")
    icc2 = Text(da="ICC(2) (95 %)", en="ICC(2) (95%)")
    needed = Text(da="svar nok", en="enough")
    mean_r = Text(da="middel-r", en="mean r")
    icc1 = Text(da="ICC(1)", en="ICC(1)")
    rwg = Text(da="rwg(J)", en="rwg(J)")
    sd = Text(da="spred", en="sd")
    end = Text(da="yder", en="end")
    rest = Text(da="r med resten (95 %)", en="r with rest (95%)")
    other = Text(da="bedste anden dimension", en="best other dimension")
    backwards = Text(da="som læst omvendt", en="as if read backwards")
    without = Text(da="alfa uden", en="alpha without")
    pair = Text(da="To dimensioner", en="Two dimensions")
    htmt = Text(da="HTMT (95 %)", en="HTMT (95%)")
