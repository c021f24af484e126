"""The English catalogue of explanations."""

from __future__ import annotations

from samskab_cli.model.explanation import Rule
from samskab_cli.reporting.wording.explaining import Explaining

ENGLISH_EXPLAINING = Explaining(
    heading="How it was computed: {what}",
    verdict="The verdict",
    exactly="{figure} (with more decimals {exact})",
    section="The rule: {page}, section {number}",
    reached="{first} is at least {second}: yes",
    not_reached="{first} is at least {second}: no",
    lowest="The lowest: {result} ({which})",
    highest="The largest: {result} ({which})",
    comes_to="That gives: {result}",
    at_both_ends="At the bottom: {worst}. At the top: {best}.",
    layer="Layer {number}",
    unknown="Unanswered",
    people="People with a score",
    low="Unanswered at the bottom",
    high="Unanswered at the top",
    tension_gap="Gap",
    tension_disagreement="Disagreement",
    tension_unsure='Share of "{unsure}"',
    no_score="no score",
    rules={
        Rule.ITEM_SCORE: (
            "Every step of the scale has a number from 0 to 100. The statement's score is the mean of the answers: "
            "each step times the number of answers."
        ),
        Rule.ITEM_SCORE_REVERSED: (
            "The statement is reversed, so the lowest answer counts 100 and the highest 0. Its score is the mean of "
            "the answers: each step times the number of answers."
        ),
        Rule.OTHER_CELLS: "These cells are not in the score:",
        Rule.AGREEMENT: (
            "Agreement is van der Eijk's A. The answers are taken apart into layers in which all steps with answers "
            "are equally high. Each layer has an agreement from −1 to 1, and A is their mean, weighted by the answers "
            "in the layer."
        ),
        Rule.GAP: "The gap is the highest minus the lowest score of the sides that are shown.",
        Rule.TENSION_GAP: "Is it worth talking about? The gap between the sides, divided by 100:",
        Rule.TENSION_DISAGREEMENT: (
            "Is it worth talking about? The disagreement, which is 1 minus the agreement, divided by 2:"
        ),
        Rule.TENSION_UNSURE: 'Is it worth talking about? The share that answered "{unsure}", of all who could answer:',
        Rule.TENSION: "The largest decides how high the statement stands on the list of what to discuss first.",
        Rule.TO_MOVE: "What would it move if the statement were at 75? First what is missing:",
        Rule.GAIN_OF_DIMENSION: (
            "{about} would gain what is missing, times the statement's weight, divided by the weight of all statements "
            "of the dimension."
        ),
        Rule.GAIN_OF_GATE: "The weakest part of a decisive question that is not in place would gain in the same way.",
        Rule.SHARE_ANSWERED: "How much is answered? The weight of the answers, divided by what could be answered:",
        Rule.ENOUGH_ANSWERED: "There is a score only where at least {share} is answered.",
        Rule.ONE_ANSWER_SET: "The score is the mean of the answered statements, each with its weight.",
        Rule.VOTES_TOGETHER: (
            "The score is the mean of all votes: each statement's score times its votes and its weight."
        ),
        Rule.PEOPLE_TOGETHER: (
            "Each person gets a mean of the statements that person answered, if that is at least {share} of them. The "
            "score is the mean of the people: the sum of their scores, divided by how many they are. The scores of "
            "single people are never shown."
        ),
        Rule.ALL_ANSWERED: (
            "Everybody answered every statement, so the mean of the people is the same as the mean of the statements, "
            "each with its weight."
        ),
        Rule.ITEMS_TOGETHER: (
            "For comparison, the mean of the statements' own scores. It may lie a little beside, since each person "
            "counts the same, also where something is unanswered."
        ),
        Rule.LOW: "If all the unanswered were at the bottom, it would be:",
        Rule.HIGH: "If all the unanswered were at the top, it would be:",
        Rule.LOW_AND_HIGH: "The same mean with all the unanswered at the bottom, and with all at the top:",
        Rule.NO_SCORE: "There are not enough answers for a score: at least {share} must be answered.",
        Rule.NO_MEAN: "There is no mean, since there are not enough answers for a score here:",
        Rule.NOT_APPLICABLE: "Everybody answered that it is not relevant, so there is no score.",
        Rule.REACHES_DIMENSION_READY: 'Does the score reach the cut-off of "{ready}"?',
        Rule.REACHES_DIMENSION_ATTENTION: 'Does it reach the cut-off of "{attention}"?',
        Rule.MEAN_OF_DIMENSIONS: "The mean of the dimensions' scores, all with the same weight.",
        Rule.MEAN_OF_LOWS: "The same with all the unanswered at the bottom:",
        Rule.MEAN_OF_HIGHS: "The same with all the unanswered at the top:",
        Rule.SIDES_ALONE: "{about} alone: the mean of the side's own scores.",
        Rule.WEAKEST_PART: "The weakest part decides: the score is the lowest of the parts.",
        Rule.PASSES: "Is the score high enough to be in place?",
        Rule.KEEPS_FROM_FAILING: "Is it also high enough not to fail if all the unanswered were at the bottom?",
        Rule.ABOVE_FAILING: "Is the score high enough not to have failed?",
        Rule.MAY_REACH: "Could it be in place if all the unanswered were at the top?",
        Rule.CONTESTED_BY_SIDES: (
            "You disagree: two sides of at least two people lie on either side of the middle of the cut-offs. A side "
            "that is withheld may be one of them."
        ),
        Rule.FAR_APART: "Do they lie far enough apart?",
        Rule.CONTESTED_BY_SPREAD: (
            "You disagree: at least a third lie so high that it is in place, and at least a third so low that it is "
            "not. How many they are is not shown."
        ),
        Rule.NOT_CONTESTED: (
            "You do not disagree enough for it to count: neither two sides far apart, nor a third at either end. It "
            "is measured on all answers, the withheld ones too."
        ),
        Rule.NOT_ASKED: "None of the statements behind it was asked.",
        Rule.STATE: (
            "In place needs yes to the first two, and not in place needs no to the last two. Anything else is "
            "undecided. Disagreement comes before it all."
        ),
        Rule.STATE_RANGE: "The same if all the unanswered were at the bottom, and if they were all at the top:",
        Rule.GATES_CAP: (
            'How high can it get? Where a decisive question is not in place, it can only be "{not_now}". Where one is '
            'undecided or you disagree about it, it can at most be "{prepare}".'
        ),
        Rule.LOWEST_DIMENSION: "Which dimension is lowest?",
        Rule.LOWEST_REACHES_READY: 'Does the lowest dimension reach the cut-off of "{ready}"?',
        Rule.OVERALL_REACHES_READY: 'Does the mean reach the cut-off of "{ready}"?',
        Rule.LOWEST_REACHES_ATTENTION: 'Does the lowest dimension reach the cut-off of "{attention}"?',
        Rule.OVERALL_REACHES_ATTENTION: 'Does the mean reach the cut-off of "{attention}"?',
        Rule.LEVEL_BY_CUTOFFS: "By the cut-offs alone:",
        Rule.LEVEL: "The verdict is the lowest of what the decisive questions and the cut-offs allow.",
        Rule.UNDECIDED: "Here there are not enough answers for a score, and without it there is no verdict:",
        Rule.RANGE: "The same computed with all the unanswered at the bottom, and with all at the top:",
        Rule.MISSING_POINTS: "{about}: what is missing to the next level.",
        Rule.LOWEST_PART: "The lowest part that is shown gives the pointer its score.",
        Rule.REACHES_LEVEL: "Does the score reach the cut-off of one of the texts?",
        Rule.INFORMS_ONLY: "A pointer does not change the verdict.",
        Rule.WITHHELD_MIN_GROUP: (
            "The figure is withheld because it is about fewer than {min_group} people. So what it is computed from is "
            "not shown either."
        ),
        Rule.WITHHELD_PROTECTS: (
            "The figure is withheld because a group of fewer than {min_group} could be computed by subtracting it from "
            "other figures. So what it is computed from is not shown either."
        ),
        Rule.WITHHELD_BY_ANOTHER: "Together with the other dimensions the mean would give these away:",
        Rule.SAID_OF_ALL: (
            "Something behind it is withheld. It is computed from all answers and said of all of you, so the figures "
            "behind it are not shown."
        ),
    },
)
