"""What the example workshops don't have: each state of a result is said, and said truly."""

from __future__ import annotations

from typing import Any

import pytest
from rich.cells import cell_len

from samskab_cli.model.answers import Action, Mode, Note, Rejected
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import (
    Discuss,
    DiscussReason,
    HeldByDimension,
    HeldByGate,
    HeldByOverall,
    MoveShown,
    Provisional,
    Result,
    RoomShown,
    SideFigure,
    SideOverall,
    SidePeople,
)
from samskab_cli.model.text import clean
from samskab_cli.reporting import terminal
from samskab_cli.reporting.report_view import ReportView
from samskab_cli.reporting.view import view
from tests.reporting import results
from tests.reporting.results import FEW, PROTECTED, SIDES, answers, dimension, gate, item, overall, result, verdict


def shown(question_set: QuestionSet, **changes: Any) -> ReportView:
    return view(result(question_set, **changes), question_set, "da")


def screen(report: ReportView, width: int = 80) -> str:
    return terminal.first_screen(report, width=width, encoding="utf-8", colour=False)


def gates(question_set: QuestionSet, *states: tuple[GateState, GateReason | None]) -> dict[str, Any]:
    """The gates in these states, and a "prepare" that they hold back."""
    ids = [gate.id for gate in question_set.gates]
    pairs = list(zip(ids, states, strict=True))
    held = tuple(HeldByGate(gate=id_, state=state, reason=reason) for id_, (state, reason) in pairs if reason)
    level = Level.NOT_NOW if GateState.FAILED in dict(states) else Level.PREPARE
    return {
        "verdict": verdict(level, held_back_by=held),
        "gates": tuple(gate(question_set, id_, state, reason=reason) for id_, (state, reason) in pairs),
    }


PASSED = (GateState.PASSED, None)
CONTESTED = (GateState.CONTESTED, GateReason.SIDES)
SPREAD = (GateState.CONTESTED, GateReason.SPREAD)
FAILED = (GateState.FAILED, GateReason.BELOW)
BETWEEN = (GateState.UNDECIDED, GateReason.BETWEEN)


@pytest.mark.parametrize(
    ("states", "why"),
    [
        ((CONTESTED, PASSED), 'I er uenige om "Egner sagen sig?".'),
        ((CONTESTED, SPREAD), "I er uenige om begge afgørende spørgsmål."),
        ((FAILED, PASSED), '"Egner sagen sig?" er ikke på plads.'),
        ((FAILED, FAILED), "Ingen af de afgørende spørgsmål er på plads."),
        ((BETWEEN, BETWEEN), "Begge afgørende spørgsmål er uafklarede."),
        (
            (FAILED, BETWEEN),
            '"Egner sagen sig?" er ikke på plads, og "Vil ledelse og medarbejdere slippe kontrollen?" er uafklaret.',
        ),
    ],
)
def test_why_names_the_gates_that_hold_it_back(
    states: tuple[tuple[GateState, GateReason | None], ...], why: str, readiness: QuestionSet
) -> None:
    assert shown(readiness, **gates(readiness, *states)).verdict.why == why


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (GateReason.SIDES, "Siderne er langt fra hinanden."),
        (GateReason.SPREAD, "Mindst en tredjedel er på 60 eller derover, mindst en tredjedel under 40."),
        (GateReason.BETWEEN, "Tallet er hverken under 40 eller oppe på 60."),
        (GateReason.BELOW, "Tallet er under 40, og de ubesvarede kan ikke løfte det til 60."),
    ],
)
def test_a_gate_says_its_reason_with_its_own_cut_offs(reason: GateReason, said: str, readiness: QuestionSet) -> None:
    one = gate(readiness, "suited", GateState.UNDECIDED, reason=reason)
    assert shown(readiness, gates=(one,)).gates[0].reason == said


def test_one_dimension_is_named_and_several_are_counted(readiness: QuestionSet) -> None:
    def held(*ids: str) -> str:
        below = tuple(HeldByDimension(dimension=id_, score=54.3, needed=65, missing=10.7) for id_ in ids)
        return shown(readiness, verdict=verdict(Level.ATTENTION, held_back_by=below)).verdict.why

    assert held("openness") == "Begge afgørende spørgsmål er på plads, men Åbenhed (54,3) er under 65."
    assert held("openness", "time") == "Begge afgørende spørgsmål er på plads, men to dimensioner er under 65."
    every = [dimension.id for dimension in readiness.dimensions]
    assert held(*every).endswith("men alle fem dimensioner er under 65.")


