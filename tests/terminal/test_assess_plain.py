"""`samskab assess` line by line, as a pipe, a screen reader and a power cut meet it."""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from samskab_cli.loading.sessions import read_journal
from samskab_cli.loading.sets.load import load_question_set
from tests.conftest import Golden

VERSION = load_question_set("readiness@1.1.0").version

ROOT = Path(__file__).parents[2]
SAMSKAB = [sys.executable, "-m", "samskab_cli"]
NAMED = (
    "--questions",
    "readiness@1.1.0",
    "--matter",
    "Ensomhed blandt ældre",
    "--municipality",
    "Østerby Kommune (opdigtet)",
    "--date",
    "2026-11-23",
)


def assess(folder: Path, typed: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*SAMSKAB, "assess", *options], input=typed, cwd=folder, capture_output=True, encoding="utf-8", check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def only_session(folder: Path) -> Path:
    (path,) = folder.glob("*.samskab.jsonl")
    return path


def test_a_pipe_answers_a_whole_set_and_ends_with_the_report(tmp_path: Path) -> None:
    done = assess(tmp_path, "4\nv\n" * 14 + "i\n", *NAMED)

    assert (done.returncode, done.stderr) == (0, "")
    path = only_session(tmp_path)
    session = read_journal(path).session
    assert (session.is_finished, len(session.answers[None])) == (True, 29)
    assert path.name == "2026-11-23-ensomhed-blandt-aeldre.samskab.jsonl"
    # first what to talk about or do, then the verdict, then where it is kept
    order = ["Tal om det her først", "UAFKLARET", "Alt er gemt i", "samskab report"]
    places = [done.stdout.index(words) for words in order]
    assert places == sorted(places)
    assert not set("│█▄░┌\x1b\r") & set(done.stdout)


def test_a_set_without_a_verdict_ends_with_its_figures_and_promises_no_verdict(tmp_path: Path) -> None:
    done = assess(tmp_path, "3\n2\n1\n3\n" * 2 + "\n" * 5, "--questions", "opfoelgning", *NAMED[2:])

    assert done.returncode == 0, done.stderr
    assert "Fulgt op   62,5" in done.stdout
    assert "vurdering" not in done.stdout.casefold()


def test_a_set_without_the_rooms_language_is_asked_in_its_own(tmp_path: Path) -> None:
    # given a set whose texts are there in Danish alone
    text = (ROOT / "tests" / "question_sets" / "danish_alone.yaml").read_text(encoding="utf-8")
    (tmp_path / "set.yaml").write_text(text, encoding="utf-8")
    # when an English room answers two statements of it
    done = assess(tmp_path, "4\nv\n", "--questions", "set.yaml", "--lang", "en", "--mode", "consensus")
    # then
    assert (done.returncode, done.stderr) == (5, "")
    assert "Statement 2 of 2" in done.stdout
    assert "Huset har plads nok." in done.stdout


def test_the_end_of_the_input_pauses_and_says_how_to_go_on(tmp_path: Path) -> None:
    # given two answers, and a third when it is gone on with
    first = assess(tmp_path, "4\nv\n", *NAMED)
    second = assess(tmp_path, "2\n", "--session", only_session(tmp_path).name)
    # then
    assert (first.returncode, second.returncode) == (5, 5)
    command = f"samskab assess --session {only_session(tmp_path).name}"
    assert command in first.stdout
    assert command in second.stdout
    assert "Udsagn 3 af 29." in second.stdout
    assert read_journal(only_session(tmp_path)).session.answers[None] == {"aktie": 4, "flere": "unsure", "muligt": 2}


def test_what_is_no_answer_answers_nothing(tmp_path: Path) -> None:
    assess(tmp_path, "0\n6\n44\n٤\n4,0\nja\n\x1b[A\n" + "4" * 30_000 + "\n\n", *NAMED)

    assert read_journal(only_session(tmp_path)).session.answers == {}


