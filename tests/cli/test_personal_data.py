"""What somebody wrote about themselves, or about others, never leaves the file it stands in."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path
from typing import Final

import pytest

from samskab_cli.cli.app import main
from samskab_cli.loading.sets.load import load_question_set

SECRETS: Final = {
    "Mail": "karla.hemmelig@example.org",
    "Navn": "Karla Hemmelig",
    "IP Address": "192.0.2.77",
    "Adresse": "Lønvej 7, 9999 Intetby",
    "Uddyb gerne": "Min nabo Ib drikker",
    "CPR": "010190-1234",
    "Kommentar": "=HYPERLINK(fri tekst)",
}
ITEMS: Final = load_question_set().items


def table(*rows: dict[str, str]) -> bytes:
    """A table of Microsoft Forms: its own columns, the secrets, statements. rows: what differs from a good answer."""
    own = {"ID": "1", "Starttidspunkt": "x", "Fuldførelsestidspunkt": "y", **SECRETS, "Rolle": "Borger / pårørende"}
    good = own | {item.text.text("da"): "I høj grad" for item in ITEMS}
    out = io.StringIO()
    writer = csv.DictWriter(out, good.keys(), delimiter=";")
    writer.writeheader()
    for number, row in enumerate(rows):
        writer.writerow(good | {"ID": str(number)} | row)
    return out.getvalue().encode("cp1252")


FIRST: Final = ITEMS[0].text.text("da")
GOOD: Final = table({}, {}, {}, {}, {}, {})
BAD_CELL: Final = table({FIRST: "sludder"}, {}, {}, {}, {}, {})
REFUSED: Final = table({FIRST: "7"}, {FIRST: "7"}, {"Rolle": "x"}, {"Rolle": "y"}, {"Rolle": "z"}, {"Rolle": "w"})
UNEVEN: Final = GOOD + b"1;2;karla.hemmelig@example.org;Karla Hemmelig\r\n"


@pytest.mark.parametrize("content", [GOOD, BAD_CELL, REFUSED, UNEVEN], ids=["good", "bad cell", "refused", "uneven"])
@pytest.mark.parametrize(
    "command",
    [
        ["report", "svar.csv", "--format", "json"],
        ["report", "svar.csv", "-v"],
        ["report", "svar.csv", "--strict"],
        ["report", "svar.csv", "--allow-missing", "-o", "resultat.json"],
        ["score", "svar.csv"],
        ["score", "svar.csv", "--by", "role"],
        ["preview", "svar.csv"],
        ["preview", "svar.csv", "--format", "json"],
        ["preview", "svar.csv", "-o", "map.yaml"],
    ],
    ids=" ".join,
)
def test_personal_data_are_in_no_output_error_or_file(
    command: list[str],
    content: bytes,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "temp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "svar.csv").write_bytes(content)

    assert main([*command, "--rejected", "afvist.csv"]) in {0, 3}

    out, err = capsys.readouterr()
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "svar.csv"]
    everything = out + err + "".join(path.read_text(encoding="utf-8") for path in files)
    assert everything
    for secret in (*SECRETS.values(), "Hemmelig", "Intetby"):
        assert secret not in everything
    assert list((tmp_path / "temp").iterdir()) == []


def test_a_table_without_headings_is_not_quoted(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "svar.csv").write_bytes(b"".join(GOOD.splitlines(keepends=True)[1:]))

    assert main(["report", "svar.csv"]) == 3
    assert main(["preview", "svar.csv"]) == 0

    out, err = capsys.readouterr()
    assert "no headings: the first row holds answers" in err
    for secret in (*SECRETS.values(), "Hemmelig", "Intetby"):
        assert secret not in out + err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("name", ["rows.csv", "rows.xlsx", "rows.parquet"])
def test_rows_and_rejected_cells_can_be_read_by_their_owner_only_and_groups_by_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "svar.csv").write_bytes(BAD_CELL)
    (tmp_path / name).write_text("open to all", encoding="utf-8")
    before = os.umask(0o022)
    try:
        command = ["score", "svar.csv", "-o", name, "--force", "-q"]
        assert main([*command, "--rejected", "bad.csv", "--by", "role", "--groups", "groups.csv"]) == 0
    finally:
        os.umask(before)

    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir() if path.name != "svar.csv"}
    assert modes == {name: 0o600, "bad.csv": 0o600, "groups.csv": 0o644}