def test_a_mean_just_below_its_cut_off_is_not_rounded_up_to_it(readiness: QuestionSet) -> None:
    held = (HeldByOverall(score=69.97, needed=70, missing=0.03),)
    report = shown(readiness, verdict=verdict(Level.ATTENTION, held_back_by=held), overall=overall(69.97))
    assert report.verdict.why == "Begge afgørende spørgsmål er på plads, men gennemsnittet (69,9) er under 70."
    assert report.verdict.held_back == ("Gennemsnit 69,9: Der mangler 0,1 op til 70.",)


def test_a_withheld_dimension_holds_back_without_its_figure(readiness: QuestionSet) -> None:
    held = (HeldByDimension(dimension="openness", score=FEW, needed=50, missing=FEW),)
    report = shown(readiness, verdict=verdict(Level.PREPARE, held_back_by=held), overall=overall(FEW))
    assert report.verdict.why == "Begge afgørende spørgsmål er på plads, men Åbenhed er under 50."
    assert report.verdict.held_back == ("Åbenhed: Under 50; tallet er holdt tilbage.",)


def test_a_ready_with_a_withheld_mean_says_only_what_it_reaches(readiness: QuestionSet) -> None:
    why = shown(readiness, overall=overall(FEW)).verdict.why
    assert why.endswith("ingen dimension er under 65, og gennemsnittet når op på 70.")


def test_firm_is_said_only_where_the_result_is_firm(readiness: QuestionSet) -> None:
    spanning = verdict(Level.PREPARE, range=(Level.NOT_NOW, Level.READY), firm=False)
    same_but_provisional = verdict(Level.READY, firm=False)
    ranges = [shown(readiness, verdict=one).verdict.range for one in (verdict(), spanning, same_but_provisional)]
    assert ranges == [
        "Står fast, også med alle ubesvarede i bund eller i top.",
        "Spænder fra Ikke relevant nu til Klar med alle ubesvarede i bund eller i top.",
        "Efter de stillede udsagn: Klar, også med alle ubesvarede i bund eller i top.",
    ]


def test_undecided_says_what_has_no_figure(readiness: QuestionSet) -> None:
    empty = dimension("suitability", None, None, low=0.0, high=100.0)
    others = tuple(dimension(d.id) for d in readiness.dimensions[1:])
    no_score = gate(readiness, "suited", GateState.UNDECIDED, reason=GateReason.NO_SCORE, score=None, weakest=None)
    report = shown(
        readiness,
        verdict=verdict(Level.UNDECIDED, range=(Level.NOT_NOW, Level.READY), firm=False),
        overall=overall(None),
        dimensions=(empty, *others),
        gates=(no_score, gate(readiness, "letgo")),
    )
    assert report.verdict.why == 'Egnethed har for få svar til et tal, og "Egner sagen sig?" kan ikke gøres op.'
    assert report.dimensions[0].figure.text == "for få svar"
    assert report.dimensions[0].span == "0,0–100,0"


def test_what_applies_to_nobody_is_not_too_few(readiness: QuestionSet) -> None:
    nothing = tuple(dimension(d.id, None, None, low=None, high=None) for d in readiness.dimensions)
    report = shown(readiness, verdict=verdict(Level.UNDECIDED, firm=False), dimensions=nothing)
    assert report.dimensions[0].figure.text == "ikke relevant"
    assert report.verdict.why == "Ingen af dimensionerne er relevante for dem, der har svaret."


def test_no_answers_at_all(readiness: QuestionSet) -> None:
    nothing = tuple(dimension(d.id, None, None, low=0.0, high=100.0, sides={}) for d in readiness.dimensions)
    undecided = verdict(Level.UNDECIDED, range=(Level.NOT_NOW, Level.READY), firm=False)
    report = shown(readiness, answers=results.nobody(), verdict=undecided, dimensions=nothing)
    assert report.facts == "23. november 2026 · ingen svar"
    assert report.verdict.why == "Ingen har svaret."


def test_fewer_than_the_smallest_group_get_no_verdict(readiness: QuestionSet) -> None:
    report = shown(readiness, **withheld(readiness))
    assert (report.verdict.level, report.verdict.label) == (None, "Holdt tilbage")
    assert report.verdict.why == "Færre end 5 har svaret."
    assert report.verdict.range == ""
    assert report.next_steps.no_moves == "Holdt tilbage: Færre end 5 har svaret."
    assert {one.figure.text for one in report.dimensions} == {"holdt tilbage"}
    assert {one.figure.reason for one in report.items} == {"færre end 5"}
    assert report.discuss[0].reason == '1 svarede "Ved ikke"'


