"""Mapping files: what they can say, what they refuse, and what they never silently leave out."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import polars as pl
import pytest

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.answers.load import Loaded, LoadOptions, load
from samskab_cli.loading.answers.map_file import MapFile
from samskab_cli.model.answers import BLANK, NOT_RELEVANT, UNSURE

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet
    from tests.loading.conftest import Write

Row = Callable[..., list[str]]
FrameOf = Callable[[Loaded], pl.DataFrame]


class WithMap(Protocol):
    """`with_map(path, text)`: what `load` gives with a mapping file of this text."""

    def __call__(self, path: Path, text: str, **options: Any) -> Loaded: ...


@pytest.fixture
def with_map(readiness: QuestionSet, tmp_path: Path) -> WithMap:
    def run(path: Path, text: str, **options: Any) -> Loaded:
        map_file = tmp_path / "map.yaml"
        map_file.write_text(text, encoding="utf-8")
        return load([path], readiness, LoadOptions(map_file=map_file, **options))

    return run


@pytest.fixture
def faults(with_map: WithMap, header: list[str], row: Row, write: Write, tmp_path: Path) -> Callable[[str], str]:
    """What is wrong with a mapping file, its own folder aside."""

    def run(text: str) -> str:
        with pytest.raises(AnswersRefused) as refused:
            with_map(write([header, row("A", "borger")]), text)
        return str(refused.value).replace(f"{tmp_path}/", "")

    return run


def test_items_go_by_heading_or_position_and_before_every_rule(
    header: list[str], row: Row, write: Write, with_map: WithMap, frame_of: FrameOf
) -> None:
    rows = [[*header, "Min egen", ""], [*row("A", "borger"), "1", "2"]]

    frame = frame_of(with_map(write(rows), "items:\n  aktie: Min egen\n  flere: 33\n"))

    assert frame.select("aktie", "flere").row(0) == (1, 2)


def test_of_the_branches_of_a_survey_the_filled_one_counts(
    header: list[str], row: Row, write: Write, with_map: WithMap, frame_of: FrameOf
) -> None:
    cells = [("1", ""), ("", "2"), ("3", "3.0"), ("", ""), ("4", "5"), *[("4", "")] * 10]
    rows = [[*row(str(n), "borger", aktie=first), second] for n, (first, second) in enumerate(cells)]

    loaded = with_map(write([[*header, "aktie_b"], *rows]), "items:\n  aktie: {first_of: [aktie, aktie_b]}\n")

    assert frame_of(loaded)["aktie"].to_list()[:4] == [1, 2, 3, BLANK]
    assert [(cell.line, cell.text) for cell in loaded.rejected] == [(6, "4 | 5")]


def test_codes_mean_what_the_map_says(
    header: list[str], row: Row, write: Write, with_map: WithMap, frame_of: FrameOf
) -> None:
    codes = "codes: {values: {Enig: 4, 11: 1}, unsure: [7], not_relevant: '8', blank: [-9, sprang over]}"
    texts = ["Enig", " enig ", "11", "7", "7.0", "8", "-9", "−9", "Sprang over", "3"]
    path = write([header, *(row(str(n), "borger", aktie=text) for n, text in enumerate(texts))])

    found = frame_of(with_map(path, codes))["aktie"].to_list()

    assert found == [4, 4, 1, UNSURE, UNSURE, NOT_RELEVANT, BLANK, BLANK, BLANK, 3]


def test_a_map_can_turn_the_scale_round(
    header: list[str], row: Row, write: Write, with_map: WithMap, frame_of: FrameOf
) -> None:
    path = write([header, row("A", "borger", aktie="1")])

    assert frame_of(with_map(path, "codes: {values: {1: 5, 2: 4, 4: 2, 5: 1}}")).select("aktie", "laer").row(0) == (
        5,
        2,
    )


def test_codes_of_roles_need_the_map(
    header: list[str], row: Row, write: Write, with_map: WithMap, frame_of: FrameOf
) -> None:
    path = write([[*header[:1], "hvem", *header[2:]], row("A", "1"), row("B", "2"), row("C", "Borger / pårørende")])

    loaded = with_map(path, "role: {column: hvem, values: {1: byraad, '2': ledelse}}")

    assert frame_of(loaded)["role"].to_list() == ["byraad", "ledelse", "borger"]


def test_respondents_completion_and_rows_to_drop_go_by_columns(
    header: list[str], row: Row, write: Write, with_map: WithMap, frame_of: FrameOf
) -> None:
    rows = [[*row(f"R{n}", "borger"), f"x{n}", state] for n, state in enumerate(["ok", "halv", "Test", "prøve"])]
    path = write([["nr", *header[1:], "nøgle", "Tilstand"], *rows])
    text = "respondent: nøgle\ncompleted: {column: Tilstand, equals: ok}\ndrop_rows:\n"
    text += "  - {column: Tilstand, equals: [test, Prøve]}\n"

    loaded = with_map(path, text)

    assert frame_of(loaded)["respondent"].to_list() == ["x0", "x1"]
    assert loaded.answers.incomplete == 1
    assert "2 rows left out (as the mapping file says)" in " ".join(loaded.remarks)
    assert frame_of(with_map(path, text, complete_only=True))["respondent"].to_list() == ["x0"]


def test_an_ignored_column_means_nothing(
    header: list[str], row: Row, write: Write, with_map: WithMap, frame_of: FrameOf
) -> None:
    path = write([[*header, "AKTIE"], [*row("A", "borger"), "1"]])

    assert frame_of(with_map(path, "ignore: [32]"))["aktie"].to_list() == [4]


def test_labels_are_found_from_the_folder_of_the_map(
    header: list[str], row: Row, write: Write, with_map: WithMap, frame_of: FrameOf
) -> None:
    write([["aktie", "1", "I høj grad"], ["aktie", "4", "Slet ikke"]], "koder.txt")

    loaded = with_map(write([header, row("A", "borger")]), "labels: koder.txt")

    assert frame_of(loaded).select("aktie", "flere").row(0) == (1, 4)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("itmes: {}", "map.yaml:1:1: unknown key 'itmes' (did you mean 'items'?)"),
        ("codes:\n  unsuer: [7]", "map.yaml:2:3: unknown key 'unsuer' (did you mean 'unsure'?)"),
        ("completed: {colunm: a, equals: b}", "unknown key 'colunm' (did you mean 'column'?)"),
        ("completed: {column: aktie}", "'equals' is missing"),
        ("items: {akite: 3}", "map.yaml:1:9: no item 'akite' (did you mean 'aktie'?)"),
        ("items: {aktie: [1, 2]}", "expected a heading, or a column's position from 1, found a list"),
        ("items: {aktie: 0}", "expected a heading, or a column's position from 1, found the number 0"),
        ("items: {aktie: {first_of: [1]}}", "expected first_of: with a list of two or more columns"),
        ("items: {aktie: true}", "expected a heading, or a column's position from 1, found the yes-or-no value true"),
        ("items: {aktie: null}", "map.yaml:1:9: aktie isn't decided yet"),
        ("codes: {undecided: [7]}", "'7': not decided yet; move to values, unsure, not_relevant or blank"),
        ("codes: {values: {Enig: 6}}", "6 isn't a value of the scale, 1 to 5"),
        ("codes: {values: {Enig: i høj grad}}", "expected a whole number, found 'i høj grad'"),
        ("codes: {unsure: [7], blank: ['7']}", "the code '7' stands in unsure and blank"),
        ("codes: {unsure: [7.5]}", "expected a text or a whole number, as the cells have it"),
        ("role: {values: {1: byraad}}", "'column' is missing"),
        ("role: {column: role, values: {1: byrad}}", "no role 'byrad'"),
        ("role: {column: role, values: {1: null}}", "the role '1' isn't decided yet: one of byraad"),
        ("format: 2", "format 2 isn't known; this program reads format 1"),
        ("- a list", "expected the keys and values of a mapping file, found a list"),
        ("items: &a {aktie: 3}", "YAML anchors"),
        ("items: {aktie: Aktien}", "map.yaml: no column 'Aktien' in svar.csv (did you mean 'aktie'?)"),
        ("items: {aktie: 99}", "map.yaml: no column 99 in svar.csv; it has 31"),
        ("items: {aktie: 4, flere: 4}", "column 4 of svar.csv is both aktie and flere; a column means one thing"),
        ("labels: none.csv", "none.csv: no such file"),
        ("sheet: ''\nfoo: 1", "unknown key 'foo'"),
    ],
)
def test_what_a_map_may_not_say_is_refused_in_its_place(text: str, said: str, faults: Callable[[str], str]) -> None:
    assert said in faults(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("respondent: 1\nrole: {column: 1}", "role and respondent"),
        ("respondent: 1\nitems: {aktie: 1}", "aktie and respondent"),
        ("respondent: 1\nitems: {aktie: {first_of: [1, 3]}}", "aktie and respondent"),
    ],
)
def test_ids_that_are_to_be_something_else_too_are_one_clear_fault_and_quoted_nowhere(
    text: str, names: str, with_map: WithMap, header: list[str], row: Row, write: Write
) -> None:
    rows = [row(f"person{number}@example.org", "borger") for number in range(6)]
    path = write([header, *rows])
    with pytest.raises(AnswersRefused) as refused:
        with_map(path, text)
    (problem,) = refused.value.problems
    assert problem.message == f"column 1 of {path} is both {names}; a column means one thing"


def test_whatever_columns_a_map_names_it_is_read_or_refused(
    with_map: WithMap, header: list[str], row: Row, write: Write
) -> None:
    path = write([header, *(row(f"R{number}", "borger") for number in range(6))])
    read = []
    for respondent, role, item, other in itertools.product((1, 2, 3), (1, 2, 3), (1, 2, 3), (1, 2, 4)):
        text = f"respondent: {respondent}\nrole: {{column: {role}}}\nitems: {{aktie: {item}, flere: {other}}}"
        try:
            with_map(path, text)
        except AnswersRefused:
            continue
        read.append((respondent, role, item, other))
    assert read == [(1, 2, 3, 4)]


def test_all_faults_of_a_map_come_at_once(faults: Callable[[str], str]) -> None:
    said = faults("items: {akite: 3}\nrole: {column: role, values: {1: x, 2: null}}\ncodes: {undecided: [7]}\n")

    assert [line.split(": ", 1)[0] for line in said.splitlines()] == [
        "map.yaml:1:9",
        "map.yaml:2:34",
        "map.yaml:2:40",
        "map.yaml:3:20",
    ]


def test_a_heading_that_several_columns_have_needs_its_position(
    header: list[str], row: Row, write: Write, with_map: WithMap
) -> None:
    path = write([[*header, "x", "x"], [*row("A", "borger"), "1", "2"]])

    with pytest.raises(
        AnswersRefused, match=r"'x' is the heading of columns 32 and 33 of .*; name the position instead"
    ):
        with_map(path, "items: {aktie: x}")


def test_the_schema_of_mapping_files_takes_what_can_be_written() -> None:
    schema = MapFile.model_json_schema()

    assert set(schema["properties"]) == set(MapFile.model_fields)
    assert schema["additionalProperties"] is False


def test_a_column_without_a_heading_must_be_there_in_every_row(
    header: list[str], row: Row, write: Write, with_map: WithMap
) -> None:
    path = write([[*header, ""], [*row("A", "borger"), "1"], row("B", "borger")])

    with pytest.raises(AnswersRefused, match="31 cells, the header has 32: its answers may have shifted"):
        with_map(path, "items: {aktie: 32}")
