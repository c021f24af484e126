"""`samskab report --each`: one report a group in a folder, which appears whole or not at all."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from samskab_cli.cli.app import main
from samskab_cli.reporting import as_html
from samskab_cli.reporting.document import Document

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]
NASTY = (
    "../../etc/passwd",
    "CON",
    "index",
    "a/b\\c",
    "Æble",
    "aeble",
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    '" onload="x',
    "[/b]\u202e*_`",
    "{{ 7 * 7 }}",
    "..",
)


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(groups: Mapping[str, int], name: str = "all.csv") -> str:
    """A file of so many people of each group, who answer as the example does in turn."""
    with (ROOT / "examples" / "havneby.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    people = [(group, at) for group, size in groups.items() for at in range(size)]
    with Path(name).open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["respondent", "kommune", *list(rows[0])[1:]])
        table.writeheader()
        for number, (group, at) in enumerate(people):
            row = {**rows[at % len(rows)], "respondent": f"P{number}", "kommune": group}
            table.writerow(row)
    return name


def links(folder: Path) -> list[str]:
    return re.findall(r'<a href="([^"]+)"', (folder / "index.html").read_text(encoding="utf-8"))


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_each_group_has_its_report_and_the_index_leads_to_it(tmp_path: Path) -> None:
    path = written({"Ærø": 26, "Aabenraa": 26, "Billund": 26})

    assert main(["report", path, "--each", "kommune", "-o", "ud", "--matter", "Havn", "-q"]) == 0

    folder = tmp_path / "ud"
    assert links(folder) == ["billund.html", "aeroe.html", "aabenraa.html"]  # as a Danish list has it
    assert names(folder) == {"index.html", "aeroe.html", "aabenraa.html", "billund.html"}
    assert "Ærø" in (folder / "aeroe.html").read_text(encoding="utf-8")
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert "Havn" in index
    assert "ikke en rangliste" in index
    assert "Brug dem ikke til at rangordne kommuner" in index
    assert "<script" not in index


def test_withheld_groups_are_listed_with_the_reason_and_have_no_file(tmp_path: Path) -> None:
    path = written({"Stor": 39, "Mindst": 26, "Lille": 3})

    assert main(["report", path, "--each", "kommune", "-o", "ud", "-q"]) == 0

    index = (tmp_path / "ud" / "index.html").read_text(encoding="utf-8")
    assert names(tmp_path / "ud") == {"index.html", "stor.html"}
    assert re.search(r"Lille <span[^>]*>færre end 5", index)
    assert re.search(r"Mindst <span[^>]*>beskytter en mindre gruppe", index)


@pytest.mark.parametrize(
    ("kind", "suffix"), [("text", "txt"), ("markdown", "md"), ("xlsx", "xlsx"), ("json", "json"), ("html", "html")]
)
def test_each_format_of_a_report_can_be_one_a_group(tmp_path: Path, kind: str, suffix: str) -> None:
    path = written({"a": 26})

    assert main(["report", path, "--each", "kommune", "--format", kind, "-o", "ud", "-q"]) == 0

    assert names(tmp_path / "ud") == {"index.html", f"a.{suffix}"}
    assert links(tmp_path / "ud") == [f"a.{suffix}"]


def test_the_facilitators_words_stand_in_each_report(tmp_path: Path) -> None:
    path = written({"a": 26, "b": 26})
    (tmp_path / "intro.md").write_text("Vi mødtes i **havnen**.", encoding="utf-8")

    assert main(["report", path, "--each", "kommune", "--intro", "intro.md", "-o", "ud", "-q"]) == 0

    for name in ("a.html", "b.html"):
        assert "<strong>havnen</strong>" in (tmp_path / "ud" / name).read_text(encoding="utf-8")


def test_a_groups_figures_are_those_of_its_people_alone(tmp_path: Path, capsys: Captured) -> None:
    path = written({"a": 39, "b": 52})
    assert main(["report", path, "--each", "kommune", "--format", "json", "-o", "ud", "-q"]) == 0
    own = json.loads((tmp_path / "ud" / "a.json").read_text(encoding="utf-8"))
    # when the same people stand in a file of their own
    assert main(["report", written({"a": 39}, "a.csv"), "--format", "json", "-q"]) == 0
    alone = json.loads(capsys.readouterr().out)
    # then the verdict and all figures are the same
    assert {key: own["verdict"][key] for key in ("level", "range")} == {
        key: alone["verdict"][key] for key in ("level", "range")
    }
    for key in ("dimensions", "gates"):
        assert own[key] == alone[key]
    assert own["context"]["municipality"] == "a"


def test_role_is_a_column_whatever_the_file_calls_it(tmp_path: Path) -> None:
    path = written({"a": 65})

    assert main(["report", path, "--each", "rolle", "-o", "ud", "-q"]) == 0

    assert "byraad-politiker.html" in names(tmp_path / "ud")
    assert "Byråd / politiker" in (tmp_path / "ud" / "index.html").read_text(encoding="utf-8")


def test_names_of_groups_are_harmless_as_files_and_as_text(tmp_path: Path) -> None:
    path = written(dict.fromkeys(NASTY, 26))

    assert main(["report", path, "--each", "kommune", "-o", "ud", "-q"]) == 0

    assert names(tmp_path) == {"all.csv", "ud"}
    found = names(tmp_path / "ud")
    assert len(found) == len(NASTY) + 1
    assert {name.casefold() for name in found} == found
    assert all(re.fullmatch(r"[a-z0-9-]+\.html", name) for name in found)
    assert "con.html" not in found
    for page in (tmp_path / "ud").iterdir():
        text = page.read_text(encoding="utf-8")
        assert "<script" not in text
        assert not re.search(r"<[^>]* onload=", text)
        assert "\u202e" not in text
        assert "{{ 7 * 7 }}" in text or page.name != "7-7.html"
    assert set(links(tmp_path / "ud")) == found - {"index.html"}


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "ud").mkdir()
    (tmp_path / "ud" / "mine.html").write_text("mine", encoding="utf-8")

    assert main(["report", "none.csv", "--each", "kommune", "-o", "ud"]) == 3

    assert "--force" in capsys.readouterr().err
    assert names(tmp_path / "ud") == {"mine.html"}


def test_force_replaces_an_earlier_run_whole(tmp_path: Path) -> None:
    command = ["report", written({"a": 26, "b": 26}), "--each", "kommune", "-o", "ud", "-q"]
    assert main(command) == 0
    written({"b": 26, "c": 26})

    assert main(command) == 3
    assert main([*command, "--force"]) == 0

    assert names(tmp_path / "ud") == {"index.html", "b.html", "c.html"}
    assert names(tmp_path) == {"all.csv", "ud"}


@pytest.mark.parametrize("other", ["notes.docx", "sub/x.html"])
def test_force_never_takes_a_folder_with_something_else_in_it(tmp_path: Path, capsys: Captured, other: str) -> None:
    path = written({"a": 26})
    mine = tmp_path / "ud" / other
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")
    (tmp_path / "ud" / "index.html").write_text("mine", encoding="utf-8")

    assert main(["report", path, "--each", "kommune", "-o", "ud", "--force"]) == 3

    assert "choose another folder" in capsys.readouterr().err
    assert mine.read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "ud").mkdir()

    assert main(["report", written({"a": 26}), "--each", "kommune", "-o", "ud", "-q"]) == 0

    assert names(tmp_path / "ud") == {"index.html", "a.html"}


def test_nothing_is_left_where_a_report_can_not_be_written(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a disk that is full at the second report
    render, seen = as_html.render, []

    def full(document: Document) -> str:
        seen.append(document)
        if len(seen) > 1:
            raise OSError(28, "No space left on device")
        return render(document)

    path = written({"a": 26, "b": 26})
    monkeypatch.setattr(as_html, "render", full)
    # then
    assert main(["report", path, "--each", "kommune", "-o", "ud", "-q"]) == 3
    assert "the disk is full" in capsys.readouterr().err
    assert names(tmp_path) == {"all.csv"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--each", "kommune"], "name a folder"),
        (["--each", "kommune", "-o", "ud", "--fail-below", "ready"], "--fail-below"),
        (["--each", "kommune,rolle", "-o", "ud"], "one column"),
        (["--each", " ", "-o", "ud"], "one column"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(capsys: Captured, options: Sequence[str], said: str) -> None:
    assert main(["report", "none.csv", *options]) == 2

    assert said in capsys.readouterr().err


def test_a_column_that_is_not_there_is_refused(tmp_path: Path, capsys: Captured) -> None:
    assert main(["report", written({"a": 26}), "--each", "komune", "-o", "ud", "-q"]) == 3

    assert "komune" in capsys.readouterr().err
    assert not (tmp_path / "ud").exists()


def test_people_without_a_group_are_one_too(tmp_path: Path) -> None:
    assert main(["report", written({"a": 26, "": 26}), "--each", "kommune", "-o", "ud", "-q"]) == 0

    assert names(tmp_path / "ud") == {"index.html", "a.html", "uden-kommune.html"}


def test_the_language_follows_lang(tmp_path: Path) -> None:
    assert main(["report", written({"a": 26}), "--each", "kommune", "-o", "ud", "-q", "--lang", "en"]) == 0

    assert "This is no ranking" in (tmp_path / "ud" / "index.html").read_text(encoding="utf-8")


def test_stderr_reminds_that_groupings_can_be_subtracted(capsys: Captured) -> None:
    assert main(["report", written({"a": 26}), "--each", "kommune", "-o", "ud"]) == 0

    assert "publish one" in capsys.readouterr().err
