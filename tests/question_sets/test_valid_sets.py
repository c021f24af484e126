"""Sets that can be asked, however they lie on the disk; and what their sha256 sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from samskab_cli.errors import QuestionSetRefused
from samskab_cli.loading.sets.bundled import bundled_names
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.question_set import QuestionSet

VALID = Path(__file__).parent / "valid"
WHOLE = (VALID / "en_fil.yaml").read_text(encoding="utf-8")


def loaded(folder: Path, text: str) -> QuestionSet:
    path = folder / "set_under_test.yaml"
    path.write_text(text, encoding="utf-8", newline="\n")
    return load_question_set(str(path))


@pytest.mark.parametrize(
    ("name", "values", "items", "sides"),
    [
        ("en_fil.yaml", (1, 2, 3), 4, 3),
        ("mappe", (1, 2, 3), 4, 3),
        ("mappe/set.yaml", (1, 2, 3), 4, 3),
        ("to_muligheder.yaml", (0, 1), 1, 0),
        ("ti_muligheder.yaml", tuple(range(90, 100)), 1, 0),
        ("uden_sider.yaml", (1, 2, 3, 4, 5), 1, 2),
        ("uden_roller.yaml", (1, 2, 3, 4, 5), 1, 2),
    ],
)
def test_a_valid_set_is_read(name: str, values: tuple[int, ...], items: int, sides: int) -> None:
    found = load_question_set(str(VALID / name))
    assert found.scale.values == values
    assert len(found.items) == items
    assert len(found.all_sides) == sides


def test_the_bundled_set_is_the_default(readiness: QuestionSet) -> None:
    assert "readiness" in bundled_names()
    assert load_question_set() == readiness
    assert [len(dimension.items) for dimension in readiness.dimensions] == [7, 6, 7, 7, 5]
    assert sum(item.quick for item in readiness.items) == 13
    assert all(item.source for item in readiness.items)


def test_every_side_of_the_bundled_set_belongs_to_one_coarse_side(readiness: QuestionSet) -> None:
    assert readiness.coarse_of == {"politics": "inside", "administration": "inside", "outside": "outside"}
    assert [side.label.text("da") for side in readiness.coarse_sides] == ["Kommunen", "Uden for kommunen"]


def test_a_set_without_coarse_sides_has_none() -> None:
    assert load_question_set(str(VALID / "en_fil.yaml")).coarse_of == {}


def test_a_bundled_name_goes_before_a_folder_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, readiness: QuestionSet
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "readiness").mkdir()
    assert load_question_set("readiness") == readiness
    with pytest.raises(QuestionSetRefused, match=r"without set\.yaml"):
        load_question_set("./readiness")


def test_an_unknown_name_gets_the_nearest_one() -> None:
    with pytest.raises(QuestionSetRefused, match="did you mean 'readiness'"):
        load_question_set("readines")


def test_a_folder_and_a_file_of_the_same_content_have_the_same_sha256() -> None:
    assert load_question_set(str(VALID / "mappe")).sha256 == load_question_set(str(VALID / "en_fil.yaml")).sha256


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1", "# comment\n\nformat: 1   # another"),
        ("reverse: true}", "reverse: true, weight: 1, quick: false, aliases: []}"),
        ("{dimension: 65, overall: 70}", "{overall: 70.0, dimension: 65}"),
        ("Der er plads til stien.", '"Der er plads til stien."'),
        ("Forbered,", "Forbe\u200bred,"),
    ],
    ids=["comments", "defaults", "order of keys", "quotes", "invisible characters"],
)
def test_what_says_the_same_has_the_same_sha256(tmp_path: Path, old: str, new: str) -> None:
    assert old in WHOLE
    assert loaded(tmp_path, WHOLE.replace(old, new)).sha256 == loaded(tmp_path, WHOLE).sha256


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reverse: true", "reverse: false"),
        ("weight: 2", "weight: 2.5"),
        ("pass_at: 60", "pass_at: 61"),
        ("da: Byg.", "da: Byg!"),
        ("items: [penge, ejere]", "items: [ejere, penge]"),
        ("version: 1.0.0", "version: 1.0.1"),
    ],
)
def test_another_content_has_another_sha256(tmp_path: Path, old: str, new: str) -> None:
    assert old in WHOLE
    assert loaded(tmp_path, WHOLE.replace(old, new)).sha256 != loaded(tmp_path, WHOLE).sha256


def test_byte_order_mark_and_windows_line_ends_are_tolerated(tmp_path: Path) -> None:
    path = tmp_path / "windows.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode("utf-8"))
    assert load_question_set(str(path)).sha256 == loaded(tmp_path, WHOLE).sha256


def test_texts_are_cleaned_and_normal(tmp_path: Path) -> None:
    found = loaded(tmp_path, WHOLE.replace("da: Byg.", "da: By\u202eg a\u030a \U0001f469\u200d\U0001f692"))
    assert found.verdict is not None
    assert found.verdict.levels.ready.text.text("da") == "Byg å \U0001f469\u200d\U0001f692"


def test_no_file_outside_the_folder_is_read(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "outside.yaml").write_text(
        (VALID / "mappe" / "ground.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    for name in ("set.yaml", "will.yaml"):
        (inside / name).write_text((VALID / "mappe" / name).read_text(encoding="utf-8"), encoding="utf-8")
    (inside / "ground.yaml").symlink_to(tmp_path / "outside.yaml")

    with pytest.raises(QuestionSetRefused) as refused:
        load_question_set(str(inside))

    assert [problem.message for problem in refused.value.problems] == ["a link that leads out of the folder"]


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 5000, "../../etc", "/dev/null"])
def test_a_place_that_holds_no_set_is_refused(name: str) -> None:
    with pytest.raises(QuestionSetRefused):
        load_question_set(name)
