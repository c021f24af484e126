"""Answers scored in one step, as tests of rules want them."""

from __future__ import annotations

from samskab_cli.disclosure.shown_tables import Disclosed, shown_tables
from samskab_cli.model.answers import Answers
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Result
from samskab_cli.model.tables import Tables
from samskab_cli.model.verdict_shown import VerdictShown
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.engine import crowd
from samskab_cli.scoring.findings import Findings
from samskab_cli.scoring.side_levels import choose_sides


def disclosed(question_set: QuestionSet, answers: Answers, min_group: int = 1) -> Disclosed:
    """What may be shown of the answers."""
    everybody = crowd(question_set, answers)
    sides = choose_sides(question_set, everybody, min_group)
    return shown_tables(Asked.of(question_set, answers), everybody, sides, min_group)


def findings(question_set: QuestionSet, answers: Answers, min_group: int = 1) -> Findings:
    """What follows from the tables; somebody must take part."""
    found = disclosed(question_set, answers, min_group).findings
    assert found is not None
    return found


def tables(question_set: QuestionSet, answers: Answers) -> Tables:
    """The item tables of everybody."""
    return crowd(question_set, answers).tables


def verdict_of(result: Result) -> VerdictShown:
    """The verdict of a set that has one."""
    assert result.verdict is not None
    return result.verdict
