"""What a room decided about its small sides holds for every command afterwards."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samskab_cli.cli.app import main
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import Mode
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.stage import Stage
from tests.workshop.notes import NOON, Notebook, header

LONE = {"byraad": 1, "medarb": 6, "borger": 5}
CARDS = {"byraad": [1], "medarb": [4, 4, 5, 5, 4, 3], "borger": [4, 5, 4, 4, 2]}
"""The politician is alone in seeing it so."""
SET = load_question_set()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def held(folder: Path, choice: str) -> str:
    """The session of a room that decided so, and voted on everything."""
    notebook = Notebook(header(SET, Mode.VOTES, quick=True, present=LONE))
    room = Interview(SET, notebook, lambda: NOON)
    room.decide(choice)  # type: ignore[arg-type]  # one of the four
    while room.stage is not Stage.OVERVIEW:
        if room.stage is Stage.QUESTION:
            room.fill(CARDS[room.board.row.role])
        else:
            room.proceed()
    room.finish()
    path = folder / f"{choice}.samskab.jsonl"
    lines = [notebook.session.header, *notebook.entries]
    path.write_text("".join(f"{line.model_dump_json(exclude_none=True)}\n" for line in lines), encoding="utf-8")
    return path.name


COMMANDS = (
    ["report", "FILE"],
    ["report", "FILE", "--format", "json"],
    ["report", "FILE", "-o", "rapport.html"],
    ["report", "FILE", "-o", "rapport.md"],
    ["explain", "FILE", "overall"],
    ["explain", "FILE", "aktie"],
    ["compare", "FILE", "FILE", "--format", "json"],
)


@pytest.mark.parametrize("choice", ["room", "merge", "withhold"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_lone_politician_is_in_no_output_unless_the_room_said_so(
    folder: Path, command: list[str], choice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    session = held(folder, choice)
    main([session if word == "FILE" else word for word in command])

    written = capsys.readouterr().out + "".join(
        path.read_text(encoding="utf-8") for path in folder.iterdir() if path.suffix in {".html", ".md"}
    )
    assert written
    assert "1 politiker" not in written
    assert '"id": "politics",\n        "n": 1' not in written


def test_a_room_that_shows_its_sides_has_them_in_the_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["report", held(folder, "show"), "--format", "json"])
    shown = json.loads(capsys.readouterr().out)
    aktie = next(item for item in shown["items"] if item["id"] == "aktie")
    assert aktie["sides"]["politics"]["score"] == 0
    assert (shown["answers"]["side_level"], shown["answers"]["sides_choice"]) == ("fine", "show")


def test_sides_put_together_are_the_sides_of_the_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["report", held(folder, "merge"), "--format", "json"])
    shown = json.loads(capsys.readouterr().out)
    assert shown["answers"]["side_level"] == "coarse"
    assert {side["id"]: side["n"] for side in shown["answers"]["sides"]} == {"inside": 7, "outside": 5}


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("show", "Siderne er vist efter aftale i rummet."),
        ("room", "Siderne blev vist i rummet. Rummet aftalte at holde dem tilbage her."),
        ("merge", "Siderne er slået sammen efter aftale i rummet."),
        ("withhold", "Sider på færre end fem er holdt tilbage efter aftale i rummet."),
    ],
)
def test_the_decision_stands_in_the_report(
    folder: Path, choice: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["report", held(folder, choice)])
    out, err = capsys.readouterr()
    assert said in " ".join(out.split())
    assert "can be worked out" not in err


def test_what_the_room_saw_alone_changes_no_figure_of_the_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = []
    for choice in ("room", "withhold"):
        main(["report", held(folder, choice), "--format", "json"])
        shown = json.loads(capsys.readouterr().out)
        del shown["answers"]["sides_choice"]
        figures.append(shown)
    assert figures[0] == figures[1]


@pytest.mark.parametrize("command", [["report", "FILE"], ["score", "FILE", "--by", "role"], ["explain", "FILE", "slip"],
                                     ["compare", "FILE", "FILE"]], ids=" ".join)  # fmt: skip
def test_afterwards_it_may_be_raised_and_never_lowered(
    folder: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    session = held(folder, "withhold")
    argv = [session if word == "FILE" else word for word in command]

    assert main([*argv, "--min-group", "1"]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "the room decided that groups of fewer than 5 are withheld" in said
    assert main([*argv, "--min-group", "6"]) in {0, 3}
