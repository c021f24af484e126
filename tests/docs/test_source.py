"""The list of claims: each lives somewhere or says why not, and every statement names some of them, or practice."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from samskab_cli.loading.sets.bundled import bundled_names
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.judging import Gate, Indicator, Level
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.statement_source import AnySource, Source, SourceKind

PAGE = Path(__file__).parents[2] / "docs" / "source.md"
PLACE = re.compile(r"(item|gate|indicator|dimension|role|advice|dilemma|verdict) `(\w+)`(?: \(.+\))?")
ELSEWHERE = re.compile(r"not a statement: .+|introduction \(.+\)|a dilemma for each item|example [1-4]")


class Claim(NamedTuple):
    words: str
    places: tuple[str, ...]


def claims() -> dict[str, Claim]:
    rows = re.findall(r"^\| (C\d\d) \| .+? \| (.+?) \| (.+?) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return {claim: Claim(words, tuple(places.split("; "))) for claim, words, places in rows}


def sources(question_set: QuestionSet) -> dict[str, AnySource | None]:
    holders: tuple[Gate | Indicator, ...] = (*question_set.gates, *question_set.indicators)
    parts = {f"{holder.id}/{part.id}": part.source for holder in holders for part in holder.parts}
    return {item.id: item.source for item in question_set.items} | parts


def places_of(question_set: QuestionSet) -> set[tuple[str, str]]:
    """Every place of a set that a claim can live in: its kind, and its id."""
    found = {("item", item.id) for item in question_set.items}
    found |= {("advice", item.id) for item in question_set.items if item.advice}
    found |= {("dilemma", item.id) for item in question_set.items if item.dilemma}
    found |= {("gate", gate.id) for gate in question_set.gates}
    found |= {("indicator", indicator.id) for indicator in question_set.indicators}
    found |= {("dimension", dimension.id) for dimension in question_set.dimensions}
    found |= {("role", role.id) for role in question_set.roles}
    return found | {("verdict", level.value) for level in Level}


def test_every_claim_lives_in_a_place_that_is_there_or_says_why_not(readiness: QuestionSet) -> None:
    assert len(claims()) == 55
    there = places_of(readiness)
    for claim, (_, places) in claims().items():
        for place in places:
            found = PLACE.fullmatch(place)
            assert found or ELSEWHERE.fullmatch(place), (claim, place)
            assert not found or found.groups() in there, (claim, place)


def test_no_more_than_eight_words_of_the_interview_are_quoted() -> None:
    for claim, (words, _) in claims().items():
        assert len([word for word in words.split() if word not in {"...", "-"}]) <= 8, claim


@pytest.mark.parametrize("name", bundled_names())
def test_every_statement_names_claims_of_the_list_or_practice(name: str) -> None:
    known = claims()
    for place, source in sources(load_question_set(name)).items():
        assert isinstance(source, Source), place
        assert source.claims or source.kind is SourceKind.PRACTICE, place
        assert set(source.claims) <= set(known), place


def test_a_claim_and_the_statements_made_of_it_name_each_other(readiness: QuestionSet) -> None:
    listed = {(claim, f"item `{item}`") for item in readiness.item_by_id for claim in claims() if claim_of(item, claim)}
    named = {
        (claim, f"item `{item.id}`")
        for item in readiness.items
        if isinstance(item.source, Source)
        for claim in item.source.claims
    }
    assert listed == named


def claim_of(item: str, claim: str) -> bool:
    return f"item `{item}`" in claims()[claim].places
