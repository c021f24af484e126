"""Every export under tests/exports gives what the file beside it says: the answers of its case, or a refusal.

The samples are read as they come, alone in a folder, so that nothing beside them helps. What the answers must be is
known independently: the same cases lie under `examples/`.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pytest
import yaml

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.answers.load import Loaded, LoadOptions, load
from samskab_cli.model.answers import BLANK, INVALID, NOT_RELEVANT, RESPONDENT, ROLE, UNSURE, Responses

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet

HERE: Final = Path(__file__).parents[1] / "exports"
EXAMPLES: Final = HERE.parents[1] / "examples"
CASES: Final = {
    "sag1_ensomhed": "ensomhed",
    "sag2_integration": "integration",
    "sag3_havneby": "havneby",
    "sag4_ensomhed_tidlig": "ensomhed-tidligt",
}
SAMPLES: Final = {
    f"{path.parent.name}/{path.name.removesuffix('.expect.yaml')}": yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted(HERE.glob("*/*.expect.yaml"))
    if path.parent.name != "broken"
}
ANSWERS: Final = [name for name, expected in SAMPLES.items() if expected["kind"] == "answers"]
COMPANIONS: Final = [name for name, expected in SAMPLES.items() if expected["kind"] == "companion"]
CODED: Final = [name for name in ANSWERS if SAMPLES[name]["needs_map"]["codes"]]


def alone(name: str, tmp_path: Path) -> Path:
    return Path(shutil.copy(HERE / name, tmp_path))


def options_for(name: str, tmp_path: Path) -> LoadOptions:
    """What the expect file says has to be said."""
    expected = SAMPLES[name]
    facts: dict[str, Any] = expected.get("map_facts", {})
    said: dict[str, Any] = {key: facts[key] for key in ("role", "completed") if key in facts}
    codes = {key: facts[key] for key in ("unsure", "not_relevant", "blank") if key in facts}
    if not facts:
        return LoadOptions(complete_only=bool(expected["incomplete"]))
    path = tmp_path / "map.yaml"
    path.write_text(yaml.safe_dump(said | {"codes": codes}), encoding="utf-8")
    return LoadOptions(map_file=path)


def frame_of(loaded: Loaded) -> pl.DataFrame:
    assert isinstance(loaded.answers.cells, Responses)
    return loaded.answers.cells.frame.collect()


def answered(frame: pl.DataFrame, question_set: QuestionSet) -> pl.DataFrame:
    items = [item.id for item in question_set.items]
    return frame.filter(pl.any_horizontal(pl.col(items) >= NOT_RELEVANT)).select(ROLE, *items)


@pytest.mark.parametrize("name", ANSWERS)
def test_an_export_gives_the_answers_of_its_case(name: str, readiness: QuestionSet, tmp_path: Path) -> None:
    loaded = load([alone(name, tmp_path)], readiness, options_for(name, tmp_path))

    found = answered(frame_of(loaded), readiness)
    case = load([EXAMPLES / f"{CASES[SAMPLES[name]['case']]}.csv"], readiness)
    assert found.equals(answered(frame_of(case), readiness))
    assert len(found) == SAMPLES[name]["respondents"]
    assert loaded.rejected == ()


@pytest.mark.parametrize("name", ANSWERS)
def test_the_cells_of_an_export_are_those_that_were_counted(name: str, readiness: QuestionSet, tmp_path: Path) -> None:
    expected = SAMPLES[name]["cells"]

    found = answered(frame_of(load([alone(name, tmp_path)], readiness, options_for(name, tmp_path))), readiness)

    codes = Counter(
        ("not_asked" if code == BLANK and row[ROLE] in item.skip_roles else code)
        for row in found.iter_rows(named=True)
        for item in readiness.items
        for code in [row[item.id]]
    )
    values = sum(codes[value] for value in readiness.scale.values)
    assert values == expected["value"]
    assert [codes[code] for code in (UNSURE, NOT_RELEVANT, INVALID)] == [
        expected["unsure"],
        expected["not_relevant"],
        expected["invalid"],
    ]
    assert (codes[BLANK], codes["not_asked"]) == (expected["blank"], expected["not_asked"])


@pytest.mark.parametrize("name", CODED)
def test_a_file_of_codes_alone_is_refused_and_names_both_decisions(
    name: str, readiness: QuestionSet, tmp_path: Path
) -> None:
    with pytest.raises(AnswersRefused) as refused:
        load([alone(name, tmp_path)], readiness)

    said = str(refused.value)
    for code in SAMPLES[name]["map_facts"]["unsure"]:
        assert re.search(rf": {code} stands \d+ times in \d+ columns", said)
    assert "roles can't be read" in said


@pytest.mark.parametrize("name", COMPANIONS)
def test_a_companion_file_is_refused_as_what_it_is(name: str, readiness: QuestionSet, tmp_path: Path) -> None:
    kind = name.split("/")[1].split("_", maxsplit=1)[0]

    with pytest.raises(AnswersRefused, match=f"the {kind} file of a SurveyXact export, not its answers"):
        load([alone(name, tmp_path)], readiness)


@pytest.mark.parametrize("name", [name for name in CODED if "surveyxact" in name])
def test_the_files_beside_a_dataset_say_what_its_codes_mean(name: str, readiness: QuestionSet, tmp_path: Path) -> None:
    by_map = load([alone(name, tmp_path)], readiness, options_for(name, tmp_path))

    loaded = load([HERE / name], readiness)

    assert frame_of(loaded).equals(frame_of(by_map))
    said = " ".join(loaded.remarks)
    assert "rows without any answer" in said
    assert re.search(r"explained by labels_\w+\.csv\b.* found beside it", said)
    assert re.search(r"no cell is '[78]', which the labels call 'Ikke relevant'", said)


@pytest.mark.parametrize("name", [name for name in ANSWERS if "if_incomplete_kept" in SAMPLES[name]])
def test_unfinished_rows_are_kept_and_said(name: str, readiness: QuestionSet, tmp_path: Path) -> None:
    loaded = load([alone(name, tmp_path)], readiness)

    assert len(frame_of(loaded)) == SAMPLES[name]["if_incomplete_kept"]["respondents"]
    assert loaded.answers.incomplete == len(SAMPLES[name]["incomplete"])
    assert "1 row that the survey system marks as not finished, kept" in " ".join(loaded.remarks)


@pytest.mark.parametrize("name", ANSWERS)
def test_columns_without_a_meaning_never_leave_the_reader(name: str, readiness: QuestionSet, tmp_path: Path) -> None:
    frame = frame_of(load([alone(name, tmp_path)], readiness, options_for(name, tmp_path)))

    assert frame.columns == [RESPONDENT, ROLE, *(item.id for item in readiness.items)]
