"""Doubts on the command line: said first, in every output, as stops, and filters that a report can't hide."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.pinned import main

if TYPE_CHECKING:
    from collections.abc import Sequence

MESS: Final = Path(__file__).parents[1] / "mess"
MEDIAN: Final = str(MESS / "B1-median-row" / "svar.csv")
FOUR_POINTS: Final = str(MESS / "I1-four-points" / "svar.csv")
GROUPS: Final = str(MESS / "U1-case" / "svar.csv")
ROUNDS: Final = str(MESS / "Z1-two-rounds-one-file" / "svar.csv")
MAPS: Final = [str(MESS / "K1-two-maps-one-file" / f"m{year}.yaml") for year in (2025, 2026)]

Captured = pytest.CaptureFixture[str]


def result_of(capsys: Captured, *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main([*arguments, "--format", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("quiet", [[], ["-q"]])
def test_a_doubt_is_the_first_thing_on_stderr_even_where_the_rest_is_quiet(capsys: Captured, quiet: list[str]) -> None:
    assert main(["report", MEDIAN, *quiet]) == 0

    said = capsys.readouterr().err.splitlines()
    assert said[0] == f"doubtful (summary_row): {MEDIAN}:43: nobody's answers but a summary; left out"


def test_it_stands_in_json_and_in_the_reports_method(capsys: Captured) -> None:
    assert result_of(capsys, "report", MEDIAN)["answers"]["doubts"] == [
        {
            "kind": "summary_row",
            "count": 1,
            "where": "svar.csv:43",
            "text": "nobody's answers but a summary; left out",
        }
    ]
    main(["report", MEDIAN, "--lang", "da"])
    text = " ".join(capsys.readouterr().out.split())
    assert "Rækker, der ikke er nogens svar, er udeladt; antal: 1 (svar.csv:43)." in text


def test_what_says_something_of_answers_is_withheld_where_too_few_gave_them(capsys: Captured) -> None:
    assert [d["kind"] for d in result_of(capsys, "report", FOUR_POINTS)["answers"]["doubts"]] == ["unused_end"]
    assert result_of(capsys, "report", FOUR_POINTS, "--min-group", "50")["answers"]["doubts"] == []


def test_preview_shows_doubts_above_the_columns_and_as_data(capsys: Captured) -> None:
    main(["preview", MEDIAN])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Doubtful:"
    assert lines[1].startswith("  summary_row: ")
    assert max(map(len, lines[: lines.index("")])) <= 80

    (doubt,) = result_of(capsys, "preview", MEDIAN)["doubts"]
    assert (doubt["kind"], doubt["stops"]) == ("summary_row", False)


def test_strict_stops_at_a_doubt(capsys: Captured) -> None:
    assert main(["report", MEDIAN, "--strict"]) == 3
    assert "nobody's answers but a summary" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["report"], ["score", "--by", "role"], ["explain"], ["preview"]])
def test_every_command_reads_only_the_rows_asked_for(capsys: Captured, command: Sequence[str]) -> None:
    assert main([command[0], ROUNDS, *command[1:], "--where", "runde=2026"]) == 0
    assert main([command[0], ROUNDS, *command[1:], "--where", "runde"]) == 2
    assert "COLUMN=VALUE is expected" in capsys.readouterr().err


def test_a_filter_stands_in_the_report_and_in_its_context(capsys: Captured) -> None:
    assert result_of(capsys, "report", ROUNDS, "--where", "runde=2026")["context"]["where"] == "runde=2026"
    main(["report", ROUNDS, "--where", "runde=2026", "--lang", "da"])
    assert "kun runde=2026" in capsys.readouterr().out.splitlines()[1]


def test_compare_takes_a_map_for_each_file_in_their_order(capsys: Captured) -> None:
    path = str(MESS / "K1-two-maps-one-file" / "svar.csv")
    each = result_of(capsys, "compare", path, path, "--map", MAPS[0], "--map", MAPS[1])
    alone = [result_of(capsys, "report", path, "--map", name) for name in MAPS]

    for dimension, first, second in zip(
        each["dimensions"], alone[0]["dimensions"], alone[1]["dimensions"], strict=True
    ):
        assert dimension["scores"] == [first["score"], second["score"]]


def test_compare_takes_one_map_for_all_or_one_for_each(capsys: Captured) -> None:
    assert main(["compare", MEDIAN, GROUPS, MEDIAN, "--map", MAPS[0], "--map", MAPS[1]]) == 2
    assert "once for each of the 3 files" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["report", MEDIAN, "--lang", "da", "--lang", "en"],
        ["score", MEDIAN, "--by", "role", "--by", "Kommune"],
        ["compare", MEDIAN, GROUPS, "--min-group", "1", "--min-group", "9"],
        ["preview", MEDIAN, "--map", MAPS[0], "--map", MAPS[1]],
        ["questions", "show", "--lang", "da", "--lang", "en"],
    ],
)
def test_an_option_that_may_stand_once_and_stands_twice_is_wrong_usage(
    capsys: Captured, arguments: Sequence[str]
) -> None:
    assert main(arguments) == 2
    assert "given 2 times; it may stand once" in capsys.readouterr().err


def test_groups_that_differ_in_case_are_one_row(capsys: Captured) -> None:
    assert main(["score", GROUPS, "--by", "Kommune"]) == 0

    out, err = capsys.readouterr()
    assert [line.split(",")[:2] for line in out.splitlines()[1:]] == [["Aarhus", "40"]]
    assert "doubtful (group_case): column 'Kommune'" in err