def test_back_skip_jump_and_a_correction(tmp_path: Path) -> None:
    # 4 to the first; back, 2 instead; skip the second; overview, jump to the fifth: 1; pause
    done = assess(tmp_path, "4\nb\n2\ns\no\n5\n1\nq\n", *NAMED)

    assert done.returncode == 5
    assert "Sidst svarede I: I høj grad" in done.stdout
    assert read_journal(only_session(tmp_path)).session.answers[None] == {"aktie": 2, "frirum": 1}


def test_what_the_room_writes_is_kept_and_can_be_changed(tmp_path: Path) -> None:
    typed = [
        "n",
        "Vi mødes på Læsø ☕ 👨‍👩‍👧",
        "n",
        "1",
        "Vi mødes på Fanø",
        "e",
        "Kaffe hver onsdag",
        "d",
        "Hvem bestemmer?",
    ]
    typed += [
        "a",
        "Ring til foreningen",
        "Aisha",
        "fredag",
        "a",
        "1",
        "Ring til kirken",
        "Bo",
        "efter påske",
        "n",
        "x" * 5_000,
        "n",
        "\x1b[31mrød\u202e",
        "4",
        "q",
    ]
    assess(tmp_path, "\n".join(typed) + "\n", *NAMED)

    room = read_journal(only_session(tmp_path)).session.room()
    assert [note.text for note in room.notes] == ["Vi mødes på Fanø", "x" * 5_000, "[31mrød"]
    assert [(note.text, note.item) for note in room.evidence] == [("Kaffe hver onsdag", "aktie")]
    assert [note.text for note in room.dilemmas] == ["Hvem bestemmer?"]
    assert [(act.what, act.who, act.when) for act in room.actions] == [("Ring til kirken", "Bo", "efter påske")]


def test_the_quick_version_asks_the_quick_items(tmp_path: Path) -> None:
    done = assess(tmp_path, "4\n" * 11, "--quick", *NAMED)

    assert done.returncode == 0
    assert "FORELØBIG" in done.stdout


def test_english_for_a_room_that_reads_english(tmp_path: Path) -> None:
    done = assess(tmp_path, "4\n", "--lang", "en", *NAMED)

    assert "Statement 1 of 29. Suitability." in done.stdout
    assert "Noted: Largely" in done.stdout or "Noted: To a" in done.stdout
    assert "Svar:" not in done.stdout


def test_votes_by_role_from_a_pipe(tmp_path: Path) -> None:
    # the small sides may be shown; cards of the council, counts of the staff; then lines that store nothing:
    # unreadable, empty, too many cards; then 45 with a box left open on purpose, and nobody of the staff
    typed = "v\n45v\n=0 0 1 1 0 v1\n\n45x\n\n4555\n45\n\n0\n3\nq\n"
    done = assess(tmp_path, typed, "--roles", "byraad=3,medarb=3", *NAMED)

    votes = read_journal(only_session(tmp_path)).session.votes
    assert done.returncode == 5
    assert {role: (one.counts, one.unsure) for role, one in votes["aktie"].items()} == {
        "byraad": ((0, 0, 0, 1, 1), 1),
        "medarb": ((0, 0, 1, 1, 0), 1),
    }
    assert votes["flere"]["byraad"].counts == (0, 0, 0, 1, 1)
    assert votes["flere"]["medarb"].cast == 0
    assert "muligt" not in votes
    for told in ("4 kort, men kun 3 er her, så intet er noteret", "intet er noteret. Skriv kortene, eller 0"):
        assert told in done.stdout


