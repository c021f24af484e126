"""What a finding about the questions says: what was seen, and what it may mean, a sentence a kind."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text, TextOf
from samskab_cli.model.study import FindingKind


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
