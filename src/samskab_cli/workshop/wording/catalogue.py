"""What a catalogue of the workshop has to say: a missing sentence is a type error.

Texts in braces are filled in; the same names stand in every language (a test sees to it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samskab_cli.model.answers import Mode
from samskab_cli.model.session import Trouble


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class StartWords:
    """Before the first question."""

    ask_matter: str
    ask_municipality: str
    matter: str
    municipality: str
    date: str
    set: str
    whole_set: str
    quick_set: str
    mode: str
    modes: Mapping[Mode, str]
    roles: str
    no_roles: str
    file: str
    takes: str
    propose_quick: str
    not_for_projector: str
    begin: str
    change: str
    ask_date: str
    ask_roles: str
    bad_date: str
    impossible_date: str
    past_date: str
    bad_roles: str
    votes_need_roles: str
    how_many: str
    bad_number: str
    ask_open: str
    yes: str
    unfinished: str
    unfinished_line: str
    choose_unfinished: str
    reopened: str
    resumed: str
    torn: str
    set_changed: str
    items_gone: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class QuestionWords:
    """One question."""

    place: str
    number: str
    part: str
    answer: str
    noted: str
    before: str
    keys: str
    vote_keys: str
    short_keys: str
    help: str
    anchors: str
    no_anchors: str
    unknown: str
    unknown_vote: str
    pasted: str
    agreed_now: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class VoteWords:
    """Votes by role."""

    cards_up: str
    ask: str
    noted: str
    nobody: str
    fewer: str
    more: str
    keys: str
    ask_agreed: str
    agreed: str
    bad_agreed: str
    talk: str
    ask_present: str
    present: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RemarkWords:
    """Notes, examples, dilemmas, actions."""

    ask: Mapping[str, str]
    noted: Mapping[str, str]
    nothing: str
    what: str
    who: str
    when: str
    action_noted: str
    action_by: str
    listed: str
    evidence_wanted: str
    evidence_wanted_before: str
    edit: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class SummaryWords:
    """After a dimension, and the overview."""

    done: str
    lowest: str
    gap: str
    gap_large: str
    by: str
    go_on: str
    go_on_last: str
    numbers_hidden: str
    overview: str
    overview_answered: str
    overview_missing: str
    overview_all: str
    ask_jump: str
    ask_jump_complete: str
    bad_jump: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TurnWords:
    """Turns at the laptop."""

    next: str
    ask_role: str
    bad_role: str
    thanks: str
    closed: str
    ask_close: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class EndWords:
    """The end."""

    discuss: str
    moves: str
    show_verdict: str
    report_keys: str
    orders: Mapping[str, str]
    ask_next_date: str
    next_date: str
    saved_report: str
    ask_folder: str
    saved: str
    report_command: str
    compare_command: str
    go_on_command: str
    paused: str
    stopped: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Words:
    """Every word of `assess` in one language."""

    language: str
    start: StartWords
    question: QuestionWords
    votes: VoteWords
    remarks: RemarkWords
    summary: SummaryWords
    turn: TurnWords
    end: EndWords
    trouble: Mapping[Trouble, str]
    trouble_now: str
    trouble_again: str