def test_turns_at_the_laptop_show_nothing_to_the_next(tmp_path: Path) -> None:
    # a citizen with fives, then somebody from the administration with ones, then all have answered
    citizen = "4\n" + "5\n" * 26 + "\n"
    typed = citizen + "3\n" + "1\n" * 29 + "\n" + "f\nv\n"
    done = assess(tmp_path, typed, "--mode", "individual", *NAMED)

    session = read_journal(only_session(tmp_path)).session
    assert done.returncode == 0
    assert {who: set(answers.values()) for who, answers in session.answers.items()} == {"r01": {5}, "r02": {1}}
    content = only_session(tmp_path).read_text(encoding="utf-8")
    answers = [json.loads(line) for line in content.splitlines() if '"kind":"answer"' in line]
    assert not any("at" in line for line in answers)
    between = done.stdout[done.stdout.index("Tak for dine svar") : done.stdout.index("Tal om det her først")]
    assert "I meget høj grad." in between  # the options
    assert "Sidst svarede" not in between


def test_a_session_that_was_finished_can_be_opened_again(tmp_path: Path) -> None:
    assess(tmp_path, "4\n" * 29, *NAMED)
    again = assess(tmp_path, "1\n2\nq\n", "--session", only_session(tmp_path).name)

    session = read_journal(only_session(tmp_path)).session
    assert "Workshoppen var afsluttet og er åbnet igen." in again.stdout
    assert (session.answers[None]["aktie"], session.is_finished) == (2, False)


def test_trouble_with_the_place_is_told_in_danish_before_the_first_question(tmp_path: Path) -> None:
    done = assess(tmp_path, "4\n", "--session", "mangler/sag.samskab.jsonl", *NAMED)

    assert (done.returncode, done.stdout) == (3, "")
    assert "Mappen findes ikke: mangler" in done.stderr


