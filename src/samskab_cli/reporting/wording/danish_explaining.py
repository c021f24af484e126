"""The Danish catalogue of explanations."""

from __future__ import annotations

from samskab_cli.model.explanation import Rule
from samskab_cli.reporting.wording.explaining import Explaining

DANISH_EXPLAINING = Explaining(
    heading="Sådan er det regnet ud: {what}",
    verdict="Vurderingen",
    exactly="{figure} (med flere decimaler {exact})",
    section="Reglen: {page}, afsnit {number}",
    reached="{first} er mindst {second}: ja",
    not_reached="{first} er mindst {second}: nej",
    lowest="Det laveste: {result} ({which})",
    highest="Det største: {result} ({which})",
    comes_to="Det giver: {result}",
    at_both_ends="I bund: {worst}. I top: {best}.",
    layer="Lag {number}",
    unknown="Ubesvarede",
    people="Personer med et tal",
    low="Ubesvarede i bund",
    high="Ubesvarede i top",
    tension_gap="Afstand",
    tension_disagreement="Uenighed",
    tension_unsure='Andel "{unsure}"',
    no_score="intet tal",
    rules={
        Rule.ITEM_SCORE: (
            "Hvert trin på skalaen har et tal fra 0 til 100. Udsagnets tal er gennemsnittet af svarene: hvert trin "
            "gange antallet af svar."
        ),
        Rule.ITEM_SCORE_REVERSED: (
            "Udsagnet er vendt om, så det laveste svar tæller 100 og det højeste 0. Udsagnets tal er gennemsnittet af "
            "svarene: hvert trin gange antallet af svar."
        ),
        Rule.OTHER_CELLS: "Disse felter er ikke med i tallet:",
        Rule.AGREEMENT: (
            "Enighed er van der Eijks A. Svarene deles i lag, hvor alle trin med svar er lige høje. Hvert lag har en "
            "enighed fra −1 til 1, og A er deres gennemsnit, vægtet med antallet af svar i laget."
        ),
        Rule.GAP: "Afstanden er det højeste minus det laveste af de siders tal, der vises.",
        Rule.TENSION_GAP: "Er det værd at tale om? Afstanden mellem siderne, delt med 100:",
        Rule.TENSION_DISAGREEMENT: "Er det værd at tale om? Uenigheden, altså 1 minus enigheden, delt med 2:",
        Rule.TENSION_UNSURE: 'Er det værd at tale om? Andelen, der svarede "{unsure}", af alle, der kunne svare:',
        Rule.TENSION: "Det største tal bestemmer, hvor højt udsagnet står på listen over det, I bør tale om først.",
        Rule.TO_MOVE: "Hvad ville det flytte, hvis udsagnet lå på 75? Først det, der mangler:",
        Rule.GAIN_OF_DIMENSION: (
            "{about} ville stige med det, der mangler, gange udsagnets vægt, delt med vægten af alle dimensionens "
            "udsagn."
        ),
        Rule.GAIN_OF_GATE: (
            "Den svageste del af et afgørende spørgsmål, der ikke er på plads, ville stige på samme måde."
        ),
        Rule.SHARE_ANSWERED: "Hvor meget er besvaret? Vægten af svarene, delt med vægten af det, der kunne besvares:",
        Rule.ENOUGH_ANSWERED: "Der er kun et tal, hvis mindst {share} er besvaret.",
        Rule.ONE_ANSWER_SET: "Tallet er gennemsnittet af de besvarede udsagn, hvert med sin vægt.",
        Rule.VOTES_TOGETHER: (
            "Tallet er gennemsnittet af alle stemmer: hvert udsagns tal gange dets stemmer og dets vægt."
        ),
        Rule.PEOPLE_TOGETHER: (
            "Hver person får et gennemsnit af de udsagn, personen har besvaret, hvis det er mindst {share} af dem. "
            "Tallet er gennemsnittet af personerne: summen af deres tal, delt med hvor mange de er. De enkelte "
            "personers tal bliver aldrig vist."
        ),
        Rule.ALL_ANSWERED: (
            "Alle har svaret på alle udsagnene, så gennemsnittet af personerne er det samme som gennemsnittet af "
            "udsagnene, hvert med sin vægt."
        ),
        Rule.ITEMS_TOGETHER: (
            "Til sammenligning gennemsnittet af udsagnenes egne tal. Det kan ligge lidt ved siden af, for hver person "
            "tæller lige meget, også når noget er ubesvaret."
        ),
        Rule.LOW: "Lå alle ubesvarede i bund, ville det være:",
        Rule.HIGH: "Lå alle ubesvarede i top, ville det være:",
        Rule.LOW_AND_HIGH: "Det samme gennemsnit med alle ubesvarede i bund, og med alle i top:",
        Rule.NO_SCORE: "Der er ikke svar nok til et tal: Mindst {share} skal være besvaret.",
        Rule.NO_MEAN: "Der er intet gennemsnit, for her er der ikke svar nok til et tal:",
        Rule.NOT_APPLICABLE: "Alle har svaret, at det ikke er relevant, så der er intet tal.",
        Rule.REACHES_DIMENSION_READY: 'Når tallet grænsen for "{ready}"?',
        Rule.REACHES_DIMENSION_ATTENTION: 'Når det grænsen for "{attention}"?',
        Rule.MEAN_OF_DIMENSIONS: "Gennemsnittet af dimensionernes tal, alle med samme vægt.",
        Rule.MEAN_OF_LOWS: "Det samme med alle ubesvarede i bund:",
        Rule.MEAN_OF_HIGHS: "Det samme med alle ubesvarede i top:",
        Rule.SIDES_ALONE: "{about} alene: gennemsnittet af sidens egne tal.",
        Rule.WEAKEST_PART: "Den svageste del afgør: Tallet er det laveste af delenes.",
        Rule.PASSES: "Er tallet højt nok til, at det er på plads?",
        Rule.KEEPS_FROM_FAILING: "Er det også højt nok til ikke at falde, hvis alle ubesvarede lå i bund?",
        Rule.ABOVE_FAILING: "Er tallet højt nok til ikke at være faldet?",
        Rule.MAY_REACH: "Kunne det være på plads, hvis alle ubesvarede lå i top?",
        Rule.CONTESTED_BY_SIDES: (
            "I er uenige: To sider med mindst to personer ligger på hver sin side af midten af grænserne. En side, der "
            "er holdt tilbage, kan være den ene."
        ),
        Rule.FAR_APART: "Ligger de langt nok fra hinanden?",
        Rule.CONTESTED_BY_SPREAD: (
            "I er uenige: Mindst en tredjedel ligger så højt, at det er på plads, og mindst en tredjedel så lavt, at "
            "det ikke er. Hvor mange det er, bliver ikke vist."
        ),
        Rule.NOT_CONTESTED: (
            "I er ikke uenige nok til, at det tæller: hverken to sider langt fra hinanden eller en tredjedel i hver "
            "sin ende. Det er målt på alle svar, også dem, der er holdt tilbage."
        ),
        Rule.NOT_ASKED: "Ingen af udsagnene bag det er stillet.",
        Rule.STATE: (
            "På plads kræver ja til de to første, og ikke på plads kræver nej til de to sidste. Alt andet er "
            "uafklaret. Uenighed går forud for det hele."
        ),
        Rule.STATE_RANGE: "Det samme, hvis alle ubesvarede lå i bund, og hvis de alle lå i top:",
        Rule.GATES_CAP: (
            'Hvor højt kan det nå? Er et afgørende spørgsmål ikke på plads, kan det kun blive "{not_now}". Er et '
            'uafklaret, eller er I uenige om det, kan det højst blive "{prepare}".'
        ),
        Rule.LOWEST_DIMENSION: "Hvilken dimension er lavest?",
        Rule.LOWEST_REACHES_READY: 'Når den laveste dimension grænsen for "{ready}"?',
        Rule.OVERALL_REACHES_READY: 'Når gennemsnittet grænsen for "{ready}"?',
        Rule.LOWEST_REACHES_ATTENTION: 'Når den laveste dimension grænsen for "{attention}"?',
        Rule.OVERALL_REACHES_ATTENTION: 'Når gennemsnittet grænsen for "{attention}"?',
        Rule.LEVEL_BY_CUTOFFS: "Grænserne alene:",
        Rule.LEVEL: "Vurderingen er det laveste af det, som de afgørende spørgsmål og grænserne giver lov til.",
        Rule.UNDECIDED: "Her er der ikke svar nok til et tal, og uden det er der ingen vurdering:",
        Rule.RANGE: "Det samme regnet med alle ubesvarede i bund, og med alle i top:",
        Rule.MISSING_POINTS: "{about}: det, der mangler op til næste niveau.",
        Rule.LOWEST_PART: "Den laveste del, der vises, giver pejlemærket dets tal.",
        Rule.REACHES_LEVEL: "Når tallet grænsen for en af teksterne?",
        Rule.INFORMS_ONLY: "Et pejlemærke ændrer ikke vurderingen.",
        Rule.WITHHELD_MIN_GROUP: (
            "Tallet er holdt tilbage, fordi det handler om færre end {min_group} personer. Derfor bliver der heller "
            "ikke vist, hvad det er regnet ud af."
        ),
        Rule.WITHHELD_PROTECTS: (
            "Tallet er holdt tilbage, fordi man kunne regne sig frem til en gruppe på færre end {min_group} ved at "
            "trække det fra andre tal. Derfor bliver der heller ikke vist, hvad det er regnet ud af."
        ),
        Rule.WITHHELD_BY_ANOTHER: "Sammen med de andre dimensioner ville gennemsnittet røbe disse:",
        Rule.SAID_OF_ALL: (
            "Noget bag det er holdt tilbage. Det er regnet ud af alle svar og bliver sagt om jer alle, så tallene bag "
            "det bliver ikke vist."
        ),
    },
)
