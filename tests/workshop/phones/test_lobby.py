"""The lobby on the screen: a code that can be scanned, who has joined, and what to check where nobody can."""

from __future__ import annotations

import io

import pytest
from rich.text import Text

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.workshop.display import Display
from samskab_cli.workshop.other_screens import Wanted
from samskab_cli.workshop.phones import lobby, qr
from samskab_cli.workshop.phones.addresses import place_for
from samskab_cli.workshop.phones.lobby import LobbyRoom
from samskab_cli.workshop.phones.room import OtherScreens
from samskab_cli.workshop.screens.canvas import Canvas
from samskab_cli.workshop.wording import RoomWords
from tests.workshop.phones.phone_room import PhoneRoom

PIXELS = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


@pytest.fixture
def room(readiness: QuestionSet) -> PhoneRoom:
    return PhoneRoom(readiness)


def drawn(
    room: PhoneRoom, width: int = 80, height: int = 24, wanted: Wanted | None = None, **canvas: str
) -> list[Text]:
    """The lobby's lines in a window of this size."""
    place = place_for("127.0.0.1", RoomWords("da").elsewhere.count)
    place.socket.close()
    screens = OtherScreens(wanted or Wanted(phones=True), room.live, place)
    display = Display(io.StringIO(), Canvas(width, height, **canvas), None)  # type: ignore[arg-type]  # no keys are read
    one = LobbyRoom(screens, room.facilitator, display)
    one._show()
    return one._lines("")


def text(lines: list[Text]) -> str:
    return "\n".join(line.plain for line in lines)


def test_the_code_on_the_screen_is_the_code_of_the_page(room: PhoneRoom) -> None:
    assert room.live.lobby is not None
    code = qr.page_code(room.live.lobby.link)
    rows = qr.terminal_rows(code)
    pixels = [[PIXELS[cell][half] for cell in row] for row in rows for half in (0, 1)]
    wanted = [[int(bool(module)) for module in row] for row in code.matrix_iter(border=2)]
    assert pixels[: len(wanted)] == wanted
    assert (code.version, len(rows), len(rows[0])) == (2, 15, 29)
    lines = drawn(room)
    shown = [line.plain[2:31] for line in lines[2 : 2 + len(rows)]]
    assert shown == rows


def test_it_is_black_on_white_whatever_the_colours_of_the_terminal_are(room: PhoneRoom) -> None:
    inked = [span.style for line in drawn(room) for span in line.spans]
    assert {str(style) for style in inked if "on" in str(style)} == {"#000000 on #ffffff"}


@pytest.mark.parametrize(("width", "height"), [(80, 24), (100, 34), (120, 40), (60, 18), (40, 12)])
@pytest.mark.parametrize("network", ["", "samskab-rummet"])
def test_every_line_fits_every_window_and_says_where_to_go(
    room: PhoneRoom, width: int, height: int, network: str
) -> None:
    lines = drawn(room, width, height, Wanted(phones=True, network=network, password="kaffe og kage"))  # noqa: S106  # no secret
    assert len(lines) <= height - 1
    assert all(line.cell_len <= width for line in lines)
    assert f"192.168.8.2:8765/{room.live.box.code}" in text(lines)
    assert ("samskab-rummet" in text(lines)) == bool(network)


def test_a_terminal_without_half_blocks_has_the_address(room: PhoneRoom) -> None:
    lines = drawn(room, encoding="ascii")
    assert "192.168.8.2:8765/" in text(lines)
    assert text(lines).isascii()


def test_who_has_joined_is_counted_by_role(room: PhoneRoom) -> None:
    assert "Ingen telefon har meldt sig endnu." in text(drawn(room))
    room.phone("borger")
    assert "1 er med." in text(drawn(room))
    for _ in range(4):
        room.phone("borger", "192.168.8.40")
    lines = text(drawn(room))
    assert "Borger / pårørende    5 af 5" in lines
    assert "5 er med." in lines
    assert "pladser er taget fra én og samme adresse" not in lines


def test_many_seats_from_one_address_are_mentioned(room: PhoneRoom) -> None:
    for _ in range(5):
        room.phone("borger")
    assert "5 pladser er taget fra én og samme adresse." in text(drawn(room))


def test_after_half_a_minute_without_a_phone_it_says_what_to_check(
    room: PhoneRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "firewallen" not in text(drawn(room))
    monkeypatch.setattr(lobby, "_PATIENCE", -1.0)
    lines = text(drawn(room))
    assert all(word in lines for word in ("samme netværk", "firewallen", "gå videre med kort"))
    room.phone("borger")
    assert "firewallen" not in text(drawn(room))


def test_the_wall_shows_the_code_to_latecomers_while_phones_go_on(room: PhoneRoom) -> None:
    room.ask()
    phone = room.phone("borger")
    screens = OtherScreens(Wanted(phones=True), room.live, None)
    screens.show_lobby(room.facilitator, again=True)
    assert 'class="qr"' in room.on_the_wall()
    assert phone.name == "question"
    screens.hide_code()
    assert 'class="qr"' not in room.on_the_wall()