@pytest.fixture
def disk() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        folder.rmdir()
        pytest.skip("a tmpfs can't be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()


def test_a_full_disk_is_told_before_the_first_question_and_an_answer_that_is_not_saved_is_said_so(disk: Path) -> None:
    # given a session that was begun while there was room, and a disk that is full now
    assess(disk, "4\n", "--session", "sag.samskab.jsonl", *NAMED)
    before = (disk / "sag.samskab.jsonl").read_bytes()
    with contextlib.suppress(OSError), (disk / "film.mp4").open("wb") as film:
        film.write(b"0" * 100_000)
    # then neither it nor a new one asks anything
    for name in ("sag.samskab.jsonl", "ny.samskab.jsonl"):
        done = assess(disk, "4\n", "--session", name, *NAMED)
        assert (done.returncode, done.stdout) == (3, "")
        assert "Der er ikke mere plads" in done.stderr
    assert (disk / "sag.samskab.jsonl").read_bytes() == before


def test_a_disk_that_fills_up_during_the_workshop_is_told_at_once(disk: Path) -> None:
    with started(disk, "--session", "sag.samskab.jsonl", *NAMED) as process:
        assert process.stdin is not None
        said(process, "Svar:")
        with contextlib.suppress(OSError), (disk / "film.mp4").open("wb") as film:
            film.write(b"0" * 100_000)
        long = b"n\n" + b"x" * 5_000 + b"\n"  # more than the rest of the page that the file has already
        process.stdin.write(b"4\n" + long)
        out = said(process, "Skriv en anden mappe")
        assert "Svaret er IKKE gemt. Der er ikke mere plads" in out
        (disk / "film.mp4").unlink()
        process.stdin.write(b"\n")  # try again
        said(process, "Noten er gemt.")
        process.stdin.close()
        process.wait(timeout=20)
    session = read_journal(disk / "sag.samskab.jsonl").session
    assert session.answers[None] == {"aktie": 4}
    assert [len(note.text) for note in session.room().notes] == [5_000]


def test_a_folder_that_can_only_be_read_is_told_before_the_first_question(disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    done = assess(disk, "4\n", *NAMED)
    assert (done.returncode, done.stdout) == (3, "")
    assert "Der kan ikke skrives til" in done.stderr


def test_a_changed_question_set_is_explained(tmp_path: Path) -> None:
    assess(tmp_path, "4\n2\n", *NAMED)
    shutil.copytree(Path(__file__).parents[2] / "questions" / "readiness@1.1.0", tmp_path / "ny")
    changed = tmp_path / "ny" / "suitability.yaml"
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace("id: flere\n", "id: flere2\n"), encoding="utf-8")
    common = tmp_path / "ny" / "set.yaml"
    text = common.read_text(encoding="utf-8").replace(f"version: {VERSION}", "version: 99.0.0")
    common.write_text(re.sub(r"\bflere\b", "flere2", text), encoding="utf-8")

    done = assess(tmp_path, "q\n", "--session", only_session(tmp_path).name, "--questions", "ny")

    assert f"({VERSION}, nu 99.0.0)" in done.stdout
    assert "Svarene på disse udsagn er ikke længere med: flere." in done.stdout
    assert "Udsagn 2 af 29." in done.stdout


def test_the_first_question_comes_without_polars(tmp_path: Path) -> None:
    script = (
        "import sys; from samskab_cli.cli.app import main; main(['assess', '--matter', 'x', '--municipality', 'y']);"
        "heavy = {'polars', 'babel', 'rich', 'jinja2', 'yaml', 'starlette', 'uvicorn', 'segno', 'samskab_cli.scoring'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], input="4\nq\n", cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def started(folder: Path, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*SAMSKAB, "assess", *options], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    )


def said(process: subprocess.Popen[bytes], until: str, within: float = 20) -> str:
    """What is printed up to these words."""
    assert process.stdout is not None
    text, ends = b"", time.monotonic() + within
    while until.encode() not in text:
        ready, _, _ = select.select([process.stdout], [], [], max(0, ends - time.monotonic()))
        chunk = os.read(process.stdout.fileno(), 65536) if ready else b""
        if not chunk:
            break
        text += chunk
    return text.decode(errors="replace")


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_ends_it_saved_with_the_command_to_go_on(tmp_path: Path, name: str, code: int) -> None:
    with started(tmp_path, *NAMED) as process:
        assert process.stdin is not None
        said(process, "Svar:")
        process.stdin.write(b"4\n")
        said(process, "Svar:")
        process.send_signal(getattr(signal, name))
        out = said(process, "samskab assess --session")
        assert process.wait(timeout=20) == code
    assert "samskab assess --session" in out
    assert read_journal(only_session(tmp_path)).session.answers[None] == {"aktie": 4}


def test_killed_anywhere_it_goes_on_with_every_answer_that_was_noted(tmp_path: Path) -> None:
    seed, kills = random.randrange(2**32), 50
    rng = random.Random(seed)
    print(f"seed {seed}, {kills} kills")  # noqa: T201  # for whoever has to repeat it
    values = {1: "Slet ikke", 2: "I ringe grad", 3: "I nogen grad", 4: "I høj grad", 5: "I meget høj grad"}
    numbers = {label: value for value, label in values.items()}
    noted: list[int] = []
    path = tmp_path / "sag.samskab.jsonl"
    for kill in range(kills):
        with started(tmp_path, "--session", path.name, *NAMED) as process:
            assert process.stdin is not None
            said(process, "Svar:")
            process.stdin.write("".join(f"{answer}\n" for answer in rng.choices(list(values), k=40)).encode())
            time.sleep(rng.uniform(0, 0.02))
            process.kill()
            out = said(process, "what is never said")
        shown = [numbers[label] for label in re.findall(r"Noteret: (.+)\n", out)]
        # then all that was shown as noted is there, in its place; what was written but not shown may be
        kept = list(read_journal(path).session.answers.get(None, {}).values())
        assert kept[: len(noted) + len(shown)] == noted + shown, f"seed {seed}, kill {kill}"
        noted = [value for value in kept if isinstance(value, int)]
        if len(noted) > 20:
            path.unlink()
            noted = []


@pytest.mark.parametrize("lang", ["da", "en"])
def test_three_questions_as_they_look(tmp_path: Path, lang: str, golden: Golden) -> None:
    done = assess(tmp_path, "4\n?\nv\n2\nq\n", "--lang", lang, *NAMED)

    golden(f"workshop/plain-three-questions-{lang}.txt", done.stdout)
