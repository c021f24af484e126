"""A set to begin with can be asked and scored as it is, and so can a copy of another."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from samskab_cli.cli.app import main
from samskab_cli.loading.sets.bundled import bundled_sets
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.loading.sets.new_set import SCHEMA_FILE
from samskab_cli.model.question_set import QuestionSet

VALID = Path(__file__).parent / "valid"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(capfd: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(["questions", *argv])
    out, err = capfd.readouterr()
    return code, out, err


def answers_to(found: QuestionSet) -> str:
    """Two respondents of every role, as the command's own CSV files have them."""
    values = found.scale.values
    rows = [
        [f"r{number}", role.id, *(str(values[(number + at) % len(values)]) for at in range(len(found.items)))]
        for number, role in enumerate((*found.roles, *found.roles))
    ]
    head = ["respondent", "role", *(item.id for item in found.items)]
    return "".join(f"{','.join(row)}\n" for row in [head, *rows])


@pytest.mark.parametrize("source", [None, "readiness", str(VALID / "en_fil.yaml"), str(VALID / "mappe")])
def test_a_new_set_runs_through_every_command_as_it_is(capfd: pytest.CaptureFixture[str], source: str | None) -> None:
    argv = ["new", "min-egen", *(["--from", source] if source else [])]

    assert run(capfd, *argv)[0] == 0
    found = load_question_set("min-egen")
    Path("svar.csv").write_text(answers_to(found), encoding="utf-8")

    assert found.id == "min-egen"
    assert run(capfd, "check", "min-egen", *([] if source == str(VALID) else ["--no-advice"]))[0] == 0
    assert main(["report", "svar.csv", "--questions", "min-egen", "-o", "report.json", "--min-group", "1", "-q"]) == 0
    assert main(["score", "svar.csv", "--questions", "min-egen", "--by", "role", "-o", "scores.csv"]) == 0
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["question_set"]["id"] == "min-egen"
    assert set(Path("scores.csv").read_text(encoding="utf-8").splitlines()[0].split(",")) >= {
        dimension.id for dimension in found.dimensions
    }


@pytest.mark.parametrize("source", [None, "readiness"])
def test_a_workshop_can_be_held_with_a_new_set(capfd: pytest.CaptureFixture[str], source: str | None) -> None:
    run(capfd, "new", "min-egen", *(["--from", source] if source else []))
    items = len(load_question_set("min-egen").items)
    command = [sys.executable, "-m", "samskab_cli", "assess", "--questions", "min-egen", "--session", "s.samskab.jsonl"]

    ended = subprocess.run(command, input=b"4\n" * items + b"\n" * 20, capture_output=True, check=False)
    code = main(["report", "s.samskab.jsonl", "--questions", "min-egen", "--format", "json"])

    result = json.loads(capfd.readouterr().out)
    assert (ended.returncode, code) == (0, 0)
    assert result["question_set"]["id"] == "min-egen"
    assert result["answers"]["cells"]["value"] == items


def test_the_small_set_has_two_dimensions_a_gate_and_two_languages_and_passes_even_strictly(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert run(capfd, "new", "klar")[0] == 0
    found = load_question_set("klar")

    assert (len(found.dimensions), len(found.gates), found.languages) == (2, 1, ("da", "en"))
    assert run(capfd, "check", "klar", "--strict")[::2] == (0, "")


def test_a_copy_differs_from_its_source_in_its_name_only(
    capfd: pytest.CaptureFixture[str], readiness: QuestionSet
) -> None:
    assert run(capfd, "new", "copy", "--from", "readiness")[0] == 0

    assert load_question_set("copy") == readiness.model_copy(update={"id": "copy"})
    for path in (bundled_sets() / "readiness").glob("*.yaml"):
        changed = set(Path("copy", path.name).read_text(encoding="utf-8").splitlines())
        assert len(changed - set(path.read_text(encoding="utf-8").splitlines())) <= 2  # the editor's line, and the id


def test_editors_find_a_schema_beside_the_files_that_fits_them(capfd: pytest.CaptureFixture[str]) -> None:
    run(capfd, "new", "klar")
    validator = Draft202012Validator(json.loads(Path("klar", SCHEMA_FILE).read_text(encoding="utf-8")))

    files = list(Path("klar").glob("*.yaml"))
    assert len(files) == 3
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# yaml-language-server: $schema={SCHEMA_FILE}\n")
        validator.validate(json.loads(json.dumps(yaml.safe_load(text))))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("readiness", "is the name of a bundled set"),
        ("Stort", "expected a name of small letters"),
        ("../æ", "expected a name of small letters"),
        ("here", "here: exists already"),
        ("no/where", "the folder it would be in doesn't exist"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused_and_nothing_is_written(
    capfd: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    Path("here").mkdir()

    code, out, err = run(capfd, "new", name)

    assert (code, out) == (3, "")
    assert said in err
    assert [path.name for path in Path().rglob("*")] == ["here"]


def test_a_set_whose_id_cannot_be_found_in_its_text_is_not_copied(capfd: pytest.CaptureFixture[str]) -> None:
    text = (VALID / "en_fil.yaml").read_text(encoding="utf-8")
    Path("flow.yaml").write_text(text.replace("id: cykelsti", "? id\n: cykelsti"), encoding="utf-8")

    code, _, err = run(capfd, "new", "klar", "--from", "flow.yaml")

    assert code == 3
    assert "its id isn't on a line of its own" in err
    assert not Path("klar").exists()