def test_a_missing_side_is_named_in_the_headline(readiness: QuestionSet) -> None:
    one_side = answers(sides=(SidePeople(id="administration", n=4),), missing_sides=("politics", "outside"))
    two_sides = answers(sides=(SidePeople(id="administration", n=4), SidePeople(id="outside", n=8)), without_role=1)
    both = shown(readiness, answers=two_sides.model_copy(update={"missing_sides": ("politics",)}))
    assert shown(readiness, answers=one_side).verdict.who == (
        "Kun Forvaltning har svaret: ingen svar fra Politikere eller Parter uden for kommunen.",
    )
    assert both.verdict.who == ("Ingen svar fra Politikere.", "1 svar er uden rolle.")


def test_a_side_that_alone_reaches_less_is_in_the_headline(readiness: QuestionSet) -> None:
    ready = SideOverall(score=80.0, level=Level.READY)
    low = SideOverall(score=40.0, level=Level.PREPARE)

    def alone(*sides: Any) -> str:
        return shown(readiness, overall=overall(sides=dict(zip(SIDES, sides, strict=True)))).verdict.alone

    assert alone(ready, ready, ready) == ""
    assert alone(FEW, PROTECTED, low) == "Parter uden for kommunen alene: Forberedelse først."
    assert alone(ready, low, low) == (
        "Politikere alene: Klar. Forvaltning og Parter uden for kommunen, hver for sig: Forberedelse først."
    )


def test_sides_that_agree_above_a_verdict_capped_by_gates_are_not_said_to_disagree(readiness: QuestionSet) -> None:
    assert shown(readiness, **gates(readiness, FAILED, FAILED)).verdict.alone == ""


def test_a_side_of_one_is_never_said_in_the_plural(readiness: QuestionSet) -> None:
    people = answers(sides=(SidePeople(id="politics", n=1), SidePeople(id="administration", n=11)))
    report = shown(readiness, answers=people)
    assert [side.label for side in report.comparison.sides] == ["1 politiker", "Forvaltning"]
    nameless = readiness.model_copy(
        update={"sides": tuple(side.model_copy(update={"one": None}) for side in readiness.sides)}
    )
    nameless.__dict__.pop("all_sides", None)
    labels = [side.label for side in shown(nameless, answers=people).comparison.sides]
    assert labels == ["Politikere (1 person)", "Forvaltning"]


def test_withheld_sides_say_why_each(readiness: QuestionSet) -> None:
    people = (
        SidePeople(id="politics", withheld=FEW.withheld),
        SidePeople(id="administration", withheld=PROTECTED.withheld),
        SidePeople(id="outside", n=6),
    )
    report = shown(readiness, answers=answers(sides=people), min_group=5)
    assert report.answers.sides == (
        ("Politikere", "holdt tilbage: færre end 5"),
        ("Forvaltning", "holdt tilbage: beskytter en mindre gruppe"),
        ("Parter uden for kommunen", "6"),
    )
    assert report.comparison.note == "Sider er holdt tilbage, så der er ingen afstand at vise."


def test_missing_columns_and_a_dimension_left_out_are_named(readiness: QuestionSet) -> None:
    missing = ("aktie", *(item.id for item in readiness.dimensions[1].items))
    kept = tuple(dimension(d.id) for d in readiness.dimensions if d.id != "expectations")
    report = shown(
        readiness,
        provisional=Provisional(reason="missing_items", items_not_asked=missing),
        verdict=verdict(firm=False),
        dimensions=kept,
        items=tuple(item(readiness, i.id) for i in readiness.items if i.id not in missing),
    )
    assert report.verdict.provisional == "Foreløbig"
    assert report.verdict.remarks == ("7 af 29 udsagn er ikke med i svarene.",)
    assert report.verdict.not_asked == (
        "aktie: Parter uden for kommunen har selv noget på spil i sagen.",
        "Forventninger: Ingen af udsagnene er stillet",
    )


def test_an_unfinished_session_is_marked(readiness: QuestionSet) -> None:
    assert "Svarene er ikke afsluttet" in screen(shown(readiness, finished=False))


def test_one_respondent_gets_what_moves_most_in_place_of_what_to_discuss(readiness: QuestionSet) -> None:
    moves = tuple(MoveShown(item=id_, dimension_gain=7.05, gate_gain=0.0) for id_ in ("slip", "muligt"))
    alone = answers(respondents=1, sides=())
    report = shown(readiness, mode=Mode.CONSENSUS, answers=alone, verdict=verdict(moves_most=moves))
    assert report.facts == "23. november 2026 · ét fælles svar · dækning 100 %"
    assert report.no_discuss == "Med ét svar er der ingen uenighed at vise."
    assert "DET FLYTTER MEST" in screen(report)
    assert "TAL OM DET HER" not in screen(report)
    assert report.comparison.note == "Svarene er ikke delt på sider, så der er ingen afstand at vise."


