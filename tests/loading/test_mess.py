"""Files as people really hand them over: each is read right, or said, or stopped, and never wrong without a word.

Each folder under `tests/mess` holds one kind of mess, made of one of the clean files in `tests/mess/clean`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.answers.load import Loaded, LoadOptions, load
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import ROLE, Responses
from samskab_cli.model.doubts import DoubtKind as Kind

if TYPE_CHECKING:
    import polars as pl

    from samskab_cli.model.question_set import QuestionSet

MESS: Final = Path(__file__).parents[1] / "mess"
READ: Final[dict[str, tuple[str, Kind | None]]] = {
    "A1-r-na": ("firm", Kind.NA_AS_BLANK),
    "A3-r-na-labels": ("base", Kind.NA_AS_BLANK),
    "B1-median-row": ("base", Kind.SUMMARY_ROW),
    "B2-question-numbers-row": ("base", Kind.SUMMARY_ROW),
    "B5-types-row": ("base", Kind.SUMMARY_ROW),
    "B6-texts-row": ("base", Kind.SUMMARY_ROW),
    "C1-kobo-uuid": ("base", Kind.SAME_ROW),
    "C2-overlapping-weeks": ("base", Kind.SAME_ROW),
    "C5-redcap-record": ("base", Kind.SAME_ROW),
    "E1-merged-roles": ("base", Kind.MERGED),
    "F1-filter": ("base", Kind.HIDDEN),
    "G1-top-label": ("eight", None),
    "N1-no-full-stop": ("base", None),
    "N2-numbered": ("base", None),
    "N3-required-star": ("base", None),
    "N4-Q1": ("base", None),
    "N5-double-number": ("base", None),
    "O1-haven-both": ("base", None),
    "O2-number-after": ("base", None),
    "O5-comma": ("base", None),
    "P1-null": ("nul", Kind.EMPTY_WORD),
    "P2-dot-40": ("base", Kind.EMPTY_WORD),
    "P5-nan": ("base", Kind.EMPTY_WORD),
    "P7-dash": ("base", Kind.EMPTY_WORD),
    "P9-limesurvey-vv": ("vv", Kind.EMPTY_WORD),
    "P10-limesurvey-codes": ("vv", Kind.EMPTY_WORD),
    "Q5-ascii": ("base", Kind.ENCODING),
    "R1-space-after-comma": ("base", None),
    "R2-comment-lines": ("base", None),
    "R6-apostrophe": ("base", None),
    "R7-scientific": ("base", None),
    "S1-zip": ("base", None),
    "T1-sheet-each": ("base", None),
    "U1-case": ("base", None),
}
"""Read as the clean file is, with this doubt or without any."""
STOPPED: Final[dict[str, tuple[str, ...]]] = {
    "D1-one-formula-column": ("column 14 'selv': 36 formulas without a stored value; open the file in Excel",),
    "G4-dk-or-na": ("'Ved ikke / ikke relevant' stands 50 times", "codes: {unsure: ["),
    "H1-slash": ("'Virksomhed eller anden part' (3)", "role: {column: 2"),
    "L1-title-respondent": ("respondent 'R001' stands again", "respondent 'R002' stands", "respondent 'R003' stands"),
    "M1-scientific-ids": ("41 ids were cut short by a spreadsheet", 'ignore: ["respondent"]'),
    "Q1-mac": ("looks like Mac Roman", "encoding: mac_roman"),
    "Q2-mojibake": ("encoding: utf-8-twice",),
    "X1-date-format": ("36 dates", "Excel made dates of them"),
    "Y1-long": ("one line an answer", 'long: {item: "item", answer: "svar", respondent: "respondent"}'),
    "Z1-two-rounds-one-file": ("column 32 'runde': 41 respondents stand once for each value", "--where runde=2026"),
}
"""Refused, in as many lines as there are respondents named, else in one, which says this."""
SAID: Final = {"I1-four-points": Kind.UNUSED_END, "J1-already-reversed": Kind.AGAINST}
"""Figures stand as read; the doubt is all that there is."""
MAPS: Final[dict[str, str]] = {
    "G4-dk-or-na": 'codes: {unsure: ["Ved ikke / ikke relevant"]}',
    "H1-slash": 'role: {column: 2, values: {"Virksomhed eller anden part": anden}}',
    "M1-scientific-ids": 'ignore: ["respondent"]',
    "Q1-mac": "encoding: mac_roman",
    "Q2-mojibake": "encoding: utf-8-twice",
    "X1-date-format": (
        'codes: {values: {"1900-01-01 00:00:00": 1, "1900-01-02 00:00:00": 2, "1900-01-03 00:00:00": 3, '
        '"1900-01-04 00:00:00": 4, "1900-01-05 00:00:00": 5}}'
    ),
    "Y1-long": 'long: {item: "item", answer: "svar", respondent: "respondent"}',
}
"""The line of a mapping file with which the stop gives the clean file's answers."""


