"""`samskab demo`: a report and a try, from anywhere, and nothing left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from samskab_cli.cli.app import main
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.workshop.short_set import first_of_each_dimension
from tests.terminal.real import terminal


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    """The folder for temporary files of the program."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


def test_where_nobody_can_play_it_is_the_whole_report_of_the_fictional_workshop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(["demo"]) == 0

    out, err = capsys.readouterr()
    assert out.startswith("Højvande i havnebyen · Havneby Kommune (opdigtet)\n23. november 2026 · 13 svar")
    assert "\nDET HOLDER JER TILBAGE\n" in out
    assert err == ""
    assert list(tmp_path.iterdir()) == []


def test_the_report_then_three_statements_and_nothing_stays_on_disk(tmp_path: Path, temporary: Path) -> None:
    with terminal(tmp_path, "demo", TMPDIR=str(temporary)) as room:
        assert "FORBEREDELSE FØRST" in room.wait_for("prøv selv med tre udsagn")
        room.enter("")
        screen = room.wait_for("udsagn 1 af 3")
        assert "Medarbejder" in screen
        assert "q slut (intet bliver gemt)" in screen
        assert "alt er gemt" not in screen
        assert len(list(temporary.glob("samskab-demo-*/*.samskab.jsonl"))) == 1
        room.enter("q")
        assert room.ended() == 0
        assert "den er ikke gemt" in room.text()

    assert list(tmp_path.iterdir()) == [temporary]
    assert list(temporary.iterdir()) == []


def test_the_report_can_be_read_whole_before_and_left_without_a_try(tmp_path: Path) -> None:
    with terminal(tmp_path, "demo", "--lang", "en", lines=300) as room:
        assert "WHAT HOLDS YOU BACK" not in room.wait_for("try three statements yourself")
        room.enter("r")
        room.wait_for("WHAT HOLDS YOU BACK")
        room.enter("q")
        assert room.ended() == 0


def test_a_signal_in_the_middle_leaves_nothing_either(tmp_path: Path, temporary: Path) -> None:
    with terminal(tmp_path, "demo", TMPDIR=str(temporary)) as room:
        room.wait_for("prøv selv med tre udsagn")
        room.enter("")
        room.wait_for("udsagn 1 af 3")
        room.child.kill(15)
        assert room.ended() == 143

    assert list(temporary.iterdir()) == []


def test_a_short_set_is_a_statement_of_each_of_its_dimensions_and_its_gates_are_about_them() -> None:
    whole = load_question_set()

    short = first_of_each_dimension(whole, 3)

    assert [item.id for item in short.items] == [dimension.items[0].id for dimension in whole.dimensions[:3]]
    asked = {item.id for item in short.items}
    parts = [part for gate in short.gates for part in gate.parts]
    parts += [part for indicator in short.indicators for part in indicator.parts]
    assert parts
    assert all(part.items and asked >= set(part.items) for part in parts)
