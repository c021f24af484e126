"""Results in every state that a page has to look well in, beside the example workshops."""

from __future__ import annotations

import datetime as dt
from typing import Any

from samskab_cli.model.answers import Action, Mode, Note, Rejected
from samskab_cli.model.answers_shown import Cells, RoomShown, SidePeople
from samskab_cli.model.conclusions import DiscussReason
from samskab_cli.model.figures_shown import SideOverall
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import ContextShown, Provisional, Result
from samskab_cli.model.suppression import Reason
from samskab_cli.model.verdict_shown import Discuss, HeldByDimension, HeldByGate, MoveShown
from tests.reporting.cases import case
from tests.reporting.results import answers, dimension, gate, item, overall, result, verdict

LONG = "Samarbejdet om den tværgående børne- og ungepolitiske sammenhængskraftsstrategi i lokalområderne " * 2
UNBROKEN = "Helhedsorienteretrehabiliteringskoordinatorfunktionsbeskrivelse" * 2
INJECTIONS = (
    '<script>alert("x")</script><img src=x onerror=alert(1)>',
    "[bold red]rich[/bold] [/b] [link=http://x.example]her[/link]",
    "# Overskrift *fed* `kode` [her](http://x.example) ![](http://x.example/p.png) | a | b |",
    '#panic("typst") $x^2$ #read("/etc/passwd") @label <label> \\ // /* */',
    "\x1b[31mrød\x1b]8;;http://x.example\x07link\x1b]8;;\x07\x9b0m\u202evenstre\u2066",
    '=HYPERLINK("http://x.example";"klik")',
    "{{ 7 * 7 }}{% raw %}{# note #}${7*7}",
)


def undecided(question_set: QuestionSet) -> Result:
    """Few know: one gate can't be told, the other is failed at one end, a dimension has no figure."""
    suited, letgo = (one.id for one in question_set.gates)
    first, second, *rest = (one.id for one in question_set.dimensions)
    held = (
        HeldByGate(gate=suited, state=GateState.UNDECIDED, reason=GateReason.UNKNOWN),
        HeldByDimension(dimension=second, score=55.0, needed=65.0, missing=10.0),
    )
    return result(
        question_set,
        verdict=verdict(Level.UNDECIDED, range=(Level.NOT_NOW, Level.READY), firm=False, held_back_by=held),
        overall=overall(None, low=31.0, high=88.0, sides={}, gap=None),
        dimensions=(
            dimension(first, None, None, low=10.0, high=95.0, sides={}, gap=None),
            dimension(second, 55.0, Level.ATTENTION, low=40.0, high=72.0),
            *(dimension(one, 70.0, Level.READY, low=52.0, high=90.0) for one in rest),
        ),
        gates=(
            gate(
                question_set,
                suited,
                GateState.UNDECIDED,
                reason=GateReason.UNKNOWN,
                range=(GateState.FAILED, GateState.PASSED),
                low=30.0,
                high=90.0,
            ),
            gate(question_set, letgo, GateState.FAILED, reason=GateReason.BELOW, score=12.0, low=12.0, high=20.0),
        ),
    )


def withheld(_: QuestionSet) -> Result:
    """Twelve people answered and thirteen are needed: nothing about them is shown."""
    return case("ensomhed", 13)


def quick(_: QuestionSet) -> Result:
    """The short version: provisional."""
    return case("havneby", quick=True)


def ranging(question_set: QuestionSet) -> Result:
    """What isn't known could move the verdict by two levels; not finished, and cells that couldn't be read."""
    cells = Cells(value=300, unsure=30, not_relevant=4, not_asked=6, not_reached=2, blank=4, invalid=2)
    return result(
        question_set,
        finished=False,
        provisional=Provisional(reason="missing_items", items_not_asked=("laer",)),
        verdict=verdict(Level.ATTENTION, range=(Level.PREPARE, Level.READY), firm=False),
        dimensions=tuple(
            dimension(one.id, 64.96, Level.ATTENTION, low=44.0, high=81.0) for one in question_set.dimensions
        ),
        answers=answers(
            coverage=0.873,
            unanswered=1,
            incomplete=2,
            straight_lining=1,
            missing_sides=("politics",),
            sides=(SidePeople(id="administration", n=7), SidePeople(id="outside", n=1)),
            without_role=4,
            cells=cells,
            rejected=Rejected(count=2, by_item={"slip": 2}),
        ),
    )


