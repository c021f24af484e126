"""Earlier versions of bundled sets: they stay as they were, and what was asked with them is read by them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samskab_cli.errors import QuestionSetRefused
from samskab_cli.loading.sets.bundled import bundled_names, earlier_names
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.loading.sets.versions import earlier_version_with, set_for
from samskab_cli.model.question_set import Item, QuestionSet

SESSIONS = sorted(str(path) for path in (Path(__file__).parents[1] / "sessions").glob("*.jsonl"))
FROZEN = {"readiness@1.1.0": "5b7b68e5422f4bea3fba4de8b2c5c1297b8dd0c3e7a61018adb2ed2fc666925f"}


def without(question_set: QuestionSet, **changes: object) -> QuestionSet:
    changed = question_set.model_copy(update=changes)
    changed.__dict__.pop("sha256", None)
    return changed


def with_one_more(question_set: QuestionSet) -> QuestionSet:
    first, *others = question_set.dimensions
    item = Item(id="ekstra", text=first.items[0].text, quick=True)
    return without(question_set, dimensions=(first.model_copy(update={"items": (*first.items, item)}), *others))


def test_earlier_versions_are_kept_to_the_letter() -> None:
    kept = {name: load_question_set(name).sha256 for own in bundled_names() for name in earlier_names(own)}
    assert kept == FROZEN


def test_an_earlier_version_says_its_name_and_version() -> None:
    for name in FROZEN:
        earlier = load_question_set(name)
        assert name == f"{earlier.id}@{earlier.version}"


def test_a_version_that_is_not_kept_gets_the_nearest_one() -> None:
    with pytest.raises(QuestionSetRefused, match=r"did you mean 'readiness@1\.1\.0'"):
        load_question_set("readiness@1.0.0")


def test_1_1_0_asks_what_1_0_0_asked() -> None:
    first = without(load_question_set("readiness@1.1.0"), version="1.0.0", coarse_sides=())
    with Path(SESSIONS[0]).open(encoding="utf-8") as session:
        assert first.sha256 == json.loads(session.readline())["question_set"]["sha256"]


@pytest.mark.parametrize("session", SESSIONS)
def test_a_session_is_read_by_the_version_it_was_asked_with(session: str) -> None:
    assert set_for(None, [session]).version == "1.1.0"
    assert set_for("readiness", [session]) == load_question_set("readiness")


def test_a_session_of_a_later_change_is_read_by_the_bundled_set(tmp_path: Path, readiness: QuestionSet) -> None:
    path = tmp_path / "sag.samskab.jsonl"
    first = json.loads(Path(SESSIONS[0]).read_text(encoding="utf-8").partition("\n")[0])
    first["question_set"]["sha256"] = "0" * 64
    path.write_text(f"{json.dumps(first, separators=(',', ':'))}\n", encoding="utf-8")
    assert set_for(None, [str(path)]) == readiness


def test_files_that_do_not_agree_on_their_set_are_read_by_the_default(tmp_path: Path, readiness: QuestionSet) -> None:
    table = tmp_path / "svar.csv"
    table.write_text("aktie\n4\n", encoding="utf-8")
    assert set_for(None, [str(table)]) == readiness
    assert set_for(None, [str(table), SESSIONS[0]]) == readiness
    assert set_for(None, [str(tmp_path / "missing.jsonl")]) == readiness


def test_columns_of_an_earlier_version_are_known_as_such() -> None:
    earlier = load_question_set("readiness@1.1.0")
    now = with_one_more(earlier)
    every = set(earlier.item_by_id)
    quick = {item.id for item in earlier.items if item.quick}
    assert earlier_version_with(every, now) == "readiness@1.1.0"
    assert earlier_version_with(quick, now) == "readiness@1.1.0 --quick"
    assert earlier_version_with(every - {"aktie"}, now) is None
    assert earlier_version_with(every | {"ekstra"}, now) is None
