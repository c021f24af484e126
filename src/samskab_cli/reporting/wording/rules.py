"""What each step of an explanation says, a rule of scoring each."""

from __future__ import annotations

from samskab_cli.model.catalogue import Text
from samskab_cli.model.explanation import Rule

RULES = {
    Rule.ITEM_SCORE: Text(
        da=(
            "Hvert trin på skalaen har et tal fra 0 til 100. Udsagnets tal er gennemsnittet af svarene: hvert "
            "trin gange antallet af svar."
        ),
        en=(
            "Every step of the scale has a number from 0 to 100. The statement's score is the mean of the "
            "answers: each step times the number of answers."
        ),
    ),
    Rule.ITEM_SCORE_REVERSED: Text(
        da=(
            "Udsagnet er vendt om, så det laveste svar tæller 100 og det højeste 0. Udsagnets tal er "
            "gennemsnittet af svarene: hvert trin gange antallet af svar."
        ),
        en=(
            "The statement is reversed, so the lowest answer counts 100 and the highest 0. Its score is the "
            "mean of the answers: each step times the number of answers."
        ),
    ),
    Rule.OTHER_CELLS: Text(da="Disse felter er ikke med i tallet:", en="These cells are not in the score:"),
    Rule.AGREEMENT: Text(
        da=(
            "Enighed er van der Eijks A. Svarene deles i lag: først det, alle trin har lige meget af, så resten. "
            "Hvert lag har en enighed fra −1 til 1, og A er deres gennemsnit, vægtet med antallet af svar i laget."
        ),
        en=(
            "Agreement is van der Eijk's A. The answers are taken apart into layers: first what all steps have "
            "equally much of, then the rest. Each layer has an agreement from −1 to 1, and A is their mean, weighted "
            "by the answers in the layer."
        ),
    ),
    Rule.GAP: Text(
        da="Afstanden er det højeste minus det laveste af de siders tal, der vises.",
        en="The gap is the highest minus the lowest score of the sides that are shown.",
    ),
    Rule.TENSION_GAP: Text(
        da="Er det værd at tale om? Afstanden mellem siderne, delt med 100:",
        en="Is it worth talking about? The gap between the sides, divided by 100:",
    ),
    Rule.TENSION_DISAGREEMENT: Text(
        da="Er det værd at tale om? Uenigheden, altså 1 minus enigheden, delt med 2:",
        en="Is it worth talking about? The disagreement, which is 1 minus the agreement, divided by 2:",
    ),
    Rule.TENSION_UNSURE: Text(
        da='Er det værd at tale om? Andelen, der svarede "{unsure}", af alle, der kunne svare:',
        en='Is it worth talking about? The share that answered "{unsure}", of all who could answer:',
    ),
    Rule.TENSION: Text(
        da="Det største tal bestemmer, hvor højt udsagnet står på listen over det, I bør tale om først.",
        en="The largest decides how high the statement stands on the list of what to discuss first.",
    ),
    Rule.TO_MOVE: Text(
        da="Hvad ville det flytte, hvis udsagnet lå på 75? Først det, der mangler:",
        en="What would it move if the statement were at 75? First what is missing:",
    ),
    Rule.GAIN_OF_DIMENSION: Text(
        da=(
            "{about} ville stige med det, der mangler, gange udsagnets vægt, delt med vægten af alle "
            "dimensionens udsagn."
        ),
        en=(
            "{about} would gain what is missing, times the statement's weight, divided by the weight of all "
            "statements of the dimension."
        ),
    ),
    Rule.GAIN_OF_GATE: Text(
        da="Den svageste del af et afgørende spørgsmål, der ikke er på plads, ville stige på samme måde.",
        en="The weakest part of a decisive question that is not in place would gain in the same way.",
    ),
    Rule.SHARE_ANSWERED: Text(
        da="Hvor meget er besvaret? Vægten af svarene, delt med vægten af det, der kunne besvares:",
        en="How much is answered? The weight of the answers, divided by what could be answered:",
    ),
    Rule.ENOUGH_ANSWERED: Text(
        da="Der er kun et tal, hvis mindst {share} er besvaret.",
        en="There is a score only where at least {share} is answered.",
    ),
    Rule.ONE_ANSWER_SET: Text(
        da="Tallet er gennemsnittet af de besvarede udsagn, hvert med sin vægt.",
        en="The score is the mean of the answered statements, each with its weight.",
    ),
    Rule.VOTES_TOGETHER: Text(
        da="Tallet er gennemsnittet af alle stemmer: hvert udsagns tal gange dets stemmer og dets vægt.",
        en="The score is the mean of all votes: each statement's score times its votes and its weight.",
    ),
    Rule.PEOPLE_TOGETHER: Text(
        da=(
            "Hver person får et gennemsnit af de udsagn, personen har besvaret, hvis det er mindst {share} af "
            "dem. Tallet er gennemsnittet af personerne: summen af deres tal, delt med hvor mange de er. De "
            "enkelte personers tal bliver aldrig vist."
        ),
        en=(
            "Each person gets a mean of the statements that person answered, if that is at least {share} of "
            "them. The score is the mean of the people: the sum of their scores, divided by how many they are. "
            "The scores of single people are never shown."
        ),
    ),
    Rule.ALL_ANSWERED: Text(
        da=(
            "Alle har svaret på alle udsagnene, så gennemsnittet af personerne er det samme som gennemsnittet "
            "af udsagnene, hvert med sin vægt."
        ),
        en=(
            "Everybody answered every statement, so the mean of the people is the same as the mean of the "
            "statements, each with its weight."
        ),
    ),
    Rule.ITEMS_TOGETHER: Text(
        da=(
            "Til sammenligning gennemsnittet af udsagnenes egne tal. Det kan ligge lidt ved siden af, for hver "
            "person tæller lige meget, også når noget er ubesvaret."
        ),
        en=(
            "For comparison, the mean of the statements' own scores. It may lie a little beside, since each "
            "person counts the same, also where something is unanswered."
        ),
    ),
    Rule.LOW: Text(
        da="Lå alle ubesvarede i bund, ville det være:",
        en="If all the unanswered were at the bottom, it would be:",
    ),
    Rule.HIGH: Text(
        da="Lå alle ubesvarede i top, ville det være:",
        en="If all the unanswered were at the top, it would be:",
    ),
    Rule.LOW_AND_HIGH: Text(
        da="Det samme gennemsnit med alle ubesvarede i bund, og med alle i top:",
        en="The same mean with all the unanswered at the bottom, and with all at the top:",
    ),
    Rule.NO_SCORE: Text(
        da="Der er ikke svar nok til et tal: Mindst {share} skal være besvaret.",
        en="There are not enough answers for a score: at least {share} must be answered.",
    ),
    Rule.NO_MEAN: Text(
        da="Der er intet gennemsnit, for her er der ikke svar nok til et tal:",
        en="There is no mean, since there are not enough answers for a score here:",
    ),
    Rule.NOT_APPLICABLE: Text(
        da="Alle har svaret, at det ikke er relevant, så der er intet tal.",
        en="Everybody answered that it is not relevant, so there is no score.",
    ),
    Rule.REACHES_DIMENSION_READY: Text(
        da='Når tallet grænsen for "{ready}"?', en='Does the score reach the cut-off of "{ready}"?'
    ),
    Rule.REACHES_DIMENSION_ATTENTION: Text(
        da='Når det grænsen for "{attention}"?', en='Does it reach the cut-off of "{attention}"?'
    ),
    Rule.MEAN_OF_DIMENSIONS: Text(
        da="Gennemsnittet af dimensionernes tal, alle med samme vægt.",
        en="The mean of the dimensions' scores, all with the same weight.",
    ),
    Rule.MEAN_OF_LOWS: Text(
        da="Det samme med alle ubesvarede i bund:",
        en="The same with all the unanswered at the bottom:",
    ),
    Rule.MEAN_OF_HIGHS: Text(
        da="Det samme med alle ubesvarede i top:", en="The same with all the unanswered at the top:"
    ),
    Rule.SIDES_ALONE: Text(
        da="{about} alene: gennemsnittet af sidens egne tal.",
        en="{about} alone: the mean of the side's own scores.",
    ),
    Rule.WEAKEST_PART: Text(
        da="Den svageste del afgør: Tallet er det laveste af delenes.",
        en="The weakest part decides: the score is the lowest of the parts.",
    ),
    Rule.PASSES: Text(da="Er tallet højt nok til, at det er på plads?", en="Is the score high enough to be in place?"),
    Rule.KEEPS_FROM_FAILING: Text(
        da="Er det også højt nok til ikke at falde, hvis alle ubesvarede lå i bund?",
        en="Is it also high enough not to fail if all the unanswered were at the bottom?",
    ),
    Rule.ABOVE_FAILING: Text(
        da='Er tallet over grænsen for "ikke på plads"?',
        en='Is the score above the cut-off of "not in place"?',
    ),
    Rule.MAY_REACH: Text(
        da="Kunne det være på plads, hvis alle ubesvarede lå i top?",
        en="Could it be in place if all the unanswered were at the top?",
    ),
    Rule.CONTESTED_BY_SIDES: Text(
        da=(
            "I er uenige: To sider med mindst to personer ligger på hver sin side af midten af grænserne. En "
            "side, der er holdt tilbage, kan være den ene."
        ),
        en=(
            "You disagree: two sides of at least two people lie on either side of the middle of the cut-offs. "
            "A side that is withheld may be one of them."
        ),
    ),
    Rule.FAR_APART: Text(da="Ligger de langt nok fra hinanden?", en="Do they lie far enough apart?"),
    Rule.CONTESTED_BY_SPREAD: Text(
        da=(
            "I er uenige: Mindst en tredjedel ligger så højt, at det er på plads, og mindst en tredjedel så "
            "lavt, at det ikke er. Hvor mange det er, bliver ikke vist."
        ),
        en=(
            "You disagree: at least a third lie so high that it is in place, and at least a third so low that "
            "it is not. How many they are is not shown."
        ),
    ),
    Rule.NOT_CONTESTED: Text(
        da=(
            "I er ikke uenige nok til, at det tæller: hverken to sider langt fra hinanden eller en tredjedel i "
            "hver sin ende. Det er målt på alle svar, også dem, der er holdt tilbage."
        ),
        en=(
            "You do not disagree enough for it to count: neither two sides far apart, nor a third at either "
            "end. It is measured on all answers, the withheld ones too."
        ),
    ),
    Rule.NOT_ASKED: Text(da="Ingen af udsagnene bag det er med.", en="None of the statements behind it was asked."),
    Rule.STATE: Text(
        da=(
            "På plads kræver ja til de to første, og ikke på plads kræver nej til de to sidste. Alt andet er "
            "uafklaret. Uenighed går forud for det hele."
        ),
        en=(
            "In place needs yes to the first two, and not in place needs no to the last two. Anything else is "
            "undecided. Disagreement comes before it all."
        ),
    ),
    Rule.STATE_RANGE: Text(
        da="Det samme, hvis alle ubesvarede lå i bund, og hvis de alle lå i top:",
        en="The same if all the unanswered were at the bottom, and if they were all at the top:",
    ),
    Rule.GATES_CAP: Text(
        da=(
            'Hvor højt kan det nå? Er et afgørende spørgsmål ikke på plads, kan det kun blive "{not_now}". Er '
            'et uafklaret, eller er I uenige om det, kan det højst blive "{prepare}".'
        ),
        en=(
            'How high can it get? Where a decisive question is not in place, it can only be "{not_now}". Where '
            'one is undecided or you disagree about it, it can at most be "{prepare}".'
        ),
    ),
    Rule.LOWEST_DIMENSION: Text(da="Hvilken dimension er lavest?", en="Which dimension is lowest?"),
    Rule.LOWEST_REACHES_READY: Text(
        da='Når den laveste dimension grænsen for "{ready}"?',
        en='Does the lowest dimension reach the cut-off of "{ready}"?',
    ),
    Rule.OVERALL_REACHES_READY: Text(
        da='Når gennemsnittet grænsen for "{ready}"?',
        en='Does the mean reach the cut-off of "{ready}"?',
    ),
    Rule.LOWEST_REACHES_ATTENTION: Text(
        da='Når den laveste dimension grænsen for "{attention}"?',
        en='Does the lowest dimension reach the cut-off of "{attention}"?',
    ),
    Rule.OVERALL_REACHES_ATTENTION: Text(
        da='Når gennemsnittet grænsen for "{attention}"?',
        en='Does the mean reach the cut-off of "{attention}"?',
    ),
    Rule.LEVEL_BY_CUTOFFS: Text(da="Grænserne alene:", en="By the cut-offs alone:"),
    Rule.LEVEL: Text(
        da="Vurderingen er det laveste af det, som de afgørende spørgsmål og grænserne giver lov til.",
        en="The outcome is the lowest of what the decisive questions and the cut-offs allow.",
    ),
    Rule.UNDECIDED: Text(
        da="Her er der ikke svar nok til et tal, og uden det er der ingen vurdering:",
        en="Here there are not enough answers for a score, and without it there is no outcome:",
    ),
    Rule.RANGE: Text(
        da="Det samme regnet med alle ubesvarede i bund, og med alle i top:",
        en="The same computed with all the unanswered at the bottom, and with all at the top:",
    ),
    Rule.MISSING_POINTS: Text(
        da="{about}: det, der mangler op til næste niveau.",
        en="{about}: what is missing to the next level.",
    ),
    Rule.LOWEST_PART: Text(
        da="Den laveste del, der vises, giver pejlemærket dets tal.",
        en="The lowest part that is shown gives the indicator its score.",
    ),
    Rule.REACHES_LEVEL: Text(
        da="Når tallet grænsen for en af teksterne?",
        en="Does the score reach the cut-off of one of the texts?",
    ),
    Rule.INFORMS_ONLY: Text(
        da="Et pejlemærke ændrer ikke vurderingen.", en="An indicator does not change the outcome."
    ),
    Rule.WITHHELD_MIN_GROUP: Text(
        da=(
            "Tallet er holdt tilbage, fordi det handler om færre end {min_group} personer. Derfor bliver der "
            "heller ikke vist, hvad det er regnet ud af."
        ),
        en=(
            "The figure is withheld because it is about fewer than {min_group} people. So what it is computed "
            "from is not shown either."
        ),
    ),
    Rule.WITHHELD_PROTECTS: Text(
        da=(
            "Tallet er holdt tilbage, fordi man kunne regne sig frem til en gruppe på færre end {min_group} "
            "ved at trække det fra andre tal. Derfor bliver der heller ikke vist, hvad det er regnet ud af."
        ),
        en=(
            "The figure is withheld because a group of fewer than {min_group} could be computed by subtracting "
            "it from other figures. So what it is computed from is not shown either."
        ),
    ),
    Rule.WITHHELD_BY_ANOTHER: Text(
        da="Sammen med de andre dimensioner ville gennemsnittet røbe disse:",
        en="Together with the other dimensions the mean would give these away:",
    ),
    Rule.SAID_OF_ALL: Text(
        da=(
            "Noget bag det er holdt tilbage. Det er regnet ud af alle svar og bliver sagt om jer alle, så "
            "tallene bag det bliver ikke vist."
        ),
        en=(
            "Something behind it is withheld. It is computed from all answers and said of all of you, so the "
            "figures behind it are not shown."
        ),
    ),
}
"""{about}: the part, side or dimension that the step is about."""