def session(question_set: QuestionSet, text: str = "Vi turde sige nej til direktøren i marts.") -> Result:
    """A workshop with everything that a room can leave; `text` stands wherever somebody in it wrote something."""
    about = question_set.items[15].id
    room = RoomShown(
        notes=(Note(text=text, item=about), Note(text="Husk at spørge ældrerådet.")),
        evidence=(Note(text=f"Eksempel: {text}", item=about),),
        dilemmas=(Note(text=f"Dilemma: {text}", item=about), Note(text="Fart eller ejerskab?")),
        actions=(
            Action(what=f"Handling: {text}", who="Centerchefen", when="1. februar", item=about),
            Action(what="Ring til foreningen"),
        ),
        next_date=dt.date(2027, 2, 1),
        highs=12,
        highs_with_evidence=1,
    )
    items = tuple(item(question_set, one.id, agreed=4 if one.id == about else None) for one in question_set.items)
    return result(question_set, mode=Mode.VOTES, room=room, items=items)


def alone(question_set: QuestionSet) -> Result:
    """One person of one side, in a consensus session."""
    moves = tuple(
        MoveShown(item=one.id, dimension_gain=4.1, gate_gain=12.0 if at == 0 else 0.0)
        for at, one in enumerate(question_set.items[:5])
    )
    return result(
        question_set,
        mode=Mode.CONSENSUS,
        verdict=verdict(Level.NOT_NOW, moves_most=moves),
        answers=answers(respondents=1, sides=(), missing_sides=()),
        overall=overall(80.0, sides={}, gap=None),
        dimensions=tuple(dimension(one.id, sides={}, gap=None) for one in question_set.dimensions),
        gates=tuple(gate(question_set, one.id, sides={}, gap=None) for one in question_set.gates),
        items=tuple(item(question_set, one.id, sides={}, gap=None, agreement=None) for one in question_set.items),
    )


def one_of_a_side(question_set: QuestionSet) -> Result:
    """A side of one person, one withheld, and no gap where only one is left."""
    sides: dict[str, Any] = {"politics": SideOverall(score=80.0)}
    return result(
        question_set,
        answers=answers(
            respondents=4,
            sides=(SidePeople(id="politics", n=1), SidePeople(id="outside", withheld=Reason.MIN_GROUP)),
            missing_sides=("administration",),
        ),
        overall=overall(80.0, sides=sides, gap=None),
    )


def wordy(question_set: QuestionSet) -> Result:
    """A matter and a municipality that nobody would print, and counts with thousands in them."""
    context = ContextShown(matter=LONG, municipality=UNBROKEN, date=dt.date(2026, 11, 23), language="da")
    first, second = question_set.items[:2]
    items = tuple(
        item(question_set, one.id, counts=(1200, 3400, 56, 7, 11234), unsure=4321, agreement=-0.61, score=71.3)
        for one in question_set.items
    )
    discuss = (
        Discuss(item=first.id, tension=0.8, reason=DiscussReason.DISAGREEMENT, by_chance=True, side=None),
        Discuss(item=second.id, tension=0.4, reason=DiscussReason.UNSURE, by_chance=False, side=None),
    )
    return result(
        question_set,
        context=context,
        items=items,
        answers=answers(respondents=15897, sides=tuple(SidePeople(id=one.id, n=5299) for one in question_set.sides)),
        verdict=verdict(discuss_first=discuss),
    )


def hostile(question_set: QuestionSet, text: str) -> Result:
    """A text from outside in every place where one can stand."""
    context = ContextShown(matter=text, municipality=text, date=dt.date(2026, 11, 23), language="da")
    return session(question_set, text).model_copy(update={"context": context})


STATES = {
    "undecided": undecided,
    "withheld": withheld,
    "quick": quick,
    "ranging": ranging,
    "session": session,
    "alone": alone,
    "one-of-a-side": one_of_a_side,
    "wordy": wordy,
}
