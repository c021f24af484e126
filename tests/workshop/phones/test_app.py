"""Every rule of safety of the two small servers, without a network: who may come in, answer, look, and see what."""

from __future__ import annotations

import random
import re
import socket
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from itsdangerous import Signer

from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import SidesChoice
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.workshop.phones import pages
from samskab_cli.workshop.phones.addresses import NoPlace, loopback_place, place_for, split
from samskab_cli.workshop.phones.http_guard import LONGEST_BODY
from samskab_cli.workshop.phones.pages import PhonePage, ProjectorPage, phone_page, projector_page
from samskab_cli.workshop.phones.phone_app import COOKIE
from samskab_cli.workshop.phones.seats import TRIES, Seats
from samskab_cli.workshop.phones.snapshot import Snapshot
from samskab_cli.workshop.stage import Stage
from samskab_cli.workshop.wording import RoomWords
from tests.conftest import Golden
from tests.workshop.phones.phone_room import HERE, KEY, WALL, Phone, PhoneRoom

SAID = RoomWords("da").elsewhere
READINESS = load_question_set()


@pytest.fixture
def room(readiness: QuestionSet) -> PhoneRoom:
    """A room at its first statement."""
    room = PhoneRoom(readiness)
    room.ask()
    return room


# Where it listens


def test_phones_come_to_one_chosen_address_and_never_to_all() -> None:
    with pytest.raises(ValueError, match=r"0\.0\.0\.0"):
        split("0.0.0.0")  # noqa: S104  # refused
    place = place_for("127.0.0.1", SAID.count)
    try:
        assert place.socket.getsockname()[0] == "127.0.0.1"
    finally:
        place.socket.close()


def test_a_taken_port_is_said_and_the_next_free_one_is_taken_where_none_was_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(NoPlace, match=f"port {port} er optaget"):
            place_for(f"127.0.0.1:{port}", SAID.count)
    first, second = place_for("127.0.0.1", SAID.count), place_for("127.0.0.1", SAID.count)
    try:
        assert second.port > first.port
    finally:
        first.socket.close()
        second.socket.close()


def test_an_address_that_the_laptop_has_not_is_said() -> None:
    with pytest.raises(NoPlace, match=r"har ikke adressen 203\.0\.113\.7"):
        place_for("203.0.113.7", SAID.count)


