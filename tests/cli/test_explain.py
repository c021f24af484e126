"""`samskab explain`: one figure, as a script or somebody at a terminal asks for it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from samskab_cli.cli.app import main
from samskab_cli.model.explanation import Explanation

EXAMPLES = Path(__file__).parents[2] / "examples"
HAVNEBY = str(EXAMPLES / "havneby.csv")
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def test_without_a_name_it_is_the_verdict(capsys: Captured) -> None:
    assert main(["explain", HAVNEBY, "-q", "--min-group", "1"]) == 0
    verdict = capsys.readouterr().out

    assert main(["explain", HAVNEBY, "verdict", "-q", "--min-group", "1"]) == 0

    assert capsys.readouterr().out == verdict
    assert verdict.startswith("Sådan er det regnet ud: Vurderingen\nForberedelse først\n")


def test_the_language_follows_lang(capsys: Captured) -> None:
    assert main(["explain", HAVNEBY, "openness", "--lang", "en", "-q"]) == 0

    assert capsys.readouterr().out.startswith("How it was computed: Openness\n")


def test_json_follows_its_schema_and_is_the_same_in_a_file(capsys: Captured, tmp_path: Path) -> None:
    assert main(["explain", HAVNEBY, "openness", "--format", "json", "-q"]) == 0
    printed = capsys.readouterr().out
    assert main(["explain", HAVNEBY, "openness", "-o", "x.json", "-q"]) == 0

    assert (tmp_path / "x.json").read_text(encoding="utf-8") == printed
    explanation = json.loads(printed)
    assert explanation["schema"] == "samskab.explanation/1"
    jsonschema.validate(explanation, Explanation.model_json_schema(mode="serialization", by_alias=True))


def test_the_figure_is_the_one_of_the_report(capsys: Captured) -> None:
    assert main(["report", HAVNEBY, "--format", "json", "-q"]) == 0
    dimensions = json.loads(capsys.readouterr().out)["dimensions"]
    for dimension in dimensions:
        assert main(["explain", HAVNEBY, dimension["id"], "--format", "json", "-q"]) == 0
        assert json.loads(capsys.readouterr().out)["result"] == dimension["score"]


def test_several_files_and_a_name(capsys: Captured, tmp_path: Path) -> None:
    lines = Path(HAVNEBY).read_text(encoding="utf-8").splitlines()
    (tmp_path / "one.csv").write_text("\n".join(lines[:8]), encoding="utf-8")
    (tmp_path / "two.csv").write_text("\n".join([lines[0], *lines[8:]]), encoding="utf-8")

    assert main(["explain", "one.csv", "two.csv", "slip", "-q"]) == 0
    together = capsys.readouterr().out

    assert main(["explain", HAVNEBY, "slip", "-q"]) == 0
    assert capsys.readouterr().out == together


def test_an_unknown_name_is_wrong_usage_with_the_nearest_one(capsys: Captured) -> None:
    assert main(["explain", HAVNEBY, "opennes"]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert "did you mean 'openness'?" in err


def test_a_file_that_is_not_there_is_refused_as_a_file(capsys: Captured) -> None:
    assert main(["explain", HAVNEBY, "none.csv"]) == 3

    assert "none.csv" in capsys.readouterr().err


def test_what_is_withheld_is_explained_by_its_reason(capsys: Captured) -> None:
    assert main(["explain", HAVNEBY, "verdict", "--min-group", "50", "--format", "json", "-q"]) == 0

    explanation = json.loads(capsys.readouterr().out)
    assert explanation["withheld"] == "min_group"
    assert [step["terms"] for step in explanation["steps"]] == [[]]


def test_another_suffix_is_wrong_usage(capsys: Captured) -> None:
    assert main(["explain", HAVNEBY, "-o", "x.ods"]) == 2

    assert "no output has the suffix .ods; .txt, .html, .md, .pdf, .xlsx and .json have" in capsys.readouterr().err
