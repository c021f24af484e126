"""`samskab compare`: two or more answer files, as a script or somebody at a terminal compares them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from samskab_cli.cli.app import main
from samskab_cli.model.comparison import Comparison

ROOT = Path(__file__).parents[2]
BEFORE = str(ROOT / "examples" / "ensomhed-tidligt.csv")
AFTER = str(ROOT / "examples" / "ensomhed.csv")
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def as_json(capsys: Captured, *arguments: str) -> Any:
    assert main(["compare", *arguments, "--format", "json", "-q"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_verdict_and_the_dimensions_of_both_stand_beside_each_other(capsys: Captured) -> None:
    assert main(["compare", BEFORE, AFTER, "-q"]) == 0

    out = capsys.readouterr().out
    assert "Fra Klar, men hold øje til Klar." in out
    assert "Forventninger   55,4 (6)   77,4 (6)    +22,0" in out


def test_the_figures_are_those_of_the_reports(capsys: Captured) -> None:
    comparison = as_json(capsys, BEFORE, AFTER)
    for at, path in enumerate((BEFORE, AFTER)):
        assert main(["report", path, "--format", "json", "-q"]) == 0
        result = json.loads(capsys.readouterr().out)
        assert [one["scores"][at] for one in comparison["dimensions"]] == [one["score"] for one in result["dimensions"]]
        assert [one["scores"][at] for one in comparison["items"]] == [one["score"] for one in result["items"]]
        assert comparison["verdict"]["levels"][at] == result["verdict"]["level"]


def test_json_follows_its_schema_and_is_the_same_in_a_file(capsys: Captured, tmp_path: Path) -> None:
    printed = as_json(capsys, BEFORE, AFTER, "--min-group", "10")
    assert main(["compare", BEFORE, AFTER, "--min-group", "10", "-o", "x.json", "-q"]) == 0

    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8")) == printed
    assert printed["schema"] == "samskab.comparison/2"
    jsonschema.validate(printed, Comparison.model_json_schema(mode="serialization", by_alias=True))


def test_the_language_follows_lang(capsys: Captured) -> None:
    assert main(["compare", BEFORE, AFTER, "--lang", "en", "-q"]) == 0

    assert "From Ready, but keep an eye on it to Ready." in capsys.readouterr().out


def test_one_file_is_wrong_usage(capsys: Captured) -> None:
    assert main(["compare", AFTER]) == 2

    assert "before, and after" in capsys.readouterr().err


def test_an_older_version_of_the_set_goes_with_its_file(capsys: Captured, tmp_path: Path) -> None:
    # given an older set in which the last statement is another one
    assert main(["questions", "show", "--format", "json"]) == 0
    older = json.loads(capsys.readouterr().out)["question_set"]
    older_than, older["version"] = older["version"], "0.9.0"
    for item in (item for dimension in older["dimensions"] for item in dimension["items"]):
        item["anchors"] = {}
        if item["id"] == "laer":
            item["id"] = "noget"
    (tmp_path / "older.yaml").write_text(json.dumps(older, ensure_ascii=False), encoding="utf-8")
    before = Path(BEFORE).read_text(encoding="utf-8").replace(",laer", ",noget")
    (tmp_path / "before.csv").write_text(before, encoding="utf-8")
    # when
    comparison = as_json(capsys, "before.csv", AFTER, "--questions", "older.yaml", "--questions", "readiness")
    # then
    assert [time["question_set"]["version"] for time in comparison["times"]] == ["0.9.0", older_than]
    assert {one["item"] for one in comparison["left_out"]} == {"noget", "laer"}
    assert main(["compare", "before.csv", AFTER, "--questions", "older.yaml", "--questions", "readiness", "-q"]) == 0
    out = capsys.readouterr().out
    assert "0.9.0, sha256 " in out
    assert "(kun med gang 1)" in out


def test_as_many_question_sets_as_files_or_one(capsys: Captured) -> None:
    sets = ["--questions", "readiness"] * 2

    assert main(["compare", BEFORE, AFTER, AFTER, *sets]) == 2

    assert "one for each file" in capsys.readouterr().err


def test_faults_of_all_files_are_told_together(capsys: Captured) -> None:
    assert main(["compare", "one.csv", "two.csv"]) == 3

    err = capsys.readouterr().err
    assert "one.csv" in err
    assert "two.csv" in err


def test_rejected_cells_of_all_files_go_into_one_list(tmp_path: Path) -> None:
    for name, path in (("one.csv", BEFORE), ("two.csv", AFTER)):
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        lines[1] = lines[1].replace(",5,5,5,", ",x,5,5,", 1)
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")

    assert main(["compare", "one.csv", "two.csv", "-q", "--rejected", "bad.csv"]) == 0

    rows = (tmp_path / "bad.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == ["one.csv", "two.csv"]


def test_a_place_that_exists_is_left_alone(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "x.json").write_text("before", encoding="utf-8")

    assert main(["compare", BEFORE, AFTER, "-o", "x.json"]) == 3

    assert (tmp_path / "x.json").read_text(encoding="utf-8") == "before"
    assert "--force" in capsys.readouterr().err


def test_files_of_one_name_are_told_apart_by_their_folders(capsys: Captured, tmp_path: Path) -> None:
    paths = []
    for year in ("2025", "2026"):
        (tmp_path / year).mkdir()
        paths.append(shutil.copy(BEFORE, tmp_path / year / "svar.csv"))

    assert main(["compare", "-q", "--format", "json", *map(str, paths)]) == 0

    shown = capsys.readouterr().out
    assert all(str(path) in shown for path in paths)