@pytest.fixture(scope="module")
def asked() -> QuestionSet:
    """The set as it was when these files were made."""
    return load_question_set(str(Path(__file__).parents[1] / "question_sets" / "frozen" / "readiness-1.0.0"))


def files_of(name: str) -> list[Path]:
    return sorted(path for path in (MESS / name).iterdir() if path.suffix != ".yaml")


def answers_of(loaded: Loaded, asked: QuestionSet) -> pl.DataFrame:
    """Roles and answers, in an order of their own: a workbook may have the rows sorted otherwise."""
    assert isinstance(loaded.answers.cells, Responses)
    columns = [ROLE, *(item.id for item in asked.items)]
    return loaded.answers.cells.frame.collect().select(columns).sort(columns)


def clean(name: str, asked: QuestionSet) -> pl.DataFrame:
    return answers_of(load([MESS / "clean" / f"{name}.csv"], asked), asked)


@pytest.mark.parametrize("name", READ)
def test_a_messy_file_gives_the_clean_files_answers_and_says_what_was_doubtful(name: str, asked: QuestionSet) -> None:
    base, kind = READ[name]
    sheet = "all" if name.startswith("T1") else None

    loaded = load(files_of(name), asked, LoadOptions(sheet=sheet))

    assert answers_of(loaded, asked).equals(clean(base, asked))
    assert loaded.rejected == ()
    assert kind is None or kind in [doubt.kind for doubt in loaded.doubts]


@pytest.mark.parametrize("name", STOPPED)
def test_what_would_be_wrong_whatever_is_meant_stops_the_run_and_says_what_settles_it(
    name: str, asked: QuestionSet
) -> None:
    with pytest.raises(AnswersRefused) as refused:
        load(files_of(name), asked)

    for fragment in STOPPED[name]:
        assert fragment in str(refused.value)
    assert len(refused.value.problems) == (3 if name.startswith("L1") else 1)


@pytest.mark.parametrize("name", MAPS)
def test_the_line_that_a_stop_names_settles_it(name: str, asked: QuestionSet, tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(f"format: 1\n{MAPS[name]}\n", encoding="utf-8")

    loaded = load(files_of(name), asked, LoadOptions(map_file=path))

    found = answers_of(loaded, asked)
    base = clean("base", asked)
    assert found.drop(ROLE).sort(found.columns[1:]).equals(base.drop(ROLE).sort(base.columns[1:]))


@pytest.mark.parametrize("name", SAID)
def test_what_may_be_right_is_said_and_read(name: str, asked: QuestionSet) -> None:
    loaded = load(files_of(name), asked)

    assert [doubt.kind for doubt in loaded.doubts] == [SAID[name]]
    assert loaded.rejected == ()


def test_columns_turned_round_before_are_all_named(asked: QuestionSet) -> None:
    (doubt,) = load(files_of("J1-already-reversed"), asked).doubts

    assert doubt.column == "column 8 'varmluft', column 12 'hurtigt', column 14 'selv'"


def test_one_of_two_rounds_is_read_by_its_value(asked: QuestionSet) -> None:
    loaded = load(files_of("Z1-two-rounds-one-file"), asked, LoadOptions(where="runde=2025"))

    assert answers_of(loaded, asked).equals(clean("base", asked))
    assert loaded.answers.context.where == "runde=2025"


def test_groups_that_differ_in_case_are_one(asked: QuestionSet) -> None:
    loaded = load(files_of("U1-case"), asked, LoadOptions(groups=("Kommune",)))

    assert isinstance(loaded.answers.cells, Responses)
    assert loaded.answers.cells.frame.collect()["group:Kommune"].unique().to_list() == ["Aarhus"]
    assert [doubt.kind for doubt in loaded.doubts] == [Kind.GROUP_CASE]


@pytest.mark.parametrize("name", [name for name, (_, kind) in READ.items() if kind] + list(SAID))
def test_strict_makes_every_doubt_a_stop_unless_a_map_accepts_its_kind(
    name: str, asked: QuestionSet, tmp_path: Path
) -> None:
    kinds = {doubt.kind.value for doubt in load(files_of(name), asked).doubts}
    with pytest.raises(AnswersRefused):
        load(files_of(name), asked, LoadOptions(strict=True))
    path = tmp_path / "map.yaml"
    path.write_text(f"doubts: {{accept: [{', '.join(sorted(kinds))}]}}", encoding="utf-8")

    accepted = load(files_of(name), asked, LoadOptions(strict=True, map_file=path))

    assert accepted.doubts == ()
    assert {doubt.kind.value for doubt in accepted.answers.doubts} == kinds


@pytest.mark.parametrize("path", sorted((MESS / "clean").glob("*.csv")), ids=lambda path: path.stem)
def test_a_clean_file_raises_no_doubt(path: Path, asked: QuestionSet) -> None:
    assert load([path], asked).doubts == ()