def test_reasons_to_discuss_are_told_apart(readiness: QuestionSet) -> None:
    discuss = (
        Discuss(item="slip", tension=0.8, reason=DiscussReason.GAP),
        Discuss(item="muligt", tension=0.6, reason=DiscussReason.DISAGREEMENT),
        Discuss(item="evner", tension=0.2, reason=DiscussReason.UNSURE),
    )
    sides = {"politics": SideFigure(score=91.7, n=4), "administration": FEW, "outside": SideFigure(score=10.0, n=4)}
    special = {
        "slip": item(readiness, "slip", sides=sides, gap=81.7),
        "muligt": item(readiness, "muligt", agreement=-0.2),
        "evner": item(readiness, "evner", counts=(0, 0, 0, 0, 8), unsure=2),
    }
    items = tuple(special.get(i.id) or item(readiness, i.id) for i in readiness.items)
    report = shown(readiness, verdict=verdict(discuss_first=discuss), items=items)
    assert [one.short for one in report.discuss] == ["afstand 81,7", "enighed −0,20", '2 af 10 svarede "Ved ikke"']
    assert report.discuss[0].reason == ("Afstand 81,7 mellem siderne: Politikere 91,7, Parter uden for kommunen 10,0.")
    assert report.discuss[0].dilemma.startswith("Hvilken beslutning vil ledelsen aldrig dele")


@pytest.mark.parametrize(
    ("highs", "with_evidence", "said"),
    [
        (18, 12, "12 af 18 høje svar har et eksempel bag sig."),
        (1, 1, "1 af 1 højt svar har et eksempel bag sig."),
        (0, 0, "Ingen udsagn, der kan vises, ligger på 75 eller derover."),
    ],
)
def test_evidence_is_counted_in_sessions(highs: int, with_evidence: int, said: str, readiness: QuestionSet) -> None:
    assert shown(readiness, room=room(highs=highs, highs_with_evidence=with_evidence)).evidence.sentence == said


def test_what_the_room_left_stands_in_the_report(readiness: QuestionSet) -> None:
    left = room(
        notes=(Note(text="Husk haven"),),
        dilemmas=(Note(text="Hvem siger nej?", item="slip"),),
        actions=(
            Action(what="Ring til kirken", who="Bo", when="efter påske"),
            Action(what="Spørg haveforeningen", when="2027-02-26"),
        ),
    )
    items = tuple(item(readiness, i.id, agreed=4 if i.id == "slip" else None) for i in readiness.items)
    report = shown(readiness, room=left, items=items)
    text = terminal.render(report, width=80, encoding="utf-8", colour=False)
    assert "- Ring til kirken (Bo, efter påske)" in text
    assert "- Spørg haveforeningen (26. februar 2027)" in text
    assert "- Hvem siger nej?\n  Om: Ledelsen har peget på" in text
    assert "- Husk haven" in text
    assert report.next_steps.agreed[0].text == "I høj grad"


def test_rejected_cells_are_counted_and_never_quoted(readiness: QuestionSet) -> None:
    report = shown(readiness, answers=answers(rejected=Rejected(count=3, by_item={"slip": 2, "tryg": 1})))
    assert report.answers.remarks == (
        "3 felter kunne ikke læses; se dem med --rejected.",
        "Felter, der ikke kunne læses: slip 2, tryg 1.",
    )


def test_a_set_without_gates_sides_and_indicators_has_a_report(readiness: QuestionSet) -> None:
    bare = readiness.model_copy(update={"gates": (), "indicators": (), "sides": (), "roles": ()})
    people = answers(sides=())
    everyone = {"answers": people, "overall": overall(sides={})}
    report = view(result(bare, **everyone), bare, "da")
    assert report.verdict.why == "Ingen dimension er under 65, og gennemsnittet er 80,0."
    held = (HeldByDimension(dimension="time", score=40.0, needed=50, missing=10.0),)
    below = view(result(bare, **everyone, verdict=verdict(Level.PREPARE, held_back_by=held)), bare, "da")
    assert below.verdict.why == "Tid og læring (40,0) er under 50."
    assert "AFGØRENDE" not in terminal.render(report, width=80, encoding="utf-8", colour=False)


def test_a_set_in_another_language_speaks_its_own_inside_the_report(readiness: QuestionSet) -> None:
    danish_only = readiness.model_copy(update={"languages": ("da",)})
    report = view(result(danish_only), danish_only, "en")
    assert report.verdict.label == "Klar"
    assert report.verdict.range.startswith("Stands firm")


