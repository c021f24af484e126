"""Texts of `explain`: the sentence of each rule of scoring that a step applies."""

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
    Rule.HALF_ANSWERED: Text(
        da="Hvor mange af dem, der kunne svare, har svaret? Mindst halvdelen skal have gjort det.",
        en="How many of those who could answer have? At least half must.",
    ),
    Rule.NO_ITEM_SCORE: Text(
        da="Færre end halvdelen har svaret, så udsagnet har intet tal.",
        en="Fewer than half have answered, so the statement has no score.",
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
    Rule.TENSION: Text(
        da=(
            "Så meget er det værd at tale om. Fra 1 er forskellen større, end tilfældet plejer at give i et rum på "
            "jeres størrelse:"
        ),
        en=(
            "That much it is worth talking about. From 1 on the difference is larger than chance usually gives a room "
            "of your size:"
        ),
    ),
    Rule.TO_MOVE: Text(
        da="Hvad ville det flytte, hvis udsagnet lå på 75? Først det, der mangler:",
        en="What would it move if the statement were at 75? First what is missing:",
    ),
    Rule.GAIN_OF_DIMENSION: Text(
        da=(
            "{about} ville stige med det, der mangler, gange udsagnets vægt, delt med vægten af de udsagn i "
            "dimensionen, der har et tal."
        ),
        en=(
            "{about} would gain what is missing, times the statement's weight, divided by the weight of the "
            "dimension's statements that have a score."
        ),
    ),
    Rule.GAIN_OF_GATE: Text(
        da="Den svageste del af et afgørende spørgsmål, der ikke er på plads, ville stige på samme måde.",
        en="The weakest part of a decisive question that is not in place would gain in the same way.",
    ),
    Rule.SHARE_ANSWERED: Text(
        da="Hvor meget har et tal? Vægten af de udsagn, der har et, delt med vægten af dem, der kunne have:",
        en="How much has a score? The weight of the statements that have one, divided by that of those that could:",
    ),
    Rule.ENOUGH_ANSWERED: Text(
        da="Der er kun et tal, hvis mindst {share} har.", en="There is a score only where at least {share} has."
    ),
    Rule.ITEMS_TOGETHER: Text(
        da=(
            "Tallet er gennemsnittet af udsagnenes tal, hvert med sin vægt. Et udsagn, som kun nogle bliver spurgt om, "
            "vejer tilsvarende mindre."
        ),
        en=(
            "The score is the mean of the statements' scores, each with its weight. A statement that only some are "
            "asked weighs accordingly less."
        ),
    ),
    Rule.LOW: Text(
        da="Det samme, hvis alle ubesvarede lå i bund:", en="The same if all the unanswered were at the bottom:"
    ),
    Rule.HIGH: Text(
        da="Det samme, hvis alle ubesvarede lå i top:", en="The same if all the unanswered were at the top:"
    ),
    Rule.NO_SCORE: Text(da="Der er ikke svar nok til et tal.", en="There are not enough answers for a score."),
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
            "I er uenige: Disse sider ligger på den anden side af midten end alle andre tilsammen, og længere væk, end "
            "tilfældet plejer at give i et rum på jeres størrelse."
        ),
        en=(
            "You disagree: these sides lie on the other side of the middle than everybody else together, and further "
            "away than chance usually gives a room of your size."
        ),
    ),
    Rule.SPLIT: Text(
        da="Ligger svarene over og under midten længere fra hinanden, end tilfældet plejer at give?",
        en="Do the answers above and below the middle lie further apart than chance usually gives?",
    ),
    Rule.CONTESTED_BY_SPREAD: Text(
        da="I er uenige: Det gør de, og mindst en fjerdedel af svarene ligger over midten og lige så mange under.",
        en="You disagree: they do, and at least a quarter of the answers lie above the middle and a quarter below.",
    ),
    Rule.NOT_CONTESTED: Text(
        da=(
            "I er ikke så uenige, at det tæller: Ingen side skiller sig ud, og svarene ligger ikke i to lejre med "
            "mindst en fjerdedel i hver."
        ),
        en=(
            "You do not disagree enough for it to count: no side stands apart, and the answers are not in two camps "
            "with at least a quarter in each."
        ),
    ),
    Rule.NOT_ASKED: Text(da="Ingen af udsagnene bag det er med.", en="None of the statements behind it was asked."),
    Rule.STATE: Text(
        da=(
            "På plads kræver ja til de to første, og ikke på plads kræver nej til de to sidste. Alt andet er "
            "uafklaret. Er I uenige, går det forud."
        ),
        en=(
            "In place needs yes to the first two, and not in place needs no to the last two. Anything else is "
            "undecided. Where you disagree, that comes first."
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
    Rule.CAPS_AT_PREPARE: Text(
        da='Er den laveste del af "{about}" for lav, kan det højst blive "{prepare}". Når den grænsen?',
        en='If the lowest part of "{about}" is too low, it can at most be "{prepare}". Does it reach the cut-off?',
    ),
    Rule.CAPS_AT_ATTENTION: Text(
        da='Er den laveste del af "{about}" for lav, kan det højst blive "{attention}". Når den grænsen?',
        en='If the lowest part of "{about}" is too low, it can at most be "{attention}". Does it reach the cut-off?',
    ),
    Rule.LEVEL: Text(
        da="Vurderingen er det laveste af det, som reglerne ovenfor giver lov til.",
        en="The outcome is the lowest of what the rules above allow.",
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
}
"""{about}: the part, side or dimension that the step is about."""
