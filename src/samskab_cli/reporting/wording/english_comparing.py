"""The English catalogue of comparisons."""

from __future__ import annotations

from samskab_cli.model.comparison import FewAnswers
from samskab_cli.reporting.wording.comparing import Comparing

ENGLISH_COMPARING = Comparing(
    title="What has changed?",
    heading="What has changed? {what}",
    occasion="{number}: {name}, {people}",
    verdict="The verdict",
    from_to="From {first} to {last}.",
    same_verdict="The same: {level}.",
    verdict_withheld="Withheld at least one of the times, so there is no change to show.",
    change="change",
    unchanged="unchanged",
    moved_most="What has moved most",
    nothing_moved="No statement that can be shown has moved.",
    all_items="All statements that were asked every time",
    few_answers={
        FewAnswers.SMALLER: "smaller than what a few other answers could give",
        FewAnswers.LARGER: "more than what a few other answers could give",
        FewAnswers.TOO_FEW: "too few answers to say whether it is more than chance",
        FewAnswers.NOT_LINKED: "cannot say whether it is more than chance: there are no single responses here",
    },
    few_answers_explained=(
        "What a few other answers could give is measured by how differently you have answered, and by how many you "
        "are: twice the standard error of the difference between the two means. It is a rule of thumb, not a proof."
    ),
    read_with_care="Read it with care",
    not_matched=(
        "It is not necessarily the same people who answered each time, and nobody's answers are matched. A change may "
        "come from others having answered."
    ),
    few_people="{name}: only {n} have answered, so a single answer can move the figures a lot.",
    versions="The questions have changed on the way ({versions}). Each time is computed by its own version.",
    left_out=(
        "Only the statements that were asked every time count, so figures may differ from the single reports. "
        "Left out: {n}."
    ),
    left_out_heading="Not asked every time",
    asked_at="{item} (asked at {times} only)",
    people_behind="The number in brackets is how many have answered.",
)
