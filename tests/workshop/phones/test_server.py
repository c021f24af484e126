"""The servers on a real socket: phones that come at once, connections that say nothing, an end nobody waits for."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
from collections.abc import Iterator

import httpx2
import pytest

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.workshop.phones import request_timeout
from samskab_cli.workshop.phones.addresses import place_for
from samskab_cli.workshop.phones.phone_app import phone_app
from samskab_cli.workshop.phones.server import Server
from samskab_cli.workshop.wording import RoomWords
from tests.workshop.phones.phone_room import PhoneRoom


@pytest.fixture
def served(readiness: QuestionSet) -> Iterator[tuple[PhoneRoom, str]]:
    """A room at its first statement, and where it is served."""
    room = PhoneRoom(readiness)
    room.ask()
    place = place_for("127.0.0.1", RoomWords("da").elsewhere.count)
    server = Server(room.live, [(place, phone_app(room.live, place.origin))])
    server.start()
    try:
        yield room, place.origin
    finally:
        server.stop()


def connected(origin: str, address: str) -> socket.socket:
    host, _, port = origin.removeprefix("http://").partition(":")
    return socket.create_connection((host, int(port)), timeout=10, source_address=(address, 0))


def test_connections_that_say_nothing_lock_nobody_out(served: tuple[PhoneRoom, str]) -> None:
    _, origin = served
    with contextlib.ExitStack() as open_ones:
        for _ in range(450):
            one = open_ones.enter_context(connected(origin, "127.0.0.66"))
            with contextlib.suppress(OSError):  # hung up on already
                one.sendall(b"POST /svar HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 400\r\n\r\nsvar=")
        assert httpx2.get(f"{origin}/", timeout=10).status_code == 200
        assert len(request_timeout.ImpatientProtocol._waiting["127.0.0.66"]) <= request_timeout.MOST_WAITING


def test_a_request_that_never_becomes_whole_is_hung_up_on(
    served: tuple[PhoneRoom, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, origin = served
    monkeypatch.setattr(request_timeout, "PATIENCE", 0.2)
    half_a_form = f"POST /svar HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: {origin}\r\nContent-Length: 9\r\n\r\nsv"
    for begun in (b"", b"GET / HTTP/1.1\r\nHost: 12", half_a_form.encode()):
        with connected(origin, "127.0.0.1") as one:
            one.sendall(begun)
            while one.recv(4096):  # a form without a seat is refused before it is whole
                pass
    # and so is a second one on a connection whose first was whole
    with connected(origin, "127.0.0.1") as one:
        one.sendall(b"GET /x.y HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert one.recv(4096).startswith(b"HTTP/1.1 404")
        one.sendall(b"GET / HTTP/1.1\r\nHo")
        while one.recv(4096):
            pass


def test_a_roomful_behind_one_router_that_comes_at_once_is_let_in(served: tuple[PhoneRoom, str]) -> None:
    _, origin = served
    with contextlib.ExitStack() as open_ones:
        everybody = [open_ones.enter_context(connected(origin, "127.0.0.1")) for _ in range(40)]
        for one in everybody:
            one.sendall(b"GET /x.y HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert all(one.recv(4096).startswith(b"HTTP/1.1 404") for one in everybody)


def test_nothing_says_what_serves_or_when(served: tuple[PhoneRoom, str]) -> None:
    _, origin = served
    headers = httpx2.get(f"{origin}/").headers
    assert not {"server", "date"} & {name.casefold() for name in headers}


def test_no_log_is_written_anywhere(served: tuple[PhoneRoom, str], capfd: pytest.CaptureFixture[str]) -> None:
    _, origin = served
    httpx2.get(f"{origin}/XXXXX")
    with connected(origin, "127.0.0.1") as one:
        one.sendall(b"NONSENSE\r\n\r\n")
        one.recv(4096)
    assert capfd.readouterr() == ("", "")
    assert not logging.getLogger("uvicorn.error").propagate


def test_a_seat_that_opens_a_third_stream_loses_its_first(served: tuple[PhoneRoom, str]) -> None:
    room, origin = served
    with httpx2.Client(base_url=origin, headers={"Origin": origin}, timeout=10) as client:
        client.post("/med", data={"kode": room.live.box.code, "rolle": "borger"}).raise_for_status  # noqa: B018
        with contextlib.ExitStack() as streams:
            lines = [streams.enter_context(client.stream("GET", "/haendelser")).iter_lines() for _ in range(3)]
            for one in lines[1:]:
                assert next(one).startswith("data: ")
            assert len(list(lines[0])) <= 2  # a first event, if it came in time, and its end


def test_the_room_moves_and_phones_are_told_but_not_of_others_votes(served: tuple[PhoneRoom, str]) -> None:
    room, origin = served
    with httpx2.Client(base_url=origin, headers={"Origin": origin}, timeout=10) as client:
        client.post("/med", data={"kode": room.live.box.code, "rolle": "borger"})
        with client.stream("GET", "/haendelser") as stream:
            events = (line for line in stream.iter_lines() if line)
            first, version = next(events), room.live._version
            for _ in range(3):
                room.phone("medarb").answer(4)
            room.reveal()
            assert next(events) != first
            assert room.live._version == version + 1


def test_the_end_is_not_waited_for_by_open_streams(readiness: QuestionSet) -> None:
    room = PhoneRoom(readiness)
    room.ask()
    place = place_for("127.0.0.1", RoomWords("da").elsewhere.count)
    server = Server(room.live, [(place, phone_app(room.live, place.origin))])
    server.start()
    with httpx2.Client(base_url=place.origin, headers={"Origin": place.origin}, timeout=10) as client:
        client.post("/med", data={"kode": room.live.box.code, "rolle": "borger"})
        with client.stream("GET", "/haendelser") as stream:
            next(stream.iter_lines())
            server.stop()
            assert not [thread for thread in threading.enumerate() if thread.name == "phones"]
