"""What is shown as noted is on disk, whatever happens to the machine: the promises of the session file."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import random
import re
import select
import shutil
import subprocess
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.loading.sessions import read_journal
from samskab_cli.model.session import SessionTrouble, Trouble
from samskab_cli.model.session_lines import AnswerNoted, AnswersTaken, AskedSet, Entry, RemarkNoted, State
from samskab_cli.workshop.journal import Journal, free_path, path_for, probe, unfinished
from tests.workshop.notes import NOON, header

SET = AskedSet(id="nobody", version="1.0.0", sha256="0" * 64)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sag.samskab.jsonl"


def answer(item: str, given: int = 4) -> Entry:
    return AnswerNoted(at=NOON, item=item, given=given)


def begun(path: Path, *items: str) -> Path:
    with Journal.create(path, header()) as journal:
        for item in items:
            journal.append(answer(item))
    return path


def answered(path: Path) -> set[str]:
    return set(read_journal(path).session.answers.get(None, {}))


def test_what_was_noted_is_read_back(path: Path) -> None:
    begun(path, "aktie", "flere")

    assert answered(path) == {"aktie", "flere"}
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_correction_is_a_later_line_and_the_last_one_wins(path: Path) -> None:
    begun(path, "aktie")
    size = path.stat().st_size
    with Journal.resume(path, SET) as journal:
        journal.append(answer("aktie", 2))

    assert read_journal(path).session.answers[None] == {"aktie": 2}
    assert path.stat().st_size > size


def test_a_torn_last_line_is_kept_apart_and_told_by_number(path: Path) -> None:
    # given a machine that went off while the third line was written
    begun(path, "aktie")
    with path.open("ab") as file:
        file.write(b'{"kind":"answer","item":"fl')
    # when the room goes on
    with Journal.resume(path, SET) as journal:
        assert journal.torn == (3,)
        journal.append(answer("muligt"))
    # then nothing after it is lost, and it is told again whoever reads the file
    assert answered(path) == {"aktie", "muligt"}
    assert read_journal(path).torn == (3,)


def test_the_light_may_go_out_twice(path: Path) -> None:
    begun(path, "aktie")
    for _ in range(2):
        with path.open("ab") as file:
            file.write(b'{"kind":"resu')
        Journal.resume(path, SET).close()

    with Journal.resume(path, SET) as journal:
        journal.append(answer("flere"))
        assert journal.torn == (3, 5)
    assert answered(path) == {"aktie", "flere"}


def test_damage_in_the_middle_stops_with_its_line(path: Path) -> None:
    begun(path, "aktie", "flere", "muligt")
    lines = path.read_bytes().split(b"\n")
    lines[2] = lines[2][:-9]
    path.write_bytes(b"\n".join(lines))
    before = path.read_bytes()

    with pytest.raises(SessionTrouble) as refusal:
        Journal.resume(path, SET)

    assert (refusal.value.trouble, refusal.value.line) == (Trouble.DAMAGED, 3)
    assert path.read_bytes() == before


def test_an_entry_taken_out_of_the_middle_stops_with_the_line_after_it(path: Path) -> None:
    begun(path, "aktie", "flere", "muligt")
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:2], *lines[3:]]))

    with pytest.raises(SessionTrouble, match="before this line 2 entries must stand") as refusal:
        read_journal(path)
    assert (refusal.value.trouble, refusal.value.line) == (Trouble.DAMAGED, 3)


def test_entries_in_another_order_or_twice_are_damage(path: Path) -> None:
    begun(path, "aktie", "flere", "muligt")
    header_, *entries, end = path.read_bytes().split(b"\n")
    for changed in (entries[::-1], [*entries, entries[-1]], [entries[0], *entries]):
        path.write_bytes(b"\n".join([header_, *changed, end]))
        with pytest.raises(SessionTrouble):
            read_journal(path)


def test_a_session_left_and_gone_on_with_in_one_second_is_known_to_go_on(path: Path) -> None:
    begun(path, "aktie")
    assert not read_journal(path).session.goes_on

    with Journal.resume(path, SET):
        pass

    assert read_journal(path).session.goes_on


def test_a_session_without_numbers_goes_on_with_them(path: Path) -> None:
    begun(path, "aktie", "flere")
    path.write_bytes(re.sub(rb',"position":\d+', b"", path.read_bytes()))
    with Journal.resume(path, SET) as journal:
        journal.append(answer("muligt"))
    assert [json.loads(line).get("position") for line in path.read_bytes().splitlines()[1:]] == [None, None, 3, 4]
    assert answered(path) == {"aktie", "flere", "muligt"}

    with path.open("ab") as file:
        file.write(answer("hverdag").model_dump_json(exclude_none=True).encode() + b"\n")
    with pytest.raises(SessionTrouble):  # what has no number came from somewhere else
        read_journal(path)


@pytest.mark.parametrize(
    "line",
    [
        b'{"kind":"answer","item":"aktie","given":true}',
        b'{"kind":"answer","item":"aktie","given":"4"}',
        b'{"kind":"answer","item":"aktie","given":4.0}',
        b'{"kind":"answer","item":"aktie","given":4,"given":5}',
        b'{"kind":"present","present":{"borger":2,"borger":3}}',
        b'{"kind":"note","number":"1","text":"x"}',
    ],
)
def test_a_value_that_is_only_nearly_one_is_damage(path: Path, line: bytes) -> None:
    begun(path)
    with path.open("ab") as file:
        file.write(line + b"\n")

    with pytest.raises(SessionTrouble) as refusal:
        read_journal(path)
    assert (refusal.value.trouble, refusal.value.line) == (Trouble.DAMAGED, 2)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_session_that_others_could_read_is_closed_to_them_when_it_goes_on(path: Path) -> None:
    begun(path, "aktie")
    with Journal.resume(path, SET) as journal:
        assert not journal.was_open_to_others
    path.chmod(0o644)
    with Journal.resume(path, SET) as journal:
        assert journal.was_open_to_others
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_whoever_comes_by_a_link_finds_the_same_lock(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.samskab.jsonl"
    with Journal.create(path, header()):
        link.symlink_to(path)
        with pytest.raises(SessionTrouble) as refusal:
            Journal.resume(link, SET)
    assert refusal.value.trouble is Trouble.LOCKED


def test_only_one_writes_and_the_other_is_told_since_when(path: Path) -> None:
    with Journal.create(path, header()), pytest.raises(SessionTrouble) as refusal:
        Journal.resume(path, SET)

    assert refusal.value.trouble is Trouble.LOCKED
    assert refusal.value.said == f"{NOON.astimezone():%Y-%m-%d %H:%M}"
    Journal.resume(path, SET).close()  # free again


def test_a_lock_file_that_was_left_behind_locks_nobody_out(path: Path) -> None:
    begun(path, "aktie")
    path.with_name(f".{path.name}.lock").write_bytes(b"another machine")

    with Journal.resume(path, SET) as journal:
        journal.append(answer("flere"))
    assert answered(path) == {"aktie", "flere"}


def test_a_file_that_came_from_another_machine_goes_on(path: Path, tmp_path: Path) -> None:
    begun(path, "aktie")
    other = tmp_path / "anden mappe"
    other.mkdir()
    moved = Path(shutil.copy(path, other / "sag.samskab.jsonl"))

    with Journal.resume(moved, SET) as journal:
        journal.append(answer("flere"))
    assert answered(moved) == {"aktie", "flere"}
    assert answered(path) == {"aktie"}


def test_a_clock_that_goes_back_changes_nothing(path: Path) -> None:
    with Journal.create(path, header()) as journal:
        journal.append(AnswerNoted(at=NOON, item="aktie", given=4))
        journal.append(AnswerNoted(at=NOON.replace(year=2020), item="aktie", given=2))

    assert read_journal(path).session.answers[None] == {"aktie": 2}


def test_a_file_is_never_written_over(path: Path) -> None:
    begun(path, "aktie")

    with pytest.raises(SessionTrouble) as refusal:
        Journal.create(path, header())
    assert refusal.value.trouble is Trouble.EXISTS
    assert answered(path) == {"aktie"}


def test_a_deleted_file_is_told_at_once_and_can_be_saved_elsewhere(path: Path, tmp_path: Path) -> None:
    with Journal.create(path, header()) as journal:
        journal.append(answer("aktie"))
        path.unlink()
        with pytest.raises(SessionTrouble) as refusal:
            journal.append(answer("flere"))
        assert refusal.value.trouble is Trouble.GONE
        # when another folder is chosen
        (tmp_path / "usb").mkdir()
        journal.move_to(tmp_path / "usb")
        journal.append(answer("flere"))
    # then everything is there
    assert answered(tmp_path / "usb" / path.name) == {"aktie", "flere"}


@pytest.mark.parametrize("taken", [0, 1, 30])
def test_a_disk_that_fills_up_takes_half_a_line_back(path: Path, monkeypatch: pytest.MonkeyPatch, taken: int) -> None:
    with Journal.create(path, header()) as journal:
        journal.append(answer("aktie"))
        whole = path.read_bytes()
        real, left = os.write, [taken]

        def full(descriptor: int, content: memoryview) -> int:
            if left[0] == 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            part, left[0] = content[: left[0]], 0
            return real(descriptor, part)

        monkeypatch.setattr(os, "write", full)
        with pytest.raises(SessionTrouble) as refusal:
            journal.append(answer("flere"))
        # then the answer is neither in the file nor in memory
        assert refusal.value.trouble is Trouble.FULL
        assert path.read_bytes() == whole
        assert journal.session.answers[None] == {"aktie": 4}
        # and once there is room again, it is noted
        monkeypatch.setattr(os, "write", real)
        journal.append(answer("flere"))
    assert answered(path) == {"aktie", "flere"}


def test_half_a_line_that_cannot_be_taken_back_is_kept_apart(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Journal.create(path, header()) as journal:
        real = os.write
        calls = iter([7, 0])
        monkeypatch.setattr(os, "write", lambda fd, content: real(fd, content[: next(calls)]))
        monkeypatch.setattr(os, "ftruncate", lambda *_: (_ for _ in ()).throw(OSError(errno.EIO, "no")))
        with pytest.raises(SessionTrouble):
            journal.append(answer("aktie"))
        monkeypatch.undo()
        journal.append(answer("flere"))
        journal.append(answer("muligt"))

    assert answered(path) == {"flere", "muligt"}
    assert read_journal(path).torn == (2,)


def test_a_line_that_lacks_its_end_only_and_was_not_noted_gives_way_to_what_is_noted_after_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.create(path, header()) as journal:
        real = os.write
        calls = iter([-1, 0])
        monkeypatch.setattr(
            os, "write", lambda fd, content: real(fd, content[:-1]) if next(calls) else real(fd, content[:0])
        )
        monkeypatch.setattr(os, "ftruncate", lambda *_: (_ for _ in ()).throw(OSError(errno.EIO, "no")))
        with pytest.raises(SessionTrouble):
            journal.append(answer("aktie"))
        monkeypatch.undo()
        journal.append(answer("flere"))

    assert answered(path) == {"flere"}


@pytest.fixture
def small_disk() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        folder.rmdir()
        pytest.skip("a tmpfs can't be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()


def test_a_full_disk_is_told_before_the_first_question_and_at_once_later(small_disk: Path) -> None:
    path = small_disk / "sag.samskab.jsonl"
    with Journal.create(path, header()) as journal:
        noted = []

        def until_full() -> None:
            for number in range(10_000):
                journal.append(answer(f"q{number}"))
                noted.append(f"q{number}")

        with pytest.raises(SessionTrouble) as refusal:
            until_full()
    assert refusal.value.trouble is Trouble.FULL
    assert answered(path) == set(noted)
    assert path.read_bytes().endswith(b"\n")
    with pytest.raises(SessionTrouble) as refusal:
        probe(small_disk)
    assert refusal.value.trouble is Trouble.FULL
    assert sorted(p.name for p in small_disk.iterdir()) == [f".{path.name}.lock", path.name]


def test_a_folder_that_cannot_be_written_is_told_before_the_first_question(tmp_path: Path) -> None:
    for folder, trouble in ((Path("/proc"), Trouble.NO_FOLDER), (tmp_path / "none", Trouble.NO_FOLDER)):
        if folder.parent.exists():
            with pytest.raises(SessionTrouble) as refusal:
                probe(folder)
            assert refusal.value.trouble is trouble


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_what_may_only_be_read_is_told_so(path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    begun(path, "aktie")
    before = path.read_bytes()

    def refuse(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(SessionTrouble) as refusal:
        Journal.resume(path, SET)
    monkeypatch.undo()
    assert refusal.value.trouble is Trouble.READ_ONLY
    assert path.read_bytes() == before


def test_names_of_files_are_safe_and_never_taken_twice(tmp_path: Path) -> None:
    first = path_for(tmp_path, NOON.date(), "../Ældre på Læsø: <hvad nu?>")
    assert first == tmp_path / "2026-11-23-aeldre-paa-laesoe-hvad-nu.samskab.jsonl"
    first.touch()
    assert path_for(tmp_path, NOON.date(), "Ældre på Læsø, hvad nu").name.endswith("-2.samskab.jsonl")
    assert path_for(tmp_path, NOON.date(), None).name == "2026-11-23-sag.samskab.jsonl"
    assert free_path(tmp_path, "con").name == "con.samskab.jsonl"


def test_unfinished_sessions_of_a_folder_are_found(tmp_path: Path) -> None:
    begun(tmp_path / "a.samskab.jsonl", "aktie", "flere")
    (tmp_path / "b.samskab.jsonl").write_bytes(b"not a session")

    (found,) = unfinished(tmp_path)
    assert (found.path.name, found.answered) == ("a.samskab.jsonl", 2)


ENTRIES = st.one_of(
    st.builds(AnswerNoted, item=st.sampled_from(["aktie", "flere"]), given=st.sampled_from([1, 5, "unsure", None])),
    st.builds(RemarkNoted, kind=st.just("note"), number=st.integers(1, 3), text=st.text(max_size=20)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ENTRIES, max_size=6), st.data())
def test_a_file_cut_anywhere_holds_every_whole_line(entries: list[Entry], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sag.samskab.jsonl"
        with Journal.create(path, header()) as journal:
            whole = [(path.stat().st_size, journal.session)]
            for entry in entries:
                journal.append(entry)
                whole.append((path.stat().st_size, journal.session))
        content = path.read_bytes()
        cut = data.draw(st.integers(whole[0][0], len(content)))
        path.write_bytes(content[:cut])
        # a line that lacks but its line break says all it has to say
        expected = [session for size, session in whole if size - 1 <= cut][-1]
        with Journal.resume(path, SET) as journal:
            assert journal.session.answers == expected.answers
            assert journal.session.remarks == expected.remarks


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_a_session_or_a_sentence(content: bytes, as_session: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sag.samskab.jsonl"
        first = header().model_dump_json(exclude_none=True).encode() + b"\n" if as_session else b""
        path.write_bytes(first + content)
        with contextlib.suppress(SessionTrouble):
            read_journal(path)


def _write_until_killed(path: Path, number: int, told: int) -> None:
    """In a child: note as fast as the disk allows, and tell of every answer once it is noted."""
    try:
        with Journal.resume(path, SET) as journal:
            while True:
                journal.append(answer(f"q{number}"))
                os.write(told, b"%d\n" % number)
                number += 1
    except BaseException:  # noqa: BLE001  # said, then the child ends
        traceback.print_exc()
    finally:
        os._exit(1)  # whatever goes wrong: a child that came back from here would be a second run of the tests


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked here, for their number")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_nothing_that_was_noted_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    seed, kills, sessions = random.randrange(2**32), 1_000, 50
    rng = random.Random(seed)
    print(f"seed {seed}, {kills} kills")  # noqa: T201  # for whoever has to repeat it
    paths = [begun(tmp_path / f"{n}.samskab.jsonl") for n in range(sessions)]
    noted: dict[Path, int] = dict.fromkeys(paths, 0)
    for _ in range(kills):
        path = rng.choice(paths)
        # a fork without exec is the fast way to a process that can be killed
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            _write_until_killed(path, noted[path], write)
        os.close(write)
        if rng.random() < 0.5:  # half of them after something was acknowledged, however busy the machine is
            select.select([read], [], [], 5)
        time.sleep(rng.uniform(0, 0.006))
        os.kill(child, 9)
        os.waitpid(child, 0)
        with os.fdopen(read, "rb") as told:
            acknowledged = [int(line) for line in told.read().split(b"\n")[:-1]]
        noted[path] = acknowledged[-1] + 1 if acknowledged else noted[path]
        known = answered(path)
        lost = [n for n in range(noted[path]) if f"q{n}" not in known]
        assert not lost, f"seed {seed}: {path.name} lost {lost}"
        noted[path] = max([noted[path], *(int(item[1:]) + 1 for item in known)])
    assert sum(noted.values()) > kills / 4, "the children hardly wrote: the test would find nothing"


def everybody(people: int) -> list[Entry]:
    given: dict[str, int | State] = {f"q{n}": n % 5 + 1 for n in range(30)}
    return [AnswersTaken(respondent=f"r{n}", role="borger", given=given) for n in range(1, people + 1)]


def test_answers_taken_in_are_there_from_the_first_line_on(path: Path) -> None:
    with Journal.create(path, header(), everybody(3)) as journal:
        assert list(journal.session.answers) == ["r1", "r2", "r3"]

    assert read_journal(path).session == journal.session
    assert [file.name for file in path.parent.iterdir() if not file.name.endswith(".lock")] == [path.name]


def test_what_a_killed_process_left_of_its_probe_is_in_nobodys_way_whose_number_is_the_same(path: Path) -> None:
    """In a container a program has the same number at every start."""
    path.with_name(f".samskab-{os.getpid()}.probe").write_bytes(b"half of it")

    begun(path, "aktie")

    assert answered(path) == {"aktie"}


def test_what_a_killed_process_left_of_a_new_session_is_in_nobodys_way(path: Path) -> None:
    path.with_name(f".{path.name}.new").write_bytes(b"half of it")

    with Journal.create(path, header(), everybody(2)):
        pass

    assert list(read_journal(path).session.answers) == ["r1", "r2"]
    assert not path.with_name(f".{path.name}.new").exists()


def test_on_a_disk_without_hard_links_a_new_session_replaces_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    begun(path, "aktie")
    with pytest.raises(SessionTrouble) as trouble:
        Journal.create(path, header())

    assert trouble.value.trouble is Trouble.EXISTS
    assert answered(path) == {"aktie"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked here, for their number")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_process_killed_while_it_takes_answers_in_leaves_all_of_them_or_no_session(tmp_path: Path) -> None:
    entries, rng = everybody(300), random.Random()
    for entry in entries:
        entry.model_dump_json()  # built before the fork
    for number in range(100):
        path = tmp_path / f"{number}.samskab.jsonl"
        child = os.fork()
        if child == 0:
            Journal.create(path, header(), entries)
            os._exit(0)
        time.sleep(rng.uniform(0, 0.03))
        os.kill(child, 9)
        os.waitpid(child, 0)
        assert not path.exists() or len(read_journal(path).session.answers) == 300
