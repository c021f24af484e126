"""Whether the questions work, in words that need no statistics."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Part, Plural, Text, TextOf
from samskab_cli.model.study import FindingKind, Unlooked


class StudyFindingWords(Catalogue):
    """Each finding: what is seen, and what to do about it; then its figure."""

    text = TextOf(
        {
            FindingKind.OPPOSITE: Text(
                da=(
                    "Svarene peger den modsatte vej af svarene på resten af {dimension}. Er udsagnet blevet vendt, før "
                    "svarene kom hertil? Så er hvert tal for {dimension} forkert."
                ),
                en=(
                    "The answers point the opposite way of those to the rest of {dimension}. Was the statement turned "
                    "round before the answers came here? Then every figure of {dimension} is wrong."
                ),
            ),
            FindingKind.NEVER: Text(
                da=(
                    "Svaret {options} er aldrig brugt i {n} svar på alle udsagn tilsammen. Blev der spurgt på en anden "
                    "skala? Så er alle tal forkerte."
                ),
                en=(
                    "The answer {options} is never used in {n} answers to all statements together. Was it asked on "
                    "another scale? Then all figures are wrong."
                ),
            ),
            FindingKind.UNSURE: Text(
                da=(
                    "Mange kan ikke svare: {share} siger {unsure}. Tallet gælder kun de andre. Før der spørges igen: "
                    "Skriv udsagnet om, eller stil det kun til dem, der kan vide det."
                ),
                en=(
                    "Many can't answer: {share} say {unsure}. The figure is of the others only. Before asking again: "
                    "rewrite the statement, or ask only those who can know."
                ),
            ),
            FindingKind.NOISE: Text(
                da=(
                    "Grupperne kan ikke skelnes fra hinanden på {count} af {all} dimensioner ({dimensions}): Mere end "
                    "halvdelen af forskellene mellem dem er tilfældig. Sammenlign dem ikke."
                ),
                en=(
                    "The groups can't be told apart on {count} of {all} dimensions ({dimensions}): more than half of "
                    "the differences between them is chance. Don't compare them."
                ),
            ),
            FindingKind.MISREAD: Text(
                da=(
                    "Læses måske omvendt: Svarene ser ud, som om omkring {share} har overset, at udsagnet er vendt. "
                    "Skriv det om, så enighed er et godt tegn."
                ),
                en=(
                    "Perhaps read backwards: the answers look as if about {share} overlooked that the statement is "
                    "reversed. Rewrite it, so that agreeing is a good sign."
                ),
            ),
            FindingKind.WEAK: Text(
                da=(
                    "Svarene har næsten intet med svarene på resten af {dimension} at gøre. Måske forstås udsagnet "
                    "forskelligt, eller det handler om noget andet. Er det vigtigt i sig selv, kan det blive."
                ),
                en=(
                    "The answers have nearly nothing to do with those to the rest of {dimension}. Perhaps the "
                    "statement is understood differently, or is about something else. Where it matters in itself, it "
                    "can stay."
                ),
            ),
            FindingKind.BLANK: Text(
                da=(
                    "{share} af dem, der kom til udsagnet, lod det stå tomt. Er det svært, følsomt eller let at overse?"
                ),
                en="{share} of those who came to the statement left it blank. Is it hard, delicate or easily missed?",
            ),
            FindingKind.LOOSE: Text(
                da=(
                    "Udsagnene hænger løst sammen, så én persons tal for {dimension} er usikkert. Det er kun en fejl, "
                    "hvis de skulle vise det samme."
                ),
                en=(
                    "The statements hang together loosely, so one person's figure of {dimension} is uncertain. That "
                    "is a fault only if they were meant to show the same thing."
                ),
            ),
            FindingKind.ELSEWHERE: Text(
                da=(
                    "Svarene følger {other} mere end {dimension}, hvor udsagnet står. Hører det til dér, eller skal "
                    "det skrives om?"
                ),
                en=(
                    "The answers follow {other} more than {dimension}, where the statement stands. Does it belong "
                    "there, or should it be rewritten?"
                ),
            ),
            FindingKind.SAME: Text(
                da="De to udsagn får næsten de samme svar. Det ene kan måske undværes.",
                en="The two statements get nearly the same answers. Perhaps one of them can go.",
            ),
            FindingKind.MERGED: Text(
                da=(
                    "De to dimensioner får så ens svar, at de ikke kan skelnes. Vis dem ikke som to forskellige "
                    "resultater."
                ),
                en=(
                    "The two dimensions get answers so alike that they can't be told apart. Don't present them as two "
                    "different results."
                ),
            ),
            FindingKind.DISORDER: Text(
                da=(
                    "Svarene virker ikke i den rækkefølge, de står i: Mellem {options} går resten af {dimension} den "
                    "forkerte vej. Forstås svarene, som de er ment?"
                ),
                en=(
                    "The answers don't work in the order they stand in: between {options} the rest of {dimension} "
                    "goes the wrong way. Are the answers understood as they are meant?"
                ),
            ),
            FindingKind.ENDS: Text(
                da=(
                    "{share} af svarene er det samme yderste svar, {options}. Så viser udsagnet næsten ingen forskel "
                    "mellem dem, der svarer."
                ),
                en=(
                    "{share} of the answers are the same one at the end, {options}. So the statement shows hardly any "
                    "difference between those who answer."
                ),
            ),
            FindingKind.PARTLY_NOISE: Text(
                da=(
                    "Forskellene mellem grupperne er for en stor del tilfældige på {count} af {all} dimensioner "
                    "({dimensions}). Brug dem ikke til at sammenligne eller rangordne."
                ),
                en=(
                    "The differences between the groups are to a large part chance on {count} of {all} dimensions "
                    "({dimensions}). Don't use them to compare or rank."
                ),
            ),
            FindingKind.ONE_ROOM: Text(
                da=(
                    "Udsagnene hænger løst sammen her. Enten passer de ikke sammen, eller også er de, der har svaret, "
                    "bare enige. I én sag kan det ikke afgøres, og det er ingen fejl."
                ),
                en=(
                    "The statements hang together loosely here. Either they don't fit together, or those who answered "
                    "simply agree. In one issue that can't be told, and it is no fault."
                ),
            ),
        },
        every=FindingKind,
    )
    already_reversed = Text(
        da=(
            "Svarene peger den modsatte vej af svarene på resten af {dimension}. Det er et vendt udsagn: Er det "
            "allerede vendt i filen? Så er det nu vendt to gange, og hvert tal for {dimension} er forkert: Vend "
            "kolonnen tilbage i filen, og kør igen. Er det ikke vendt i filen, er det måske misforstået."
        ),
        en=(
            "The answers point the opposite way of those to the rest of {dimension}. It is a reversed statement: were "
            "its answers already reversed in the file? Then they are now reversed twice, and every figure of "
            "{dimension} is wrong: reverse the column back in the file, and run again. If they weren't, the statement "
            "may be misunderstood."
        ),
    )
    unsure_side = Text(
        da=(
            "{side} kan ikke svare på det, men de andre kan: {share} af dem siger {unsure}. Stil det ikke til dem, "
            "eller skriv det om."
        ),
        en=("{side} can't answer it, but the others can: {share} of them say {unsure}. Don't ask them, or rewrite it."),
    )
    scale = Text(da="Svarskalaen", en="The answer scale")
    groups = Text(da="Grupperne efter {column}", en="The groups by {column}")
    figure = TextOf(
        {
            FindingKind.OPPOSITE: Text(
                da="r med resten: {value} (99 % sikkert mellem {low} og {high}). Det burde være over 0.",
                en="r with the rest: {value} (99% sure: between {low} and {high}). It should be above 0.",
            ),
            FindingKind.WEAK: Text(
                da="r med resten: {value} (99 % sikkert mellem {low} og {high}). Under 0,30 er svagt.",
                en="r with the rest: {value} (99% sure: between {low} and {high}). Below 0.30 is weak.",
            ),
            FindingKind.ELSEWHERE: Text(
                da="r er {value} højere dér (99 % sikkert mellem {low} og {high}). Over 0,10 er tydeligt.",
                en="r is {value} higher there (99% sure: between {low} and {high}). Above 0.10 is clear.",
            ),
            FindingKind.SAME: Text(
                da="r mellem dem: {value} (99 % sikkert mellem {low} og {high}). Fra 0,80 er de næsten ens.",
                en="r between them: {value} (99% sure: between {low} and {high}). From 0.80 they are nearly one.",
            ),
            FindingKind.MERGED: Text(
                da="HTMT: {value} (99 % sikkert mellem {low} og {high}). Fra 0,90 er de ikke til at skelne.",
                en="HTMT: {value} (99% sure: between {low} and {high}). From 0.90 they can't be told apart.",
            ),
            FindingKind.LOOSE: Text(
                da="alfa: {value} (99 % sikkert mellem {low} og {high}). 0,70 er det sædvanlige mål.",
                en="alpha: {value} (99% sure: between {low} and {high}). 0.70 is the usual mark.",
            ),
            FindingKind.DISORDER: Text(
                da="{value} trin den forkerte vej (99 % sikkert mellem {low} og {high}).",
                en="{value} steps the wrong way (99% sure: between {low} and {high}).",
            ),
            FindingKind.UNSURE: Text(
                da="99 % sikkert: mellem {low} og {high}. Over 20 % er mange.",
                en="99% sure: between {low} and {high}. Above 20% is many.",
            ),
            FindingKind.BLANK: Text(
                da="99 % sikkert: mellem {low} og {high}. Over 10 % er mange.",
                en="99% sure: between {low} and {high}. Above 10% is many.",
            ),
            FindingKind.ENDS: Text(
                da="99 % sikkert: mellem {low} og {high}. Over 50 % er mange.",
                en="99% sure: between {low} and {high}. Above 50% is many.",
            ),
            FindingKind.MISREAD: Text(
                da="99 % sikkert: mellem {low} og {high}. Fra 10 % er det mange.",
                en="99% sure: between {low} and {high}. From 10% it is many.",
            ),
        }
    )
    icc2 = Text(
        da="ICC(2) er {range}, og 0,70 skal der til. Her er omkring {size} svar pr. gruppe; {needed}.",
        en="ICC(2) is {range}, and it takes 0.70. Here are about {size} answers a group; {needed}.",
    )
    needed = Text(da="omkring {needed} svar ville være nok", en="about {needed} answers would do")
    none_would_do = Text(
        da="selv mange flere svar ser ikke ud til at være nok",
        en="not even many more answers seem likely to be enough",
    )
    alphas = Text(da="alfa: {range}", en="alpha: {range}")


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
