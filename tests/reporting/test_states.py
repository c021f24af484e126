"""What the example workshops don't have: each state of a result is said, and said truly."""

from __future__ import annotations

import re
from typing import Any

import pytest
from rich.cells import cell_len

from samskab_cli.model.answers import Action, Mode, Note, Rejected
from samskab_cli.model.answers_shown import RoomShown, SidePeople, SurplusShown
from samskab_cli.model.conclusions import Direction, DiscussReason, Sure, SureReason
from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState, Level
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Provisional, Result
from samskab_cli.model.suppression import SideLevel
from samskab_cli.model.text import clean
from samskab_cli.model.verdict_shown import (
    Discuss,
    HeldByDimension,
    HeldByGate,
    HeldByOverall,
    MoveShown,
    Near,
    StandsOut,
)
from samskab_cli.reporting import terminal
from samskab_cli.reporting.document import Document
from samskab_cli.reporting.report_document import report_document
from samskab_cli.reporting.report_view import ReportView
from tests.reporting import results
from tests.reporting.results import (
    CELLS,
    FEW,
    PROTECTED,
    SIDES,
    answers,
    dimension,
    gate,
    item,
    overall,
    result,
    table,
    verdict,
)


def document(question_set: QuestionSet, **changes: Any) -> Document:
    return report_document(result(question_set, **changes), question_set, "da")


def shown(question_set: QuestionSet, **changes: Any) -> ReportView:
    return document(question_set, **changes).figures


def told(question_set: QuestionSet, section: str, **changes: Any) -> str:
    """What a section says on a wide terminal."""
    return terminal.part(document(question_set, **changes), section, width=200)


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
        "gates": tuple(
            gate(question_set, id_, state, reason=reason, apart=("politics",) if reason is GateReason.SIDES else ())
            for id_, (state, reason) in pairs
        ),
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


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_verdict_names_no_decisive_question_but_the_one_that_failed(readiness: QuestionSet, language: str) -> None:
    result_ = result(readiness, **gates(readiness, PASSED, FAILED))
    verdict_ = report_document(result_, readiness, language).figures.verdict
    said = f"{verdict_.text} {verdict_.why}".casefold()
    assert {"da": '"vil ledelse og medarbejdere slippe kontrollen?" er ikke på plads'}.get(language, "let go") in said
    assert not re.search("egne|suit", said), "the issue does suit; the set's own text knows of no gate"


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (
            GateReason.SIDES,
            "Politikere svarer så meget anderledes end alle andre, at det næppe er tilfældigt.",
        ),
        (
            GateReason.SPREAD,
            (
                "Mindst en fjerdedel af svarene ligger over midten og mindst en fjerdedel under, længere fra hinanden, "
                "end tilfældet plejer at give."
            ),
        ),
        (GateReason.BETWEEN, "Tallet er hverken under 40 eller oppe på 60."),
        (GateReason.BELOW, "Tallet er under 40, og de ubesvarede kan ikke løfte det til 60."),
    ],
)
def test_a_gate_says_its_reason_with_its_own_cut_offs(reason: GateReason, said: str, readiness: QuestionSet) -> None:
    one = gate(readiness, "suited", GateState.UNDECIDED, reason=reason, apart=("politics",))
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


