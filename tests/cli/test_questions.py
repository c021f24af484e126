"""`samskab questions`: what is printed, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from samskab_cli.cli.app import main
from samskab_cli.loading.sets.bundled import bundled_names, bundled_sets, earlier_names
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.statement_source import Source

SETS = Path(__file__).parent.parent / "question_sets"


def run(capfd: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(["questions", *argv])
    out, err = capfd.readouterr()
    return code, out, err


def test_the_bundled_sets_are_listed(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "list")
    assert (code, err) == (0, "")
    assert "readiness 2.0.0  32 items  da, en\n  Er vi klar til samskabelse i denne sag?\n" in out
    assert "borgere 1.0.0  11 items  da, en\n  Er vi med på lige fod?\n  Til borgere, pårørende og frivillige" in out
    assert "  earlier: readiness@1.1.0  29 items\n" in out


@pytest.mark.parametrize(("language", "source"), [("da", "kilde: {kind} ("), ("en", "source: {kind} (")])
def test_show_has_every_item_with_its_source_at_80_columns(
    capfd: pytest.CaptureFixture[str], readiness: QuestionSet, language: str, source: str
) -> None:
    kinds = {"da": {"interview": "interview", "practice": "praksis"}}.get(language, {})
    code, out, _ = run(capfd, "show", "--lang", language)
    assert code == 0
    assert max(map(len, out.splitlines())) < 80
    flat = " ".join(out.split())
    for item in readiness.items:
        mark = "* " if item.quick else ""
        assert isinstance(item.source, Source)
        said = source.format(kind=kinds.get(item.source.kind.value, item.source.kind.value))
        assert f"{mark}{item.id} {item.text.text(language)} {said}" in flat
    for gate in readiness.gates:
        assert f"{gate.id}: {gate.title.text(language)}" in flat
    assert readiness.sha256 in out


def test_show_sources_has_what_each_statement_builds_on_and_what_became_of_each_claim(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    whole = (SETS / "valid" / "en_fil.yaml").read_text(encoding="utf-8")
    source = "{kind: interview, claims: [C8, C07], ours: {da: bredden, en: the width}}"
    path = tmp_path / "cykelsti.yaml"
    path.write_text(whole.replace("source: practice", f"source: {source}"), encoding="utf-8")

    code, out, _ = run(capfd, "show", str(path), "--sources", "--lang", "en")

    assert code == 0
    assert "  plads     interview (C8, C07); ours: the width\n" in out
    assert "  ejere     not given\n" in out
    assert out.endswith("Claims\n  C07       plads\n  C8        plads\n")


def test_show_speaks_the_first_language_of_the_set(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "show") == run(capfd, "show", "readiness", "--lang", "da")


def test_show_is_in_one_language_from_its_first_line_to_its_last(capfd: pytest.CaptureFixture[str]) -> None:
    _, danish, _ = run(capfd, "show")
    _, english, _ = run(capfd, "show", "--lang", "en")
    assert "\n5 dimensioner, 32 udsagn (13 i den korte udgave)," in danish
    assert '\n    er den laveste del under 50, bliver vurderingen højst "Klar, men hold øje"\n' in danish
    assert danish.endswith("\n* er også med i den korte udgave\n")
    assert "\n5 dimensions, 32 items (13 quick)," in english
    same = {line for line in danish.splitlines() if line} & set(english.splitlines())
    assert {line.split()[0] for line in same} == {"sha256:", "anden"}, "only what has no language stands in both"


def test_what_we_have_no_words_for_is_said_in_english_around_the_sets_own_texts(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    danish = (SETS / "danish_alone.yaml").read_text(encoding="utf-8")
    path = tmp_path / "set.yaml"
    path.write_text(danish.replace("languages: [da]", "languages: [nl]").replace("{da: ", "{nl: "), encoding="utf-8")
    code, out, _ = run(capfd, "show", str(path))
    assert code == 0
    assert "languages: nl" in out
    assert "\nScale" in out


def test_show_as_json_has_the_whole_content(capfd: pytest.CaptureFixture[str], readiness: QuestionSet) -> None:
    code, out, _ = run(capfd, "show", "--format", "json")
    shown = json.loads(out)
    assert code == 0
    assert shown["sha256"] == readiness.sha256
    assert QuestionSet.model_validate_json(json.dumps(shown["question_set"])) == readiness


def test_a_language_that_the_set_lacks_is_wrong_usage(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "show", "--lang", "de")
    assert (code, out) == (2, "")
    assert "readiness is in da, en" in err


def test_check_says_what_there_is(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "check", str(SETS / "valid" / "mappe"), "--no-advice")
    assert (code, err) == (0, "")
    assert out.splitlines()[:3] == [
        "cykelsti 1.0.0: no faults",
        "2 dimensions, 4 items (1 quick), 3 options, 1 gate, 1 indicator, 3 roles, 3 sides",
        "languages: da, en",
    ]


def test_advice_stands_beside_the_result_and_is_no_fault_unless_asked(capfd: pytest.CaptureFixture[str]) -> None:
    path = str(SETS / "valid" / "mappe")

    code, out, err = run(capfd, "check", path)
    assert (code, out.splitlines()[0]) == (0, "cykelsti 1.0.0: no faults")
    assert len(err.splitlines()) == 8
    assert all(": advice: " in line for line in err.splitlines())
    assert run(capfd, "check", path, "--strict") == (3, "", err)


@pytest.mark.parametrize("name", [name for own in bundled_names() for name in (own, *earlier_names(own))])
def test_the_bundled_sets_pass_strictly(capfd: pytest.CaptureFixture[str], name: str) -> None:
    code, _, err = run(capfd, "check", name, "--strict")
    assert (code, err) == (0, "")


def test_no_advice_and_advice_as_faults_is_wrong_usage(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "check", "readiness", "--strict", "--no-advice")[0] == 2


def test_check_of_a_broken_set_says_everything_on_stderr_and_exits_3(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(SETS / "broken")
    code, out, err = run(capfd, "check", "five_faults.yaml")
    assert (code, out) == (3, "")
    assert err == Path("five_faults.expect").read_text(encoding="utf-8")


def test_more_than_20_faults_are_counted(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    path.write_text("".join(f"unknown{i}: 1\n" for i in range(30)), encoding="utf-8")
    code, _, err = run(capfd, "check", str(path))
    assert code == 3
    assert len(err.splitlines()) == 21
    assert err.splitlines()[-1].startswith("…")


def test_the_schema_of_a_result_names_its_version(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "schema", "--result")
    schema = json.loads(out)
    Draft202012Validator.check_schema(schema)
    assert code == 0
    assert schema["properties"]["schema"]["const"] == "samskab.result/2"


def test_every_key_of_a_set_is_explained_in_its_schema(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capfd, "schema")
    definitions = json.loads(out)["$defs"]

    assert len(definitions) > 15
    for name, definition in definitions.items():
        assert "description" in definition, name
        for key, value in definition.get("properties", {}).items():
            assert "description" in value, f"{name}.{key}"


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("question-set.schema.json", []),
        ("result.schema.json", ["--result"]),
        ("comparison.schema.json", ["--comparison"]),
        ("explanation.schema.json", ["--explanation"]),
        ("study.schema.json", ["--study"]),
        ("map.schema.json", ["--map"]),
    ],
)
def test_the_published_schemas_are_those_of_the_program(
    capfd: pytest.CaptureFixture[str], name: str, options: list[str], *, update_golden: bool
) -> None:
    _, out, _ = run(capfd, "schema", *options)
    path = Path(__file__).parents[2] / "docs" / "schema" / name

    if update_golden:
        path.parent.mkdir(exist_ok=True)
        path.write_text(out, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == out


def test_the_schema_of_a_mapping_file_takes_columns_by_heading_and_by_position(
    capfd: pytest.CaptureFixture[str],
) -> None:
    validator = Draft202012Validator(json.loads(run(capfd, "schema", "--map")[1]))

    assert validator.is_valid({"items": {"aktie": "Spm 1", "flere": 4, "muligt": {"first_of": ["a", 7]}}})
    assert validator.is_valid(
        {"codes": {"unsure": [7, "x"], "blank": "-"}, "role": {"column": 2, "values": {"1": None}}}
    )
    assert not validator.is_valid({"item": {}})
    assert not validator.is_valid({"items": {"aktie": ["a", "b"]}})


def test_two_schemas_at_once_is_wrong_usage(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "schema", "--map", "--result")[0] == 2


def test_the_schema_accepts_the_files_of_the_bundled_set_and_refuses_others(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "schema")
    schema = json.loads(out)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    files = [*sorted((bundled_sets() / "readiness").glob("*.yaml")), SETS / "valid" / "en_fil.yaml"]

    assert code == 0
    wrong = [error.message for error in validator.iter_errors({"format": 1, "items": []})]
    assert "Additional properties are not allowed ('items' was unexpected)" in wrong
    for path in files:
        content = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8"))))
        assert validator.is_valid(content), path.name
        assert not validator.is_valid(content | {"unknown": 1}), path.name
