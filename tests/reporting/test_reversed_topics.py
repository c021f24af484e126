"""A statement that is turned round says so wherever a report proposes to talk about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from samskab_cli.cli.app import main
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import Mode
from samskab_cli.workshop.interview import Interview
from tests.workshop.notes import NOON, Notebook, header

SET = load_question_set()
REVERSED = next(item for item in SET.items if item.reverse)


@pytest.mark.parametrize("name", ["rapport.md", "rapport.html", "rapport.xlsx", "terminal"])
def test_a_reversed_statement_among_the_first_to_discuss(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    notebook = Notebook(header(SET, Mode.VOTES, present={"byraad": 5, "medarb": 5, "borger": 5}, min_group=1))
    room = Interview(SET, notebook, lambda: NOON)
    room.jump(SET.items.index(REVERSED) + 1)
    for cards in ([5] * 5, [1] * 5, [1] * 5):
        room.fill(cards)
    lines = [notebook.session.header, *notebook.entries]
    content = "".join(f"{line.model_dump_json(exclude_none=True)}\n" for line in lines)
    Path("sag.samskab.jsonl").write_text(content, encoding="utf-8")

    main(["report", "sag.samskab.jsonl", *(["-o", name] if name != "terminal" else [])])

    written = capsys.readouterr().out if name == "terminal" else text_of(Path(name))
    statement = REVERSED.text.text("da")
    assert f"{statement} (vendt)" in " ".join(written.split())


def text_of(path: Path) -> str:
    """What a report says, without its layout."""
    if path.suffix == ".xlsx":
        import openpyxl

        cells = (cell.value for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row)
        return " ".join(str(value) for value in cells if value)
    return path.read_text(encoding="utf-8")