def test_firm_is_said_only_where_the_result_is_firm(readiness: QuestionSet) -> None:
    spanning = verdict(Level.PREPARE, range=(Level.NOT_NOW, Level.READY), firm=False)
    same_but_provisional = verdict(Level.READY, firm=False)
    unknown = answers(cells=CELLS.model_copy(update={"unsure": 3}))
    ranges = [shown(readiness, verdict=one).verdict.range for one in (verdict(), spanning, same_but_provisional)]
    assert shown(readiness, answers=unknown).verdict.range == "De ubesvarede kan ikke ændre det."
    assert ranges == [
        "Alle har svaret på alt.",
        "Tæller de ubesvarede lavest, bliver det Ikke lige nu; tæller de højest, bliver det Klar.",
        "Efter de udsagn, der er med: Klar. De ubesvarede kan ikke ændre det.",
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
    assert report.no_moves == "Holdt tilbage: Færre end 5 har svaret."
    assert {one.figure.text for one in report.dimensions} == {"holdt tilbage"}
    assert (report.items, report.discuss) == ((), ())


def test_a_missing_side_is_named_in_the_headline(readiness: QuestionSet) -> None:
    one_side = answers(sides=(SidePeople(id="administration", n=4),), missing_sides=("politics", "outside"))
    two_sides = answers(sides=(SidePeople(id="administration", n=4), SidePeople(id="outside", n=8)), without_role=1)
    both = shown(readiness, answers=two_sides.model_copy(update={"missing_sides": ("politics",)}))
    assert shown(readiness, answers=one_side).verdict.who == (
        "Kun Forvaltning har svaret: ingen svar fra Politikere eller Parter uden for kommunen.",
    )
    assert both.verdict.who == ("Ingen svar fra Politikere.", "1 svar er uden rolle.")


def test_who_sees_it_differently_is_said_by_side_and_never_as_a_level(readiness: QuestionSet) -> None:
    lower = StandsOut(side="outside", dimensions=("openness", "time"), direction=Direction.LOWER)
    report = shown(readiness, verdict=verdict(stands_out=(lower,)))
    assert report.verdict.stands_out == (
        "Parter uden for kommunen svarer lavere end alle andre om: Åbenhed og Tid og læring.",
    )
    assert shown(readiness).verdict.differs == "Ingen af siderne skiller sig mere ud, end tilfældet plejer at give."


def test_a_gate_contested_by_sides_names_them_before_anything_else(readiness: QuestionSet) -> None:
    both = shown(readiness, **gates(readiness, CONTESTED, CONTESTED)).verdict
    one = shown(readiness, **gates(readiness, CONTESTED, PASSED)).verdict
    assert both.differs == "Politikere svarer anderledes end alle andre på begge afgørende spørgsmål."
    assert one.differs == 'Politikere svarer anderledes end alle andre på "Egner sagen sig?".'


@pytest.mark.parametrize(
    ("sure", "said"),
    [
        (Sure.NINE, "Et andet hold af samme slags ville nå samme trin i mindst 9 af 10 tilfælde."),
        (Sure.SEVEN, "Et andet hold af samme slags ville nå samme trin i 7-8 af 10 tilfælde."),
    ],
)
def test_how_sure_it_is_stands_under_the_verdict(sure: Sure, said: str, readiness: QuestionSet) -> None:
    report = shown(readiness, verdict=verdict(sure=sure))
    assert report.verdict.sure == said
    assert said in screen(report, 120)


def test_too_few_people_and_the_short_version_are_said_beside_how_sure_it_is(readiness: QuestionSet) -> None:
    few = shown(readiness, verdict=verdict(sure=None, sure_reason=SureReason.TOO_FEW)).verdict.sure
    quick = Provisional(reason="quick", items_not_asked=("laer",))
    short = shown(readiness, provisional=quick, verdict=verdict(sure=Sure.FIVE)).verdict.sure
    assert few == "I er for få til at sige, hvad et andet hold ville nå frem til."
    assert short.startswith("Et andet hold af samme slags ville nå samme trin af den korte udgave i 5-6 af 10")


def test_what_lies_near_a_cut_off_is_said_with_both_numbers(readiness: QuestionSet) -> None:
    near = (Near(figure="openness", cutoff=50, distance=0.2), Near(figure="suited.shared", cutoff=60, distance=2.0))
    openness = dimension("openness", 49.8, Level.PREPARE)
    others = tuple(dimension(d.id) for d in readiness.dimensions if d.id != "openness")
    part = next(gate for gate in readiness.gates if gate.id == "suited").parts[0]
    near = (near[0], near[1].model_copy(update={"figure": f"suited.{part.id}"}))
    report = shown(readiness, verdict=verdict(near=near), dimensions=(openness, *others))
    assert report.verdict.near == (
        "Åbenhed 49,8: lige ved grænsen på 50.",
        f"{part.title.text('da')} 80,0: lige ved grænsen på 60.",
    )


def test_sides_put_together_are_said_to_be_and_the_verdict_may_be_another(readiness: QuestionSet) -> None:
    people = (SidePeople(id="inside", n=8), SidePeople(id="outside", n=5))
    report = shown(readiness, answers=answers(side_level=SideLevel.COARSE, sides=people), min_group=5)
    assert [side.label for side in report.comparison.sides] == ["Kommunen", "Uden for kommunen"]
    assert report.comparison.note.startswith("Enkelte sider er for få personer til at blive vist")
    assert report.comparison.note.endswith("Er alle enige om at vise dem, kan vurderingen blive en anden.")


def test_more_cards_than_people_are_named(readiness: QuestionSet) -> None:
    surplus = (SurplusShown(item="aktie", role="byraad", cards=4, people=2),)
    text = told(readiness, "answers", answers=answers(surplus=surplus), min_group=5)
    assert "aktie: Byråd / politiker har 4 kort, men 2 til stede. Kortene tæller som personer, kun her." in text


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
    counts = re.split(r" {2,}|\n", told(readiness, "answers", answers=answers(sides=people), min_group=5))
    assert counts[counts.index("Politikere") :][:6] == [
        *("Politikere", "holdt tilbage: færre end 5"),
        *("Forvaltning", "holdt tilbage: beskytter en mindre gruppe"),
        *("Parter uden for kommunen", "6"),
    ]
    assert report.comparison.note == (
        "Sider er holdt tilbage, så der er ingen afstand at vise. Regnet uden siderne hver for sig. Er alle enige om "
        "at vise dem, kan vurderingen blive en anden. Så kan rapporten laves igen med --min-group 1."
    )


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
    assert report.verdict.remarks == ("7 af 32 udsagn er ikke med i svarene.",)
    assert report.verdict.not_asked == (
        "aktie: Andre end kommunen har selv noget på spil i sagen.",
        "Forventninger: Ingen af udsagnene er med",
    )


def test_an_unfinished_session_is_marked(readiness: QuestionSet) -> None:
    assert "Svarene er ikke afsluttet" in screen(shown(readiness, finished=False))


def test_one_respondent_gets_what_moves_most_in_place_of_what_to_discuss(readiness: QuestionSet) -> None:
    moves = tuple(MoveShown(item=id_, dimension_gain=7.05, gate_gain=0.0) for id_ in ("slip", "muligt"))
    alone = answers(respondents=1, sides=())
    report = shown(readiness, mode=Mode.CONSENSUS, answers=alone, verdict=verdict(moves_most=moves))
    assert report.facts == "23. november 2026 · ét fælles svar · svar på skalaen i 100 % af felterne"
    assert report.no_discuss == "Med ét svar er der ingen uenighed at vise."
    assert "DET FLYTTER MEST" in screen(report)
    assert "TAL OM DET HER" not in screen(report)
    assert report.comparison.note == "Svarene er ikke delt på sider, så der er ingen afstand at vise."


def test_reasons_to_discuss_are_told_apart(readiness: QuestionSet) -> None:
    discuss = (
        Discuss(item="slip", tension=1.8, reason=DiscussReason.GAP, by_chance=False, side=None),
        Discuss(item="muligt", tension=0.6, reason=DiscussReason.DISAGREEMENT, by_chance=True, side=None),
        Discuss(item="evner", tension=0.2, reason=DiscussReason.UNSURE, by_chance=False, side="outside"),
    )
    sides = {"politics": table(91.7), "outside": table(10.0)}
    doubt = {"outside": table(100.0, counts=(0, 0, 0, 0, 1), n=1, unsure=4)}
    special = {
        "slip": item(readiness, "slip", sides=sides, gap=81.7),
        "muligt": item(readiness, "muligt", agreement=-0.2),
        "evner": item(readiness, "evner", counts=(0, 0, 0, 0, 6), unsure=4, sides=doubt),
    }
    items = tuple(special.get(i.id) or item(readiness, i.id) for i in readiness.items)
    report = shown(readiness, verdict=verdict(discuss_first=discuss), items=items)
    assert [one.short for one in report.discuss] == ["afstand 81,7", "delte meninger", '4 af 5 svarede "Ved ikke"']
    assert report.discuss[1].reason.endswith("Det kan være tilfældigt.")
    assert report.discuss[2].reason == 'Parter uden for kommunen: 4 af 5 svarede "Ved ikke"'
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
    text = told(readiness, "evidence", room=room(highs=highs, highs_with_evidence=with_evidence))
    assert text.splitlines()[1] == said


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
    report = document(readiness, room=left, items=items)
    text = terminal.render(report, width=80, encoding="utf-8", colour=False)
    assert "- Ring til kirken (Bo, efter påske)" in text
    assert "- Spørg haveforeningen (26. februar 2027)" in text
    assert "  - Hvem siger nej?\n    Om: Ledelsen har peget på" in text
    assert "- Husk haven" in text
    assert "  - I høj grad\n    Om: Ledelsen har peget på" in text


def test_rejected_cells_are_counted_and_never_quoted(readiness: QuestionSet) -> None:
    text = told(readiness, "answers", answers=answers(rejected=Rejected(count=3, by_item={"slip": 2, "tryg": 1})))
    assert "- 3 felter kunne ikke læses; se dem med --rejected.\n" in text
    assert "- Felter, der ikke kunne læses: slip 2, tryg 1.\n" in text


def test_a_set_without_gates_sides_and_indicators_has_a_report(readiness: QuestionSet) -> None:
    bare = readiness.model_copy(update={"gates": (), "indicators": (), "sides": (), "roles": ()})
    people = answers(sides=())
    everyone = {"answers": people, "overall": overall(sides={})}
    report = report_document(result(bare, **everyone), bare, "da")
    assert report.figures.verdict.why == "Ingen dimension er under 65, og gennemsnittet er 80,0."
    held = (HeldByDimension(dimension="time", score=40.0, needed=50, missing=10.0),)
    below = report_document(result(bare, **everyone, verdict=verdict(Level.PREPARE, held_back_by=held)), bare, "da")
    assert below.figures.verdict.why == "Tid og læring (40,0) er under 50."
    assert "AFGØRENDE" not in terminal.render(report, width=80, encoding="utf-8", colour=False)


def test_a_set_in_another_language_speaks_its_own_inside_the_report(readiness: QuestionSet) -> None:
    danish_only = readiness.model_copy(update={"languages": ("da",)})
    report = report_document(result(danish_only), danish_only, "en")
    assert report.figures.verdict.label == "Klar"
    assert report.figures.verdict.range == "Everybody has answered everything."


ATTACKS = ("\x1b[31mrød\x1b[0m", "[bold]fed[/bold]", "\u202egnal\u202c", "a\x00b\x07", "linje\nto", "\x9b2J", "[/b]")


@pytest.mark.parametrize("attack", ATTACKS)
def test_foreign_text_is_shown_but_does_nothing(attack: str, readiness: QuestionSet) -> None:
    context = result(readiness).context.model_copy(update={"matter": attack, "municipality": attack})
    left = room(notes=(Note(text=attack),), actions=(Action(what=attack, who=attack, when=attack),))
    report = document(readiness, context=context, room=left)
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
    report = report_document(result(renamed, context=context), renamed, "da")
    for width in (40, 80, 120):
        text = terminal.render(report, width=width, encoding="utf-8", colour=False)
        assert max(cell_len(line) for line in text.splitlines()) <= width
        rows = [line for line in screen(report.figures, width).splitlines() if "√ klar" in line]
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
    text = screen(report_document(result(large), large, "da").figures)
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
    nothing: dict[str, Any] = {"sides": {}, "gap": None}
    few = tuple(SidePeople(id=side, withheld=FEW.withheld) for side in SIDES)
    hidden = {"score": FEW, "low": FEW, "high": FEW, "n": FEW, **nothing}
    return {
        "min_group": 5,
        "answers": answers(respondents=3, sides=few, side_level=SideLevel.NONE, cells=None, coverage=None),
        "verdict": verdict(
            FEW,
            held_back_by=FEW,
            moves_most=FEW,
        ),
        "overall": overall(FEW, **nothing),
        "dimensions": tuple(dimension(d.id, level=FEW, **hidden) for d in question_set.dimensions),
        "gates": tuple(gate(question_set, g.id, FEW, reason=FEW, weakest=FEW, **hidden) for g in question_set.gates),
        "items": (),
    }


def test_the_factory_makes_results_that_a_reader_of_json_accepts(readiness: QuestionSet) -> None:
    made = result(readiness, **withheld(readiness))
    assert Result.model_validate_json(made.model_dump_json(by_alias=True)) == made