@pytest.mark.parametrize("text", ["", "192.168.8", "192.168.8.2:", "192.168.8.2:0", "192.168.8.2:x", "::1", "laptop"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # one of two kinds, both said as one
        split(text)


def test_the_wall_is_on_loopback_alone() -> None:
    place = loopback_place(SAID.count)
    try:
        assert place.socket.getsockname()[0] == "127.0.0.1"
    finally:
        place.socket.close()


# Who may come in


def test_another_host_name_is_refused_so_that_no_site_can_be_rebound_to_it(room: PhoneRoom) -> None:
    assert room.client().get("/", headers={"Host": "evil.example"}).status_code == 400
    assert room.wall().get(f"/{KEY}", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://192.168.8.2", "https://192.168.8.2:8765"])
@pytest.mark.parametrize("path", ["/med", "/svar", "/rejs"])
def test_a_form_of_another_site_is_refused(room: PhoneRoom, path: str, origin: str) -> None:
    phone = room.phone("borger")
    answer = phone.client.post(path, data={"svar": "4", "runde": phone.round}, headers={"Origin": origin})
    assert answer.status_code == 403
    assert room.live.cast == 0


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_a_form_that_the_browser_says_is_from_elsewhere_is_refused(room: PhoneRoom, site: str) -> None:
    phone = room.phone("borger")
    form = {"svar": "4", "runde": phone.round}
    assert phone.client.post("/svar", data=form, headers={"Sec-Fetch-Site": site}).status_code == 403
    assert phone.client.post("/svar", data=form, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_a_form_without_an_origin_is_refused(room: PhoneRoom) -> None:
    client = room.client()
    del client.headers["Origin"]
    assert client.post("/med", data={"kode": room.live.box.code, "rolle": "borger"}).status_code == 403


def test_our_own_pages_let_browsers_say_where_a_form_is_from(room: PhoneRoom) -> None:
    # with `no-referrer` browsers send `Origin: null`, and every real phone would be refused
    assert room.client().get("/").headers["Referrer-Policy"] == "same-origin"


def test_nobody_sits_down_without_the_code(room: PhoneRoom) -> None:
    client = room.client()
    assert client.post("/med", data={"kode": "XXXXX", "rolle": "borger"}).status_code == 404
    assert client.post("/med", data={"rolle": "borger"}).status_code == 404
    assert client.get("/XXXXX").status_code == 404
    assert room.live.joined.total() == 0


def test_a_code_may_be_typed_in_small_letters(room: PhoneRoom) -> None:
    code = room.live.box.code.lower()
    assert SAID.page.who in room.client().get(f"/{code}").text
    assert SAID.page.who in room.client().get("/", params={"kode": f" {code} "}).text


def test_after_twenty_wrong_codes_from_an_address_only_that_address_waits(room: PhoneRoom) -> None:
    joker, guest = room.client("192.168.8.66"), room.client("192.168.8.67")
    assert [joker.get("/XXXXX").status_code for _ in range(TRIES)] == [404] * TRIES
    assert joker.get(f"/{room.live.box.code}").status_code == 429
    assert joker.post("/med", data={"kode": room.live.box.code, "rolle": "borger"}).status_code == 429
    assert guest.get(f"/{room.live.box.code}").status_code == 200


def test_the_wait_is_a_minute() -> None:
    now = [0.0]
    seats = Seats("secret", lambda: now[0])
    for _ in range(TRIES):
        seats.tried_wrong("192.168.8.66")
    assert not seats.may_try("192.168.8.66")
    now[0] = 59.9
    assert not seats.may_try("192.168.8.66")
    now[0] = 60.0
    assert seats.may_try("192.168.8.66")


def test_what_browsers_ask_for_by_themselves_is_no_try(room: PhoneRoom) -> None:
    client = room.client()
    for _ in range(TRIES + 1):
        client.get("/apple-touch-icon.png")
    assert client.get(f"/{room.live.box.code}").status_code == 200


def test_a_new_code_keeps_those_who_have_joined(room: PhoneRoom) -> None:
    phone, old = room.phone("borger"), room.live.box.code
    room.live.box.let_in_by("ABCDE")
    assert phone.answer(4) == 200
    assert room.client().get(f"/{old}").status_code == 404
    assert room.client().get("/ABCDE").status_code == 200


def test_only_a_role_that_is_here_can_be_taken(room: PhoneRoom) -> None:
    answer = room.client().post("/med", data={"kode": room.live.box.code, "rolle": "forening"})
    assert answer.status_code == 409
    assert room.live.joined.total() == 0


def test_many_seats_from_one_address_are_counted_for_a_sentence_and_no_stop(room: PhoneRoom) -> None:
    for _ in range(5):
        room.phone("borger", "192.168.8.9")
    assert room.live.seats.most_from_one_address == 5
    assert room.phone("borger", "192.168.8.9").answer(4) == 200


# Seats


def test_a_seat_is_a_session_cookie_that_no_script_and_no_other_site_gets(room: PhoneRoom) -> None:
    client = room.client()
    answer = client.post("/med", data={"kode": room.live.box.code, "rolle": "borger"}, headers={"X-Part": "main"})
    cookie = answer.headers["Set-Cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "max-age" not in cookie
    assert "expires" not in cookie


@pytest.mark.parametrize("secret", ["", "another secret"])
def test_a_forged_seat_is_refused(room: PhoneRoom, secret: str) -> None:
    client = room.client()
    signed = Signer(secret, salt="seat").sign(f"{'0' * 32}.borger").decode()
    client.cookies.set(COOKIE, signed if secret else "x.borger")
    assert client.post("/svar", data={"svar": "4", "runde": room.live.box.round}).status_code == 403
    assert client.get("/nu").status_code == 403
    assert client.get("/haendelser").status_code == 403
    assert room.live.cast == 0


def test_a_seat_whose_role_was_changed_is_refused(room: PhoneRoom) -> None:
    phone = room.phone("borger")
    changed = str(phone.client.cookies[COOKIE]).strip('"').replace("borger", "byraad")
    phone.client.cookies.clear()
    phone.client.cookies.set(COOKIE, changed)
    assert phone.client.post("/svar", data={"svar": "4", "runde": room.live.box.round}).status_code == 403


def test_phones_keep_their_seats_and_answers_when_the_program_is_started_again(
    readiness: QuestionSet, tmp_path: Path
) -> None:
    room = PhoneRoom(readiness, tmp_path / "sag.box")
    room.ask()
    phone = room.phone("borger")
    phone.answer(4)
    cookie = dict(phone.client.cookies)
    room.start()
    room.ask()
    again = room.client()
    again.cookies.update(cookie)
    assert Phone(again).name == "noted"


def test_who_gets_up_takes_an_answer_along_that_is_not_shown_yet(room: PhoneRoom) -> None:
    phone = room.phone("borger")
    phone.answer(4)
    assert SAID.page.who in phone.client.post("/rejs").text
    assert (room.live.cast, room.live.joined.total()) == (0, 0)
    assert COOKIE not in phone.client.cookies


def test_who_sits_down_twice_has_one_seat(room: PhoneRoom) -> None:
    phone = room.phone("borger")
    phone.answer(4)
    phone.client.post("/med", data={"kode": room.live.box.code, "rolle": "byraad"})
    assert dict(room.live.joined) == {"byraad": 1}
    assert room.live.cast == 0


# Answers


@pytest.mark.parametrize("given", ["0", "6", "4.0", "", "unsure ", "nobody"])
def test_an_answer_that_is_not_on_the_scale_is_not_stored(room: PhoneRoom, given: str) -> None:
    assert room.phone("borger").answer(given) == 409
    assert room.live.cast == 0


def test_an_answer_to_what_is_not_asked_any_more_is_not_stored(room: PhoneRoom) -> None:
    early, late = room.phone("borger"), room.phone("borger")
    early.answer(4)
    stale = late.round
    room.reveal()
    answer = late.client.post("/svar", data={"svar": "5", "runde": stale})
    assert (answer.status_code, SAID.page.too_late in answer.text) == (409, True)
    votes = room.room.session.votes["aktie"]["borger"]
    assert votes.counts == (0, 0, 0, 1, 0)
    room.room.proceed()
    room.ask()
    assert late.answer(5, stale) == 409  # a page that was never told
    assert room.live.cast == 0


def test_who_is_not_asked_cannot_answer(readiness: QuestionSet) -> None:
    room = PhoneRoom(readiness)
    skipped = next(item for item in room.room.items if "borger" in item.skip_roles)
    room.room.jump(room.room.items.index(skipped) + 1)
    room.ask()
    citizen, member = room.phone("borger"), room.phone("medarb")
    assert citizen.name == "out"
    assert citizen.client.post("/svar", data={"svar": "4", "runde": room.live.box.round}).status_code == 409
    assert member.answer(4) == 200
    assert room.live.cast == 1


def test_an_answer_may_be_changed_until_it_is_shown(room: PhoneRoom) -> None:
    phone = room.phone("borger")
    phone.answer(4)
    phone.answer(2)
    assert room.live.cast == 1
    assert f'value="2" class="mine" aria-label="I ringe grad, {SAID.page.yours}"' in phone.page


def test_a_body_that_no_form_of_ours_has_is_refused(room: PhoneRoom) -> None:
    phone = room.phone("borger")
    for path in ("/svar", "/med"):
        assert phone.client.post(path, content=b"svar=4&x=" + b"y" * LONGEST_BODY).status_code == 413
    assert room.live.cast == 0


def test_what_cannot_be_saved_is_not_said_to_be_noted(
    readiness: QuestionSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = PhoneRoom(readiness, tmp_path / "sag.box")
    room.ask()
    phone = room.phone("borger")
    with monkeypatch.context() as disk:
        disk.setattr("samskab_cli.workshop.phones.ballot_box.replace_whole", _full)
        answer = phone.client.post("/svar", data={"svar": "4", "runde": phone.round})
    assert answer.status_code == 503
    assert SAID.page.not_noted_note in answer.text
    assert SAID.page.noted not in answer.text
    assert (phone.name, room.live.trouble) == ("question", "No space left on device")
    assert phone.answer(4) == 200
    assert room.live.trouble == ""


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


# What there is


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/svar", "/med", "/nu"])
def test_no_other_methods(room: PhoneRoom, method: str, path: str) -> None:
    assert room.client().request(method, path).status_code == 405


@pytest.mark.parametrize("path", ["/../pyproject.toml", "/static/x.css", f"/{KEY}/nu", "/nu/x", "/haendelser/x"])
def test_no_other_paths_and_no_files(room: PhoneRoom, path: str) -> None:
    assert room.client().get(path).status_code == 404


def test_nothing_that_is_sent_moves_the_room(room: PhoneRoom) -> None:
    phone = room.phone("borger")
    before = (room.room.stage, room.room.item.id, len(room.notebook.entries))
    for path in ("/", "/nu", "/svar", "/med", "/rejs", "/naeste", "/vis"):
        phone.client.get(path)
        phone.client.post(path, data={"svar": "4", "runde": room.live.box.round, "kode": room.live.box.code})
    for path in (f"/{KEY}", f"/{KEY}/nu"):
        assert room.wall().post(path, headers={"Origin": WALL}).status_code == 405
    assert (room.room.stage, room.room.item.id, len(room.notebook.entries)) == before


def test_the_wall_needs_its_key_and_neither_server_answers_the_others_paths(room: PhoneRoom) -> None:
    wall = room.wall()
    assert wall.get(f"/{KEY}").status_code == 200
    for path in ("/wrong-key", "/wrong-key/nu", "/wrong-key/haendelser", "/wrong-key/rapport", "/", "/svar"):
        assert wall.get(path).status_code == 404
    assert wall.get(f"/{KEY}/rapport").status_code == 404  # there is none yet


@pytest.mark.parametrize("of", ["phone", "wall"])
def test_every_answer_carries_the_headers(room: PhoneRoom, of: str) -> None:
    client, paths = (room.client(), ["/", "/x.y", "/nu"]) if of == "phone" else (room.wall(), [f"/{KEY}", "/x"])
    for path in paths:
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "script-src 'sha256-" in policy
        assert "unsafe" not in policy
        assert "form-action 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert not {"server", "date", "etag", "last-modified"} & {name.casefold() for name in headers}


def test_the_pages_have_no_style_and_no_script_but_the_ones_that_the_policy_names(room: PhoneRoom) -> None:
    phone = room.phone("borger").client.get("/").text
    wall = room.wall().get(f"/{KEY}").text
    for page in (phone, wall):
        assert page.count("<script>") == page.count("<style>") == 1
        assert not re.search(r'\sstyle=|\son[a-z]+="|javascript:|<link rel="stylesheet', page)
        assert not re.search(r'(?:src|href|url\()[="\']+https?:', page)


def test_text_of_the_session_is_text(room: PhoneRoom) -> None:
    assert "Ensomhed blandt ældre &lt;b&gt;" in room.phone("borger").page
    assert "Ensomhed blandt ældre &lt;b&gt;" in room.on_the_wall()


def test_the_pages_are_light(room: PhoneRoom) -> None:
    phone = room.phone("borger")
    assert len(phone.client.get("/").content) <= 20_000
    assert len(room.wall().get(f"/{KEY}").content) <= 20_000
    assert len(pages._script().encode()) <= 4_500


def test_the_pages_as_they_are_sent(room: PhoneRoom, golden: Golden) -> None:
    # what changes with each run is set: the code, the key of the round, the version
    phone = room.phone("borger")
    room.live.box.lay("borger", [1, 2, 3, 4, 5])
    own = PhonePage("question", "da", "1", "rundens-navn", "Borger / pårørende")
    golden("phones/question.html", phone_page(own, room.live.shown))
    golden("phones/noted.html", phone_page(replace(own, name="noted", answer=4), room.live.shown, whole=False))
    wall = ProjectorPage("1", room.live.cast, room.live.joined)
    golden("phones/wall-question.html", projector_page(wall, room.live.shown, "/key", None))
    for role, people in HERE.items():
        room.live.box.lay(role, [place % 5 + 1 for place in range(people)])
    room.reveal()
    assert phone.name == "distribution"
    golden("phones/distribution.html", phone_page(replace(own, name="distribution"), room.live.shown, whole=False))
    golden("phones/wall-distribution.html", projector_page(wall, room.live.shown, "/key", None, whole=False))


# What is seen


def test_while_the_room_votes_only_the_count_of_all_is_shown(room: PhoneRoom) -> None:
    for role, answer in (("byraad", 5), ("byraad", 1), ("medarb", 2)):
        room.phone(role).answer(answer)
    watcher = room.phone("borger")
    assert "3 af 12" not in watcher.page
    text = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", room.on_the_wall())
    assert re.search(r"\b3\s+af 12 har svaret", text)
    assert not any(role.label in text for role in room.live.shown.roles)
    assert [int(number) for number in re.findall(r"\b\d+\b", text)] == [1, len(room.room.items), 3, 12]


def test_a_phone_sees_no_answer_but_its_own(room: PhoneRoom) -> None:
    mine, other = room.phone("borger"), room.phone("borger")
    mine.answer(5)
    assert 'class="mine"' in mine.page
    assert 'class="mine"' not in other.page
    assert other.name == "question"


def test_a_role_of_one_is_told_who_can_see_its_answers(room: PhoneRoom) -> None:
    seats = room.client().get(f"/{room.live.box.code}").text
    leader = re.search(r'value="ledelse">(.*?)</button>', seats, re.DOTALL)
    member = re.search(r'value="medarb">(.*?)</button>', seats, re.DOTALL)
    assert leader is not None
    assert member is not None
    assert SAID.page.alone in leader[1]
    assert SAID.page.alone not in member[1]
    assert SAID.page.alone in room.phone("ledelse").client.get("/").text or room.phone("ledelse").name == "question"


@pytest.mark.parametrize("choice", ["show", "room", "merge", "withhold"])
def test_a_phone_says_before_the_first_answer_what_was_decided(readiness: QuestionSet, choice: SidesChoice) -> None:
    room = PhoneRoom(readiness, changes={"min_group": None})
    assert room.room.stage is Stage.SIDES
    room.room.decide(choice)
    room.live.show(Snapshot(room.facilitator).base("lobby"))
    assert SAID.page.sides[choice] in room.phone("borger").page


ROOMS = st.fixed_dictionaries({"byraad": st.integers(0, 6), "medarb": st.integers(0, 7), "borger": st.integers(1, 7)})


@settings(deadline=None, max_examples=25)
@given(present=ROOMS, min_group=st.sampled_from([None, 1, 3, 5]), seed=st.integers(0, 2**16))
def test_phones_and_wall_show_no_figure_that_is_withheld(
    present: dict[str, int], min_group: int | None, seed: int
) -> None:
    here = {role: people for role, people in present.items() if people}
    room = PhoneRoom(READINESS, present=here, changes={"min_group": min_group})
    rng = random.Random(seed)
    if room.room.stage is Stage.SIDES:
        room.room.decide(rng.choice(sorted(room.room.sides.choices.values())))
    room.ask()
    watcher = room.phone("borger")
    for role, people in here.items():
        room.live.box.lay(role, [rng.randint(1, 5) for _ in range(people)])
    room.reveal()
    picture, item = room.facilitator.picture(), room.room.item.id
    chart, sides = room.live.shown.chart, {side.label for side in picture.sides_of(item)}
    assert chart is not None
    total = sum(here.values())
    may_see = any(one.id == item for one in picture.in_the_room.items)
    if not may_see or (room.room.session.sides is None and (min_group or 5) > total):
        assert chart.bars == ()
        assert "<table>" not in watcher.page
        assert SAID.page.too_few in watcher.page
        assert not re.search(r"<b>\d", room.on_the_wall().split('class="middle"')[1])
        return
    assert sum(bar.count for bar in chart.bars) == total
    assert {label for _, label in chart.sides} <= sides
    assert len(chart.sides) != 1, "one side alone gives the other away"
    assert {mark.label for bar in chart.bars for mark in bar.marks} <= {label for _, label in chart.sides}
    table = watcher.page.split("<table>")[1].split("</table>")[0]
    assert not any(label in table for label in sides), "a phone shows everybody together"


def test_the_report_on_the_wall_is_the_report(room: PhoneRoom) -> None:
    room.live.show(replace(room.live.shown, kind="result", report="<!doctype html><p>Rapport"))
    assert "<iframe" in room.on_the_wall()
    answer = room.wall().get(f"/{KEY}/rapport")
    assert answer.text.endswith("Rapport")
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
