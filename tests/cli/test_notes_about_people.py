"""What stderr says of how many people answered, once, before anything of them is passed on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samskab_cli.cli.app import main
from samskab_cli.loading.sets.load import load_question_set

ROOT = Path(__file__).parents[2]
HAVNEBY = str(ROOT / "examples" / "havneby.csv")
SESSIONS = ROOT / "tests" / "sessions"
Captured = pytest.CaptureFixture[str]
SMALL = "note: groups of fewer than 5 people may be shown; single answers can be worked out from them\n"


def stderr(capsys: Captured, *arguments: str) -> str:
    assert main(list(arguments)) == 0, capsys.readouterr().err
    return capsys.readouterr().err


def session(folder: Path, name: str, **header: object) -> str:
    """A copy of a session with other facts in its first line."""
    first, *others = (SESSIONS / f"{name}.samskab.jsonl").read_text(encoding="utf-8").splitlines()
    file = folder / f"{name}.samskab.jsonl"
    file.write_text(
        "\n".join([json.dumps(json.loads(first) | header, separators=(",", ":")), *others]) + "\n", encoding="utf-8"
    )
    return str(file)


@pytest.mark.parametrize(
    "command",
    [["report"], ["explain"], ["score", "--by", "role"], ["compare", HAVNEBY]],
    ids=lambda command: str(command[0]),
)
def test_that_groups_are_small_is_said_once_of_answer_files(capsys: Captured, command: list[str]) -> None:
    assert stderr(capsys, *command, HAVNEBY, "--min-group", "4").count(SMALL) == 1
    assert SMALL not in stderr(capsys, *command, HAVNEBY)
    assert SMALL not in stderr(capsys, *command, HAVNEBY, "--min-group", "4", "-q")


def test_rows_of_single_people_have_their_own_note(capsys: Captured) -> None:
    assert SMALL not in stderr(capsys, "score", HAVNEBY, "--min-group", "1")


def test_a_room_that_was_not_asked_about_its_small_sides_has_them_withheld_and_is_told_who_asks(
    capsys: Captured, tmp_path: Path
) -> None:
    said = stderr(capsys, "report", session(tmp_path, "votes"), "--format", "json")
    assert (
        "its room hasn't been asked about small sides as they are now; they are withheld until `samskab assess" in said
    )
    assert SMALL not in said


def test_a_room_that_agreed_is_told_nothing(capsys: Captured, tmp_path: Path) -> None:
    agreed = session(tmp_path, "votes", min_group=1)
    assert SMALL not in stderr(capsys, "report", agreed)

    agreed_on_more = session(tmp_path, "votes", min_group=3)
    assert SMALL not in stderr(capsys, "report", agreed_on_more)


def test_one_answer_of_the_whole_room_has_no_groups(capsys: Captured) -> None:
    assert SMALL not in stderr(capsys, "report", str(SESSIONS / "consensus.samskab.jsonl"), "--min-group", "1")


@pytest.mark.parametrize("command", [["report"], ["explain"], ["score", "--by", "role"]], ids=lambda one: str(one[0]))
def test_more_cards_than_people_are_named_with_their_item(capsys: Captured, tmp_path: Path, command: list[str]) -> None:
    file = Path(session(tmp_path, "votes"))
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('"counts":[0,0,0,2,0],"unsure":0', '"counts":[0,0,0,3,0],"unsure":0', 1), encoding="utf-8"
    )
    note = "note: aktie: 3 cards of medarb, but 2 present; the cards count as people, of this item alone\n"

    assert note in stderr(capsys, *command, str(file))
    assert "cards" not in stderr(capsys, *command, str(file), "-q")


def people(folder: Path, *groups: tuple[str, str, int]) -> str:
    """A file of so many people a role and town, who all answer alike."""
    items = [item.id for item in load_question_set("readiness").items]
    rows = [f"{role},{town},{','.join('4' * len(items))}" for role, town, n in groups for _ in range(n)]
    file = folder / "towns.csv"
    file.write_text("\n".join([f"role,town,{','.join(items)}", *rows]) + "\n", encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("groups", "note"),
    [
        # outside of everybody (6) less all of Vesterby (5): one citizen of Nordby
        (
            [("medarb", "Østerby", 20), ("medarb", "Nordby", 20), ("borger", "Nordby", 1), ("borger", "Vesterby", 5)],
            "that shows sides: publish none beside these groups",
        ),
        # administration of everybody (10) less the municipality's side of Østerby (9): one employee of Nordby
        (
            [
                ("medarb", "Østerby", 9),
                ("borger", "Østerby", 5),
                ("byraad", "Nordby", 5),
                ("medarb", "Nordby", 1),
                ("borger", "Nordby", 5),
            ],
            "that shows finer sides than these groups: publish none",
        ),
        ([("medarb", "Østerby", 9), ("borger", "Østerby", 5), ("medarb", "Nordby", 6)], None),
    ],
)
@pytest.mark.parametrize("command", ["report", "score"])
def test_what_a_report_of_everybody_would_add_to_groups_is_said(
    capsys: Captured, tmp_path: Path, command: str, groups: list[tuple[str, str, int]], note: str | None
) -> None:
    file = people(tmp_path, *groups)
    how = ["--each", "town", "-o", str(tmp_path / "each")] if command == "report" else ["--by", "town"]

    found = stderr(capsys, command, file, *how)
    assert "another grouping, or the same one without somebody, could be subtracted from it: publish one" in found
    assert ("report of everybody" in found) is (note is not None)
    assert note is None or note in found
