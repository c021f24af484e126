"""Phones for tests of a workshop at a real terminal: they speak with its server as browsers do."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass

import httpx2

from tests.terminal.real import Terminal


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def code_on(screen: str, port: int) -> str:
    """The code that the lobby shows."""
    found = re.search(rf"{port}/([A-Z2-9]{{5}})", screen)
    assert found is not None, screen
    return found[1]


@dataclass
class Phone:
    """One phone; the role it is here as."""

    port: int
    code: str
    role: str
    address: str = "127.0.0.1"

    def __post_init__(self) -> None:
        base = f"http://127.0.0.1:{self.port}"
        self.client = httpx2.Client(
            base_url=base,
            headers={"Origin": base},
            follow_redirects=True,
            timeout=10,
            transport=httpx2.HTTPTransport(
                local_address=self.address, limits=httpx2.Limits(max_keepalive_connections=0)
            ),
        )
        self.sit_down()

    def sit_down(self) -> None:
        """Choose the role."""
        self.client.post("/med", data={"kode": self.code, "rolle": self.role}).raise_for_status()

    @property
    def page(self) -> str:
        """What it shows."""
        return self.client.get("/nu").text

    @property
    def name(self) -> str:
        """Which page that is."""
        found = re.search(r'data-page="([a-z_]+)-', self.page)
        return found[1] if found else ""

    @property
    def round(self) -> str:
        """Which asking its form belongs to."""
        found = re.search(r'name="runde" value="(\w*)"', self.page)
        return found[1] if found else ""

    def answer(self, given: object, round_: str | None = None) -> int:
        """Press an answer; the status."""
        form = {"svar": str(given), "runde": self.round if round_ is None else round_}
        return self.client.post("/svar", data=form, headers={"X-Part": "main"}).status_code


def sitting(room: Terminal, port: int, *roles: str) -> list[Phone]:
    """Phones of these roles, once the lobby says how they join."""
    code = code_on(room.wait_for(f":{port}/"), port)
    return [Phone(port, code, role) for role in roles]
