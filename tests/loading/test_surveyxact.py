"""SurveyXact: codes that only the files beside a dataset explain, and invitations that nobody answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import polars as pl
import pytest

from samskab_cli.loading.answers.load import Loaded
from samskab_cli.model.answers import BLANK, NOT_RELEVANT, UNSURE

if TYPE_CHECKING:
    from pathlib import Path

    from samskab_cli.model.question_set import QuestionSet
    from tests.loading.conftest import Read, Refusal, Write

FrameOf = Callable[[Loaded], pl.DataFrame]
Rows = list[list[str]]

COUNT = 29
FOURS = ["4"] * COUNT


@pytest.fixture
def ids(readiness: QuestionSet) -> list[str]:
    return [item.id for item in readiness.items]


@pytest.fixture
def texts(readiness: QuestionSet) -> list[str]:
    return [item.text.text("da") for item in readiness.items]


def fours(frame: pl.DataFrame, item: str = "aktie") -> list[int]:
    return frame[item].to_list()


def said(loaded: Loaded) -> str:
    return " ".join(loaded.remarks)


SURVEYXACT = ["survey", "responde", "organiza", "digitald", "email", "s_1", "s_2"]
STATES = ["stato_1", "stato_2", "stato_3", "stato_4", "stato_5"]


def surveyxact(ids: list[str], *rows: tuple[list[str], str]) -> Rows:
    """rows: answers, and which of the five states holds."""
    table = [[*SURVEYXACT, *ids, *STATES]]
    for number, (answers, state) in enumerate(rows):
        states = ["1" if name.endswith(state) else "0" for name in STATES]
        table.append(["1", str(900 + number), "3", "1", f"p{number}@example.org", "0", "0", *answers, *states])
    return table


def test_surveyxact_counts_invitations_apart_and_says_who_did_not_finish(
    ids: list[str], write: Write, read: Read, frame_of: FrameOf
) -> None:
    path = write(surveyxact(ids, (FOURS, "4"), ([""] * COUNT, "2"), (["3"] * 5 + [""] * 24, "3")), encoding="utf-16")

    loaded, complete = read(path), read(path, complete_only=True)

    assert fours(frame_of(loaded)) == [4, BLANK, 3]
    assert loaded.answers.incomplete == 1
    assert "1 row without any answer" in said(loaded)
    assert fours(frame_of(complete)) == [4]
    assert "2 rows left out (not finished)" in said(complete)


def companions(folder: Path, ids: list[str], labels: dict[str, str], *, delimiter: str = ";") -> None:
    rows = [[name, code, label] for name in ids for code, label in labels.items()]
    text = "\r\n".join(delimiter.join(f'"{cell}"' if cell[0].isalpha() else cell for cell in row) for row in rows)
    (folder / "labels.csv").write_bytes(text.encode("cp1252"))


def test_surveyxact_labels_decide_over_codes_that_are_out_of_order(
    ids: list[str], write: Write, read: Read, frame_of: FrameOf, tmp_path: Path
) -> None:
    order = {"1": "I meget høj grad", "2": "I høj grad", "3": "I nogen grad", "4": "I ringe grad", "5": "Slet ikke"}
    companions(tmp_path, ids, {**order, "-8": "Ikke relevant", "6": "Ved ikke"})
    rows = surveyxact(ids, (["1", "5", "-8", "6", *"2" * 25], "4"))

    loaded = read(write(rows, "dataset.csv", encoding="cp1252"))

    assert frame_of(loaded).select(ids).row(0)[:5] == (5, 1, NOT_RELEVANT, UNSURE, 4)
    assert "1 = Slet ikke" not in said(loaded)


def test_a_code_whose_label_no_question_set_knows_stops_the_run(
    ids: list[str], write: Write, refusal: Refusal, tmp_path: Path
) -> None:
    companions(tmp_path, ids, {"4": "I høj grad", "9": "Vil ikke svare"})

    message = refusal(write(surveyxact(ids, (["9", "9", *"4" * 27], "4")), "dataset.csv"))

    assert "9 ('Vil ikke svare') stands 2 times in 2 columns" in message


def test_a_number_without_a_label_is_not_taken_where_labels_say_that_numbers_mean_something_else(
    ids: list[str], write: Write, read: Read, tmp_path: Path
) -> None:
    companions(tmp_path, ids, {"1": "I meget høj grad", "5": "Slet ikke"})
    rows = surveyxact(ids, *((["1"] * COUNT, "4") for _ in range(9)), (["2", *"5" * 28], "4"))

    loaded = read(write(rows, "dataset.csv"))

    assert [cell.text for cell in loaded.rejected] == ["2"]


def test_a_structure_file_names_the_columns_of_cut_variables(
    texts: list[str], write: Write, read: Read, refusal: Refusal, frame_of: FrameOf
) -> None:
    cut = [f"ihvilk_{number}" for number in range(1, COUNT + 1)]
    path = write(surveyxact(cut, (FOURS, "4")), "dataset.csv")
    assert "no column belongs to an item" in refusal(path)

    rows = [["questionName", "variableName", "questionText", "choiceValue", "choiceText"]]
    rows += [["q", name, f"I hvilken grad? - {text}", "", ""] for name, text in zip(cut, texts, strict=True)]
    structure = write(rows, "struktur.csv", delimiter="\t", encoding="utf-16")

    assert fours(frame_of(read(path, structure=structure))) == [4]


@pytest.mark.parametrize(
    ("data", "labels"),
    [("dataset.csv", "labels.csv"), ("Dataset_7.csv", "Labels_7.csv"), ("sag-dataset-1.txt", "sag-labels-1.csv")],
)
def test_the_labels_beside_a_dataset_are_called_as_it_is(
    data: str, labels: str, ids: list[str], write: Write, read: Read, frame_of: FrameOf, tmp_path: Path
) -> None:
    companions(tmp_path, ids, {"4": "Slet ikke"})
    (tmp_path / "labels.csv").rename(tmp_path / labels)

    loaded = read(write(surveyxact(ids, (FOURS, "4")), data))

    assert fours(frame_of(loaded)) == [1]
    assert f"explained by {labels}, found beside it" in said(loaded)


def test_labels_beside_another_table_are_left_alone(
    header: list[str], write: Write, read: Read, frame_of: FrameOf, tmp_path: Path, ids: list[str]
) -> None:
    companions(tmp_path, ids, {"4": "Slet ikke"})

    assert fours(frame_of(read(write([header, ["A", "borger", *FOURS]], "dataset.csv")))) == [4]


def test_a_file_named_as_labels_must_be_one(ids: list[str], write: Write, refusal: Refusal) -> None:
    path = write(surveyxact(ids, (FOURS, "4")))

    assert "no labels file: expected rows of variable, code and label" in refusal(path, labels=path)
    assert "no structure file: expected the headings variableName and questionText" in refusal(path, structure=path)
