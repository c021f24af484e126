"""However an answer comes, on a phone, by card or both: the same lines in the journal, the same result."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from samskab_cli.disclosure.result import score
from samskab_cli.loading.sessions import answers_of
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.session_lines import RevoteNoted, VotesNoted
from samskab_cli.workshop.board import Card, cards_of
from samskab_cli.workshop.stage import Stage
from tests.workshop.phones.phone_room import HERE, Phone, PhoneRoom

READINESS = load_question_set()
CARDS: list[Card] = [1, 2, 3, 4, 5, "unsure", "not_relevant"]


def answered(seed: int, ways: tuple[str, ...]) -> PhoneRoom:
    """The quick set, with some who don't answer; each answer in one of these ways."""
    rng, how = random.Random(seed), random.Random(f"{seed}{ways}")
    room = PhoneRoom(READINESS)
    phones = {role: [room.phone(role) for _ in range(people)] for role, people in HERE.items()}
    while room.room.stage is not Stage.OVERVIEW:
        if room.room.stage is not Stage.QUESTION:
            room.room.proceed()
            continue
        room.ask()
        for role in room.room.items_by_role.roles_asked(room.room.item):
            laid = list[Card]()
            for phone in phones[role]:
                answer, stays_out = rng.choice(CARDS), rng.random() < 0.1
                if stays_out:
                    continue
                if how.choice(ways) == "phone":
                    assert phone.answer(answer) == 200
                else:
                    laid.append(answer)
            room.live.box.lay(role, laid)
        room.reveal()
    return room


def lines(room: PhoneRoom) -> list[tuple[str, str, object]]:
    return [(one.item, one.role, one.votes) for one in room.notebook.entries if isinstance(one, VotesNoted)]


@pytest.mark.parametrize("seed", range(3))
def test_phones_cards_and_both_are_the_same_lines_and_the_same_result(seed: int) -> None:
    rooms = [answered(seed, ways) for ways in (("phone",), ("card",), ("phone", "card"))]
    assert lines(rooms[0]) == lines(rooms[1]) == lines(rooms[2])
    results = {
        score(READINESS, answers_of(room.room.session, READINESS, Path("x"))).model_dump_json() for room in rooms
    }
    assert len(results) == 1


def test_the_same_votes_typed_on_the_board_differ_only_in_how_they_were_given() -> None:
    phones, typed = answered(7, ("phone",)), PhoneRoom(READINESS)
    typed.notebook.session = type(typed.notebook.session).begun(
        typed.notebook.session.header.model_copy(update={"collected": "room"})
    )
    typed.start()
    wanted = phones.room.session.votes
    while typed.room.stage is not Stage.OVERVIEW:
        if typed.room.stage is not Stage.QUESTION:
            typed.room.proceed()
            continue
        item = typed.room.item.id
        votes = wanted[item][typed.room.board.row.role]
        cards = cards_of(votes, READINESS.scale.values)
        typed.room.fill(cards)
        if len(cards) < votes.present:
            typed.room.close_row()
    assert typed.room.session.votes == wanted
    by_phone, by_hand = (
        score(READINESS, answers_of(room.room.session, READINESS, Path("x"))).model_dump(mode="json", by_alias=True)
        for room in (phones, typed)
    )
    assert by_phone["answers"].pop("phones") is True
    assert by_phone == by_hand


# Killed in the middle


def begun(path: Path) -> tuple[PhoneRoom, list[Phone]]:
    room = PhoneRoom(READINESS, path / "sag.box")
    room.ask()
    phones = [room.phone(role) for role, people in HERE.items() for _ in range(people)]
    return room, phones


def counts(room: PhoneRoom, item: str = "aktie") -> Counter[int]:
    votes = room.room.session.votes.get(item, {}).values()
    return Counter({place: sum(one.counts[place] for one in votes) for place in range(5)})


@pytest.mark.parametrize("after", [0, 1, 2, 3, 4])
def test_killed_between_two_roles_lines_one_more_enter_writes_the_rest(tmp_path: Path, after: int) -> None:
    room, phones = begun(tmp_path)
    for place, phone in enumerate(phones):
        phone.answer(place % 5 + 1)
    expected = Counter(place % 5 for place in range(len(phones)))
    die_after(room, after)
    room.start()
    room.counting.take_up()
    if after == len(HERE):  # all lines were there: the room goes on
        assert (room.room.item.id, room.live.box.cast) == ("flere", 0)
    else:
        assert room.room.item.id == "aktie"
        room.ask()
        room.reveal()
        assert room.room.stage is Stage.DISTRIBUTION
    assert counts(room) == expected


@pytest.mark.parametrize("after", [0, 1, 2, 3, 4, 5])
def test_killed_in_a_revote_all_of_it_is_written_again(tmp_path: Path, after: int) -> None:
    room, phones = begun(tmp_path)
    for phone in phones:
        phone.answer(1)
    room.reveal()
    room.room.vote_again()
    room.ask()
    assert {phone.name for phone in phones} == {"question"}, "the old answers are gone from the phones"
    for phone in phones:
        phone.answer(5)
    die_after(room, after)
    room.start()
    room.counting.take_up()
    if after <= len(HERE):
        assert room.room.board.is_revote
        room.ask()
        room.reveal()
    assert counts(room) == Counter({4: len(phones)})
    assert room.room.session.revote is None


