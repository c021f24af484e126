"""`samskab questions export`: where each target goes, and what is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from samskab_cli.cli.app import main


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(capfd: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(["questions", "export", *argv])
    out, err = capfd.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("target", "begins"),
    [
        ("paper", "<!doctype html>"),
        ("cards", "<!doctype html>"),
        ("sheet", "\ufeffrespondent;rolle;aktie;"),
        ("limesurvey", "class\ttype/scale\tname\t"),
        ("surveyjs", "{\n"),
        ("text", "Er vi klar til samskabelse i denne sag?\n"),
        ("r", "# readiness "),
    ],
)
def test_a_target_of_text_goes_to_stdout(capfd: pytest.CaptureFixture[str], target: str, begins: str) -> None:
    code, out, err = run(capfd, target)
    assert (code, err) == (0, "")
    assert out.startswith(begins)


@pytest.mark.parametrize(
    ("target", "file", "magic"),
    [
        ("paper", "a.html", b"<!doctype"),
        ("sheet", "a.csv", b"\xef\xbb\xbfrespondent"),
        ("sheet", "a.xlsx", b"PK"),
        ("limesurvey", "a.txt", b"class\t"),
        ("xlsform", "a.xlsx", b"PK"),
        ("surveyjs", "a.json", b"{"),
        ("r", "a.R", b"# readiness "),
    ],
)
def test_a_file_is_written_by_its_suffix_and_replaced_only_when_asked(
    capfd: pytest.CaptureFixture[str], target: str, file: str, magic: bytes
) -> None:
    assert run(capfd, target, "-o", file)[0] == 0
    assert Path(file).read_bytes().startswith(magic)
    assert run(capfd, target, "-o", file)[0] == 3
    assert run(capfd, target, "-o", file, "--force")[0] == 0


def test_the_same_set_gives_the_same_bytes() -> None:
    for target, suffix in (("sheet", "xlsx"), ("xlsform", "xlsx"), ("paper", "html")):
        main(["questions", "export", target, "-o", f"1.{suffix}", "--force"])
        main(["questions", "export", target, "-o", f"2.{suffix}", "--force"])
        assert Path(f"1.{suffix}").read_bytes() == Path(f"2.{suffix}").read_bytes()
    assert b"2000-01-01" in zipfile.ZipFile("1.xlsx").read("docProps/core.xml"), "not the time of the day"


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (["paper", "-o", "a.pdf"], 2, "paper is written as .html"),
        (["sheet", "-o", "a.ods"], 2, "sheet is written as .csv or .xlsx"),
        (["xlsform"], 2, "a workbook needs a file: -o FILE.xlsx"),
        (["paper", "--lang", "de"], 2, "readiness is in da, en"),
        (["punchcard"], 2, "'punchcard' is not one of"),
        (["paper", "nowhere"], 3, "no question set 'nowhere'"),
    ],
)
def test_what_cannot_be_exported_is_said_and_nothing_is_written(
    capfd: pytest.CaptureFixture[str], argv: list[str], code: int, said: str
) -> None:
    ended, out, err = run(capfd, *argv)
    assert (ended, out) == (code, "")
    assert said in err
    assert list(Path().iterdir()) == []


def test_a_set_without_quick_items_has_no_short_form(capfd: pytest.CaptureFixture[str]) -> None:
    main(["questions", "new", "mine"])
    for path in Path("mine").glob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("quick: true", "quick: false"), encoding="utf-8")
    capfd.readouterr()

    code, _, err = run(capfd, "paper", "mine", "--quick")

    assert code == 2
    assert "mine has no quick items" in err


def test_the_matter_is_cleaned_before_it_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capfd, "text", "--matter", " Havn\x1b[31men\nher ", "--municipality", "Havneby")
    assert out.splitlines()[1] == "Sagen: Havn[31men her · Havneby"