ATTACKS = ("\x1b[31mrød\x1b[0m", "[bold]fed[/bold]", "\u202egnal\u202c", "a\x00b\x07", "linje\nto", "\x9b2J", "[/b]")


@pytest.mark.parametrize("attack", ATTACKS)
def test_foreign_text_is_shown_but_does_nothing(attack: str, readiness: QuestionSet) -> None:
    context = result(readiness).context.model_copy(update={"matter": attack, "municipality": attack})
    left = room(notes=(Note(text=attack),), actions=(Action(what=attack, who=attack, when=attack),))
    report = shown(readiness, context=context, room=left)
    plain = terminal.render(report, width=80, encoding="utf-8", colour=False)
    coloured = terminal.render(report, width=80, encoding="utf-8", colour=True)
    for ours in ("\x1b[0m", "\x1b[1m", "\x1b[36m"):
        coloured = coloured.replace(ours, "")
    assert coloured == plain
    assert all(char.isprintable() or char == "\n" for char in plain)
    assert plain.startswith(f"{clean(attack)} · {clean(attack)}\n")


@pytest.mark.parametrize(
    "name", ["漢字" * 40, "Donaudampfschifffahrtsgesellschaft" * 4, "👩‍👩‍👧 familier og børn " * 6]
)
def test_long_and_wide_names_never_break_the_columns(name: str, readiness: QuestionSet) -> None:
    context = result(readiness).context.model_copy(update={"matter": name})
    long_titles = readiness.model_dump()
    for one in (*long_titles["dimensions"], *long_titles["gates"], *long_titles["sides"]):
        one["title" if "title" in one else "label"] = name
    renamed = QuestionSet.model_validate(long_titles)
    report = view(result(renamed, context=context), renamed, "da")
    for width in (40, 80, 120):
        text = terminal.render(report, width=width, encoding="utf-8", colour=False)
        assert max(cell_len(line) for line in text.splitlines()) <= width
        rows = [line for line in screen(report, width).splitlines() if "√ klar" in line]
        assert len({cell_len(line.split("√")[0]) for line in rows}) == 1


@pytest.mark.parametrize("dimensions", [1, 9, 30])
def test_a_large_set_still_has_a_first_screen(dimensions: int, readiness: QuestionSet) -> None:
    content = readiness.model_dump()
    first = content["dimensions"][0]
    content |= {"gates": (), "indicators": ()}
    content["dimensions"] = tuple(
        first | {"id": f"d{n}", "items": tuple(i | {"id": f"{i['id'][:4]}{n:03}"} for i in first["items"])}
        for n in range(dimensions)
    )
    large = QuestionSet.model_validate(content)
    text = screen(view(result(large), large, "da"))
    assert len(text.splitlines()) <= 21
    assert ("dimensioner til, se nedenfor" in text) == (dimensions > 21)


def room(**changes: Any) -> RoomShown:
    """What an otherwise silent session left."""
    fields: dict[str, Any] = {
        "notes": (), "evidence": (), "dilemmas": (), "actions": (), "next_date": None, "highs": 1,
        "highs_with_evidence": 0,
    }  # fmt: skip
    return RoomShown(**(fields | changes))


def withheld(question_set: QuestionSet) -> dict[str, Any]:
    """Everything that three people's result withholds."""
    nothing: dict[str, Any] = {"sides": dict.fromkeys(SIDES, FEW), "gap": None}
    few = tuple(SidePeople(id=side, withheld=FEW.withheld) for side in SIDES)
    hidden = {"score": FEW, "low": FEW, "high": FEW, "n": FEW, **nothing}
    return {
        "min_group": 5,
        "answers": answers(respondents=3, sides=few),
        "verdict": verdict(
            FEW,
            held_back_by=FEW,
            moves_most=FEW,
            discuss_first=(Discuss(item="slip", tension=0.3, reason=DiscussReason.UNSURE),),
        ),
        "overall": overall(FEW, **nothing),
        "dimensions": tuple(dimension(d.id, level=FEW, **hidden) for d in question_set.dimensions),
        "gates": tuple(gate(question_set, g.id, FEW, reason=FEW, weakest=FEW, **hidden) for g in question_set.gates),
        "items": tuple(
            item(question_set, i.id, counts=FEW, score=FEW, agreement=FEW, unsure=1, **nothing)
            for i in question_set.items
        ),
    }


def test_the_factory_makes_results_that_a_reader_of_json_accepts(readiness: QuestionSet) -> None:
    made = result(readiness, **withheld(readiness))
    assert Result.model_validate_json(made.model_dump_json(by_alias=True)) == made
