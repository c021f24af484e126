"""The ballot box: what was acknowledged is on disk, and nothing there tells who, in which order, or when."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.model.session import SessionTrouble, Trouble
from samskab_cli.workshop import durable_write
from samskab_cli.workshop.board import Card
from samskab_cli.workshop.phones.ballot_box import CODE_LETTERS, Box, PhoneAnswer

SEATS = [f"{number:032x}" for number in range(6)]
ROLES = {seat: ("byraad", "medarb", "borger")[place % 3] for place, seat in enumerate(SEATS)}
CARDS: list[Card] = [1, 2, 3, 4, 5, "unsure", "not_relevant"]
MOVES = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(SEATS), st.sampled_from(CARDS)),
    st.tuples(st.just("leave"), st.sampled_from(SEATS), st.none()),
    st.tuples(st.just("lay"), st.sampled_from(sorted(set(ROLES.values()))), st.lists(st.sampled_from(CARDS))),
    st.tuples(st.just("next"), st.none(), st.none()),
    st.tuples(st.just("kill"), st.none(), st.none()),
)


def box_at(path: Path) -> Box:
    return Box(lambda: path)


def put(box: Box, seat: str, answer: Card) -> bool:
    return box.put([PhoneAnswer(seat, ROLES[seat], answer, box.round)])[0]


def content(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


@settings(deadline=None, max_examples=60)
@given(moves=st.lists(MOVES, max_size=25))
def test_whatever_happens_the_counts_are_those_of_a_plain_dict(
    moves: list[tuple[str, Any, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("box") / "sag.samskab.box"
    box, item = box_at(path), 0
    box.begin("item0")
    votes, cards, names = dict[str, Card](), dict[str, list[Card]](), list[set[str]]([set()])
    for move, who, what in moves:
        match move:
            case "put":
                assert put(box, who, what)
                votes[who] = what
            case "leave":
                box.leave(who)
                votes.pop(who, None)
            case "lay":
                box.lay(who, what)
                cards[who] = what
            case "next":
                box.close()
                box.empty()
                item += 1
                box.begin(f"item{item}")
                votes, cards = {}, {}
                names.append(set())
            case _:
                box = box_at(path)
                box.begin(f"item{item}")
        names[-1] |= set(content(path)["ballots"])
    expected = {role: Counter(cards.get(role, [])) for role in set(ROLES.values())}
    for seat, card in votes.items():
        expected[ROLES[seat]][card] += 1
    assert {role: Counter(answers) for role, answers in box.counted().items()} == {
        role: count for role, count in expected.items() if count
    }
    assert {seat: box.of(seat) for seat in votes} == votes
    assert sum(map(len, names)) == len(set().union(*names)), "a name of one item stands under another"


def test_its_file_has_no_order_no_time_and_no_seat(tmp_path: Path) -> None:
    # given the same answers in opposite orders
    forth, back = box_at(tmp_path / "a.box"), box_at(tmp_path / "b.box")
    forth.begin("aktie")
    back._content = forth._content
    for seat in SEATS:
        put(forth, seat, 4)
    for seat in reversed(SEATS):
        put(back, seat, 4)
    assert (tmp_path / "a.box").read_bytes() == (tmp_path / "b.box").read_bytes()
    written = content(tmp_path / "a.box")
    assert set(written) == {"samskab", "secret", "code", "item", "key", "ballots", "cards"}
    assert all(set(ballot) == {"role", "answer"} for ballot in written["ballots"].values())
    assert not any(seat in (tmp_path / "a.box").read_text(encoding="utf-8") for seat in SEATS)
    assert list(written["ballots"]) == sorted(written["ballots"])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    box = box_at(tmp_path / "sag.box")
    box.begin("aktie")
    assert stat.S_IMODE((tmp_path / "sag.box").stat().st_mode) == 0o600


def test_it_is_gone_when_the_session_is_over(tmp_path: Path) -> None:
    box = box_at(tmp_path / "sag.box")
    box.begin("aktie")
    box.remove()
    assert list(tmp_path.iterdir()) == []


def test_answers_to_another_item_are_never_thrown_away_unseen(tmp_path: Path) -> None:
    box = box_at(tmp_path / "sag.box")
    box.begin("aktie")
    put(box, SEATS[0], 4)
    with pytest.raises(ValueError, match="holds 1 answers to aktie"):
        box.begin("slip")
    assert box_at(tmp_path / "sag.box").of(SEATS[0]) == 4


def test_an_answer_of_another_round_or_of_a_closed_box_is_not_taken(tmp_path: Path) -> None:
    box = box_at(tmp_path / "sag.box")
    box.begin("aktie")
    first = box.round
    put(box, SEATS[0], 4)
    box.close()
    assert not put(box, SEATS[1], 4)
    box.empty()
    box.begin("aktie")  # the room votes again
    assert box.of(SEATS[0]) is None
    assert box.round != first
    assert box.put([PhoneAnswer(SEATS[0], "byraad", 5, first)]) == [False]


def test_answers_that_come_together_are_one_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box, writes = box_at(tmp_path / "sag.box"), list[int]()
    box.begin("aktie")
    monkeypatch.setattr(os, "fsync", writes.append)
    box.put([PhoneAnswer(seat, ROLES[seat], 3, box.round) for seat in SEATS])
    assert len(writes) <= 2  # the file, and its folder
    assert box.cast == len(SEATS)


def test_on_a_full_disk_the_old_answer_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = box_at(tmp_path / "sag.box")
    box.begin("aktie")
    put(box, SEATS[0], 4)

    def full(_descriptor: int, _content: memoryview) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(durable_write, "_written", full)
    with pytest.raises(OSError, match="No space"):
        put(box, SEATS[0], 1)
    with pytest.raises(SessionTrouble) as trouble:
        box.lay("borger", [5])
    assert trouble.value.trouble is Trouble.FULL
    monkeypatch.undo()
    assert (box.of(SEATS[0]), box.cast) == (4, 1)
    assert box_at(tmp_path / "sag.box").of(SEATS[0]) == 4
    assert [path.name for path in tmp_path.iterdir()] == ["sag.box"]


def test_it_follows_its_journal_into_another_folder(tmp_path: Path) -> None:
    here, there = tmp_path / "a.box", tmp_path / "b.box"
    place = [here]
    box = Box(lambda: place[0])
    box.begin("aktie")
    place[0] = there
    put(box, SEATS[0], 4)
    assert (here.exists(), box_at(there).of(SEATS[0])) == (False, 4)


def test_a_damaged_box_is_said_to_be_that(tmp_path: Path) -> None:
    (tmp_path / "sag.box").write_text('{"samskab":"box/1"', encoding="utf-8")
    with pytest.raises(SessionTrouble) as trouble:
        box_at(tmp_path / "sag.box")
    assert trouble.value.trouble is Trouble.BOX


def test_a_trial_leaves_nothing(tmp_path: Path) -> None:
    box = box_at(tmp_path / "sag.box")
    box.begin("aktie")
    before = (tmp_path / "sag.box").read_bytes()
    trial = box.for_trial()
    trial.begin("*")
    put(trial, SEATS[0], 4)
    assert (trial.cast, trial.code, (tmp_path / "sag.box").read_bytes()) == (1, box.code, before)


def test_a_code_has_no_letters_that_are_read_as_others(tmp_path: Path) -> None:
    assert not set(CODE_LETTERS) & set("IL1O0")
    assert len(set(CODE_LETTERS)) == 31
    box = box_at(tmp_path / "sag.box")
    before = box.code
    box.let_in_by("ABCDE")
    assert (len(before), box.code, box_at(tmp_path / "sag.box").code) == (5, "ABCDE", "ABCDE")