def test_killed_right_after_b_the_room_votes_on_that_item_again(tmp_path: Path) -> None:
    room, phones = begun(tmp_path)
    for phone in phones:
        phone.answer(1)
    room.reveal()
    room.room.vote_again()
    room.start()
    room.counting.take_up()
    room.ask()
    assert (room.room.item.id, room.room.board.is_revote, room.live.cast) == ("aktie", True, 0)


def test_killed_at_an_item_that_was_jumped_to_the_room_is_there_again(tmp_path: Path) -> None:
    room = PhoneRoom(READINESS, tmp_path / "sag.box")
    room.room.jump(7)
    room.ask()
    room.phone("borger").answer(4)
    item = room.room.item.id
    room.start()
    assert room.room.item.id != item
    room.counting.take_up()
    room.ask()
    assert (room.room.item.id, room.live.cast) == (item, 1)


class Killed(BaseException):
    """The power goes."""


def die_after(room: PhoneRoom, entries: int) -> None:
    """Enter, and the power goes after so many lines of the journal."""
    append, written = room.notebook.append, 0

    def dying(entry: object) -> None:
        nonlocal written
        if written == entries:
            raise Killed
        append(entry)  # type: ignore[arg-type]  # an entry
        written += 1

    room.notebook.append = dying  # type: ignore[method-assign]  # until the power is back
    empty, room.live.box.empty = room.live.box.empty, dead  # type: ignore[method-assign]  # as above
    try:
        while not room.counting.reveal() and room.room.stage is Stage.QUESTION:
            pass
        room.reveal()
    except Killed:
        pass
    room.notebook.append, room.live.box.empty = append, empty  # type: ignore[method-assign]  # the power is back


def dead() -> None:
    raise Killed


# What is said at the keys


def test_who_is_missing_is_asked_about_once(tmp_path: Path) -> None:
    room, phones = begun(tmp_path)
    assert "Ingen har svaret endnu" in room.counting.reveal()
    for phone in phones[:9]:
        phone.answer(4)
    assert room.counting.reveal() == "3 mangler. Enter igen viser svarene nu, t tager kort."
    phones[9].answer(4)
    assert room.counting.reveal().startswith("2 mangler")  # somebody has answered since
    assert room.counting.reveal() == ""
    assert room.room.session.votes["aktie"]["borger"].cast == 3
    assert room.room.session.votes["aktie"]["borger"].present == 5


def test_more_answers_than_people_are_warned_of_counted_and_named(tmp_path: Path) -> None:
    room, phones = begun(tmp_path)
    for phone in [*phones, room.phone("byraad")]:
        phone.answer(4)
    assert room.counting.reveal().startswith("Byråd / politiker: 3 svar, 2 til stede.")
    assert room.counting.reveal() == ""
    result = score(READINESS, answers_of(room.room.session, READINESS, Path("x")))
    surplus = [(one.item, one.role, one.cards, one.people) for one in result.answers.surplus]
    assert surplus == [("aktie", "byraad", 3, 2)]


def test_cards_are_added_to_phones_and_typed_again_they_replace(tmp_path: Path) -> None:
    room, phones = begun(tmp_path)
    for phone in phones[:7]:
        phone.answer(3)
    room.front.lines = ["", "", "", "5x", "55"]
    assert room.counting.lay_cards() == "Noteret: 2 kort lagt til."
    assert any("kan ikke læses" in said for said in room.front.said)
    assert room.counting.message == "9 af 12 har svaret, heraf 2 med kort"
    room.front.lines = ["", "", "", "12345"]
    room.counting.lay_cards()
    room.reveal()
    assert room.room.session.votes["aktie"]["borger"].counts == (1, 1, 1, 1, 1)
    assert counts(room) == Counter({0: 1, 1: 1, 2: 8, 3: 1, 4: 1})


def test_leaving_an_item_with_answers_throws_them_away_only_at_the_second_press(tmp_path: Path) -> None:
    room, phones = begun(tmp_path)
    phones[0].answer(4)
    assert room.counting.leave().startswith("1 har svaret. Tryk igen")
    phones[1].answer(4)
    assert room.counting.leave().startswith("2 har svaret.")
    assert room.counting.leave() == ""
    assert room.live.box.cast == 0


def test_a_revote_that_nobody_takes_part_in_leaves_the_votes_as_they_were(tmp_path: Path) -> None:
    room, phones = begun(tmp_path)
    for phone in phones:
        phone.answer(2)
    room.reveal()
    room.room.vote_again()
    room.ask()
    assert room.counting.reveal().startswith("Ingen har svaret igen endnu.")
    assert room.counting.reveal() == ""
    assert counts(room) == Counter({1: 12})
    assert isinstance(room.notebook.entries[-1], RevoteNoted)
    assert room.room.stage is Stage.DISTRIBUTION


def test_whoever_comes_later_votes_alone_where_the_others_have_voted(tmp_path: Path) -> None:
    room, phones = begun(tmp_path)
    for phone in phones:
        phone.answer(2)
    room.reveal()
    room.room.change_present({**HERE, "forening": 2})
    room.room.jump(1)
    room.ask()
    assert phones[0].name == "counted"
    assert phones[0].answer(5, room.live.box.round) == 409
    newcomer = room.phone("forening")
    assert newcomer.answer(5) == 200
    room.reveal()
    assert counts(room) == Counter({1: 12, 4: 1})
