"""Advice on a set without faults: what each kind says, where, and what leaves it silent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from samskab_cli.loading.sets.advice import advise
from samskab_cli.loading.sets.bundled import bundled_names
from samskab_cli.loading.sets.new_set import new_set
from samskab_cli.loading.sets.yaml_set import read_question_set

Advised = Callable[[str, str, str], list[str]]


def advice_on(path: str) -> list[str]:
    return [str(problem) for problem in advise(*read_question_set(path))]


@pytest.fixture
def after(tmp_path: Path) -> Advised:
    """`after(file, old, new)`: the advice on a new set in which a text was changed."""

    def change(file: str, old: str, new: str) -> list[str]:
        for name, text in new_set("mine").items():
            assert name != file or old in text
            (tmp_path / name).write_text(text.replace(old, new) if name == file else text, encoding="utf-8")
        return [line.removeprefix(f"{tmp_path}/").replace(f"{tmp_path}\\", "") for line in advice_on(str(tmp_path))]

    return change


@pytest.mark.parametrize("name", bundled_names())
def test_there_is_nothing_to_advise_on_a_bundled_set(name: str) -> None:
    assert advice_on(name) == []


def test_there_is_nothing_to_advise_on_a_new_set(after: Advised) -> None:
    assert after("set.yaml", "mine", "mine") == []


STATEMENT = "Vi har spurgt brugerne, hvad de mangler et sted til."
TWENTY = "Vi har " + "set det " * 9 + "."


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("Vi har spurgt brugerne og naboerne.", "two ideas, 'og' (da): "),
        ("Vi har spurgt brugerne. De har svaret.", "two ideas, 2 sentences (da): "),
        ("Vi har ikke spurgt brugerne.", "a negation, 'ikke' (da): "),
        (TWENTY.replace("har", "har altid"), "21 words (da): over 20"),
        (
            "Forvaltningens projektorganisation understøtter helhedsorienteret brugerinddragelse overalt.",
            "LIX 106 (da): ",
        ),
    ],
)
def test_a_statement_that_is_hard_to_answer_is_named_with_its_place(after: Advised, statement: str, said: str) -> None:
    told = after("purpose.yaml", STATEMENT, statement)
    assert len(told) == 1
    assert told[0].startswith(f"purpose.yaml:15:11: advice: {said}")


@pytest.mark.parametrize(
    "statement", [TWENTY, "Kommunens forvaltningschef understøtter brugerne.", "Brugerne siger, at vi ikke er sene."]
)
def test_a_statement_at_the_boundary_is_left_alone(after: Advised, statement: str) -> None:
    assert after("purpose.yaml", STATEMENT, statement) == []


def test_both_languages_are_read(after: Advised) -> None:
    told = after("people.yaml", "Both parties have said aloud", "Users and staff have said aloud")
    assert len(told) == 1
    assert told[0].startswith("people.yaml:13:11: advice: two ideas, 'and' (en)")


def test_a_gate_that_a_misread_item_could_fail_is_named(after: Advised) -> None:
    told = after("set.yaml", "items: [behov]", "items: [fast]")
    assert len(told) == 1
    assert "fast is reversed and decides in the gate wanted" in told[0]


def test_anchors_of_both_ends_are_asked_for(after: Advised) -> None:
    told = after("people.yaml", "      5:\n        da: Tre brugere", "      4:\n        da: Tre brugere")
    assert len(told) == 1
    assert "noegle has no anchors for 1 and 5" in told[0]


def test_advice_for_a_low_answer_is_asked_for(after: Advised) -> None:
    whole = new_set("mine")["people.yaml"]
    told = after("people.yaml", whole[whole.rindex("    advice:") :], "")
    assert len(told) == 1
    assert "tid has no advice" in told[0]


def test_a_dimension_of_two_items_is_too_small(after: Advised) -> None:
    whole = new_set("mine")["people.yaml"]
    told = after("people.yaml", whole[whole.rindex("  - id: tid") :], "")
    assert len(told) == 1
    assert told[0].startswith("people.yaml:10:3: advice: people has 2 items: ")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("people.yaml", "da: Mennesker", f"da: {'m' * 21}", "21 characters (da): "),
        ("set.yaml", "da: Leder,", f"da: {'m' * 41},", "41 characters (da): "),
        ("set.yaml", "da: Slet ikke", f"da: {'m' * 41}", "41 characters (da): "),
        ("set.yaml", "en: Do both parties want to share?", f"en: {'m' * 51}", "51 characters (en): "),
        (
            "people.yaml",
            "da: Kun pedellen kan låse op.",
            f"da: {'mm ' * 60}",
            "3 lines of a screen of 80 columns (da): ",
        ),
        ("set.yaml", "da: I hvilken grad passer", f"da: {'mm ' * 60}", "3 lines of a screen of 80 columns (da): "),
    ],
)
def test_a_text_that_a_screen_of_80_columns_has_no_room_for_is_named(
    after: Advised, file: str, old: str, new: str, said: str
) -> None:
    told = after(file, old, new)
    assert len(told) == 1
    assert f"advice: {said}" in told[0]


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "valid").iterdir()), ids=lambda path: path.name)
def test_advice_on_any_set_has_a_place_and_a_reason(path: Path) -> None:
    for problem in advise(*read_question_set(str(path))):
        assert problem.file is not None
        assert problem.line is not None
        assert problem.message.startswith("advice: ")
        assert ": " in problem.message.removeprefix("advice: ")


def test_advice_stands_in_the_order_of_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent / "valid")
    told = [line.replace("\\", "/") for line in advice_on("mappe")]
    assert [line.split(":")[0] for line in told] == ["mappe/ground.yaml"] * 4 + ["mappe/will.yaml"] * 4
