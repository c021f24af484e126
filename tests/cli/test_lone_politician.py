"""One politician among seven of the municipality: no output tells who of them answered what, unless the room agreed.

Two meetings are held that differ in one thing only: the politician and a member of the staff have changed their cards.
What no command shows a difference between, nobody can read out of it, nor compute. Rows of `score` are personal data,
as stderr says, and aren't groups.
"""

from __future__ import annotations

import datetime as dt
import io
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from samskab_cli.cli.app import main
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import Mode, SidesChoice, Votes
from samskab_cli.model.session import Session
from samskab_cli.model.session_lines import AnswersTaken, Entry, Finished, SessionMode, SidesNoted, State, VotesNoted
from samskab_cli.model.small_sides import min_group_of
from samskab_cli.workshop.privacy import Sides
from tests.workshop.notes import NOON, header

SET = load_question_set()
ROLES = ("byraad", *["medarb"] * 6, *["borger"] * 5)
ITEMS = SET.items_asked(quick=True)
CARDS = {item.id: [1, *[(place + n) % 3 + 3 for n in range(11)]] for place, item in enumerate(ITEMS)}
"""Item → the card of each: the politician is alone in seeing it so."""
CHANGED = {item: [cards[1], cards[0], *cards[2:]] for item, cards in CARDS.items()}
WITHHELD: tuple[SidesChoice | None, ...] = ("room", "merge", "withhold", None)
"""None: a room that was never asked."""
MODES: tuple[SessionMode, ...] = (Mode.VOTES, Mode.INDIVIDUAL)
OTHER = str(Path(__file__).parents[2] / "examples" / "havneby.csv")
FORMATS = ("text", "json", "markdown", "html", "pdf", "xlsx")
EXPLAINED = (
    *("verdict", "overall"),
    *(dimension.id for dimension in SET.dimensions),
    *(gate.id for gate in SET.gates),
    *(indicator.id for indicator in SET.indicators),
    *(item.id for item in ITEMS[:3]),
)
COMMANDS = (
    *(("report", "m.samskab.jsonl", "--format", name, "-o", f"out.{name}") for name in FORMATS),
    ("report", "m.samskab.jsonl", "--lang", "en", "--min-group", "6", "-v"),
    ("report", "m.samskab.jsonl", "--min-group", "1"),
    ("report", "m.samskab.jsonl", "--each", "role", "-o", "each"),
    ("report", "m.samskab.jsonl", "--where", "role=byraad"),
    *(("explain", "m.samskab.jsonl", what) for what in EXPLAINED),
    ("explain", "m.samskab.jsonl", "aktie", "--format", "json", "--min-group", "1"),
    *(("compare", *files, "--format", "json") for files in itertools.permutations(("m.samskab.jsonl", OTHER))),
    ("compare", "m.samskab.jsonl", OTHER, "--format", "xlsx", "-o", "out.xlsx"),
    ("compare", "m.samskab.jsonl", OTHER, "--min-group", "1"),
    ("score", "m.samskab.jsonl", "--by", "role"),
    ("score", "m.samskab.jsonl", "--by", "role", "--ranges", "--excel", "-o", "groups.csv"),
    ("score", "m.samskab.jsonl", "--by", "role", "--min-group", "1"),
    ("preview", "m.samskab.jsonl"),
)  # fmt: skip


def held(folder: Path, mode: SessionMode, choice: SidesChoice | None, cards: dict[str, list[int]]) -> None:
    """The session of a room that decided so."""
    present = {role: ROLES.count(role) for role in dict.fromkeys(ROLES)} if mode is Mode.VOTES else {}
    first = header(SET, mode, quick=True, present=present)
    answers = list(votes(cards) if mode is Mode.VOTES else people(cards))
    sides = Sides(Session.begun(first).after(*answers), SET, all_have_answered=True)
    decided = (
        [SidesNoted(at=NOON, choice=choice, small=sides.small, min_group=sides.min_group(choice))] if choice else []
    )
    lines = [first, *answers, *decided, Finished(at=NOON + dt.timedelta(hours=1))]
    text = "".join(f"{line.model_dump_json(exclude_none=True)}\n" for line in lines)
    folder.mkdir()
    (folder / "m.samskab.jsonl").write_text(text, encoding="utf-8")


def votes(cards: dict[str, list[int]]) -> Iterator[Entry]:
    for item in ITEMS:
        for role in dict.fromkeys(ROLES):
            given = [card for card, of in zip(cards[item.id], ROLES, strict=True) if of == role]
            if role not in item.skip_roles:
                counts = tuple(given.count(value) for value in range(1, 6))
                yield VotesNoted(item=item.id, role=role, votes=Votes(counts=counts, present=len(given)))


def people(cards: dict[str, list[int]]) -> Iterator[Entry]:
    for number, role in enumerate(ROLES):
        given: dict[str, int | State] = {
            item.id: cards[item.id][number] for item in ITEMS if role not in item.skip_roles
        }
        yield AnswersTaken(respondent=f"r{number + 1:02d}", role=role, given=given)


def shown(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> str:
    """Everything that a command says and writes."""
    code = main([*command, "--force"] if "-o" in command else list(command))
    said = capsys.readouterr()
    files = sorted(path for path in Path().rglob("*") if path.is_file() and path.name != "m.samskab.jsonl")
    text = "\n".join([str(code), said.out, said.err, *(f"{path}\n{content(path)}" for path in files)])
    for path in files:
        path.unlink()
    return text


def content(path: Path) -> str:
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix == ".xlsx":
        book = load_workbook(io.BytesIO(path.read_bytes()))
        return "\n".join(str(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("choice", WITHHELD)
def test_no_command_with_any_option_tells_a_politician_from_the_staff(
    mode: SessionMode,
    choice: SidesChoice | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, cards in (("as they were", CARDS), ("changed", CHANGED)):
        held(tmp_path / name, mode, choice, cards)
    for command in COMMANDS:
        outputs = []
        for name in ("as they were", "changed"):
            monkeypatch.chdir(tmp_path / name)
            outputs.append(shown(command, capsys))
        assert outputs[0] == outputs[1], command


@pytest.mark.parametrize("mode", MODES)
def test_a_room_that_agreed_to_show_its_sides_does_tell_them_apart(
    mode: SessionMode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else the test above could fail for nothing."""
    outputs = []
    for name, cards in (("as they were", CARDS), ("changed", CHANGED)):
        held(tmp_path / name, mode, "show", cards)
        monkeypatch.chdir(tmp_path / name)
        outputs.append(shown(("report", "m.samskab.jsonl"), capsys))
    assert outputs[0] != outputs[1]
    assert "politiker" in outputs[0]


@pytest.mark.parametrize("mode", MODES)
def test_what_a_room_decided_holds_for_the_numbers_it_was_asked_about(mode: SessionMode) -> None:
    """The citizens become four after the room agreed to show one politician, and nobody has asked since."""
    fewer = dict(zip(("byraad", "medarb", "borger"), (1, 6, 4), strict=True))
    first = header(SET, mode, quick=True, present=fewer if mode is Mode.VOTES else {})
    four = [AnswersTaken(respondent=f"r{n}", role=role, given={"aktie": 3}) for n, role in enumerate(ROLES[:-1])]
    agreed = SidesNoted(at=NOON, choice="show", small={"politics": 1}, min_group=1)
    session = Session.begun(first).after(*(four if mode is Mode.INDIVIDUAL else ()), agreed)

    assert min_group_of(session, SET) == 5
