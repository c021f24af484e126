"""`report` gives each format by its suffix or by name, with the facilitator's words in it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from samskab_cli.cli.app import main

HAVNEBY = str(Path(__file__).parents[2] / "examples" / "havneby.csv")
STARTS = {
    ".html": b'<!doctype html>\n<html lang="da">',
    ".htm": b"<!doctype html>",
    ".md": b"# Er vi klar til samskabelse",
    ".pdf": b"%PDF-",
    ".xlsx": b"PK\x03\x04",
    ".json": b'{\n  "schema": "samskab.result/2"',
    ".txt": b"Er vi klar til samskabelse",
}
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("suffix", STARTS)
def test_the_suffix_says_the_format(suffix: str) -> None:
    assert main(["report", HAVNEBY, "-q", "-o", f"x{suffix.upper()}"]) == 0

    assert Path(f"x{suffix.upper()}").read_bytes().startswith(STARTS[suffix])


@pytest.mark.parametrize("command", [["compare", HAVNEBY, HAVNEBY], ["explain", HAVNEBY, "verdict"]])
@pytest.mark.parametrize("suffix", [".html", ".md", ".pdf", ".xlsx", ".txt", ".json"])
def test_every_command_that_says_something_has_every_format(command: list[str], suffix: str) -> None:
    assert main([*command, "-q", "-o", f"x{suffix}"]) == 0

    assert Path(f"x{suffix}").stat().st_size > 100


def test_the_format_may_be_named_whatever_the_suffix_and_for_stdout(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["report", HAVNEBY, "-q", "--format", "html", "-o", "x.aspx"]) == 0
    assert main(["report", HAVNEBY, "-q", "--format", "html"]) == 0

    assert capfdbinary.readouterr().out == Path("x.aspx").read_bytes()


def test_an_unknown_suffix_is_told_with_the_known_ones(capsys: Captured) -> None:
    assert main(["report", HAVNEBY, "-o", "x.docx"]) == 2

    assert ".docx" in (said := capsys.readouterr().err)
    assert ".html" in said


def test_what_a_terminal_can_not_show_asks_for_a_file(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    assert main(["report", HAVNEBY, "--format", "xlsx"]) == 2

    assert "name a file" in capsys.readouterr().err


def test_a_pdf_without_typst_says_how_to_get_one_before_anything_is_read(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *more: None if name == "typst" else found(name, *more)
    )

    assert main(["report", "none.csv", "-o", "x.pdf"]) == 3

    said = capsys.readouterr().err
    assert "samskab[pdf]" in said
    assert "browser" in said
    assert not Path("x.pdf").exists()


@pytest.mark.parametrize("suffix", [".html", ".md", ".txt"])
def test_the_facilitators_words_stand_in_the_report(suffix: str) -> None:
    Path("intro.md").write_text("\ufeffVi mødtes i **kantinen**.\n\n1. Først\n", encoding="utf-8")
    Path("conclusion.md").write_text("Vi tager to måneder.", encoding="utf-8")

    assert (
        main(["report", HAVNEBY, "-q", "--intro", "intro.md", "--conclusion", "conclusion.md", "-o", f"x{suffix}"]) == 0
    )

    text = Path(f"x{suffix}").read_text(encoding="utf-8").replace("*", "")
    assert "kantinen" in text
    assert "Vi tager to måneder." in text
    assert text.lower().index("indledning") < text.index("kantinen") < text.lower().index("konklusion")


def test_json_has_no_place_for_words(capsys: Captured) -> None:
    Path("intro.md").write_text("Hej", encoding="utf-8")

    assert main(["report", HAVNEBY, "--intro", "intro.md", "-o", "x.json"]) == 2

    assert "--intro" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no such file"),
        (b"x" * 40_000, "longer than 32 KiB"),
        ("Første\nåå".encode("latin-1"), "intro.md:1: it is no UTF-8"),
    ],
)
def test_a_text_that_can_not_be_read_is_refused_with_its_name(
    content: bytes | None, said: str, capsys: Captured
) -> None:
    if content is not None:
        Path("intro.md").write_bytes(content)

    assert main(["report", HAVNEBY, "--intro", "intro.md", "-o", "x.html"]) == 3

    err = capsys.readouterr().err
    assert err.startswith("intro.md")
    assert said in err
    assert not Path("x.html").exists()


def test_nothing_heavy_is_needed_to_say_what_formats_there_are(capsys: Captured) -> None:
    assert main(["report", "--help"]) == 0

    assert "markdown" in capsys.readouterr().out
