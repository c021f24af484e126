"""Sixty phones and the projector's page over loopback: how soon a vote is noted, and how soon the wall shows it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

_PHONES = 60
_ADDRESSES = 10
"""Phones come from as many addresses of loopback, as they would from a network."""
_SPREAD = 3.0
"""Seconds that sixty people take to press."""


class Phones(NamedTuple):
    """What was measured; times in milliseconds."""

    answer: float
    """From the press to "Noteret", 95th percentile, when sixty answer within three seconds."""
    together: float
    """Until sixty that press at the same instant are all noted."""
    wall: float
    """From the press to the wall's page with the new count, 95th percentile, one after the other."""
    stop: float
    """From Ctrl-C to the end, with sixty streams open."""
    memory: float
    """Bytes resident at most, in millions."""
    page: float
    """Bytes of a question's page, in thousands."""


def sixty_phones(folder: Path) -> Phones:
    """A room of sixty: line by line, so that a pipe can press Enter."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = subprocess.Popen(
        [
            *(sys.executable, "-m", "samskab_cli", "assess", "--plain", "--phones", "--address", f"127.0.0.1:{port}"),
            *("--roles", "medarb=30,borger=30", "--min-group", "1", "--matter", "x", "--municipality", "y"),
            *("--session", str(folder / "phones.samskab.jsonl")),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        bufsize=0,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    try:
        said = _read_until(program, b"begynd")
        return asyncio.run(_measured(program, port, said))
    finally:
        program.kill()
        program.wait()
        for stream in (program.stdin, program.stdout):
            if stream:
                stream.close()


async def _measured(program: subprocess.Popen[bytes], port: int, said: str) -> Phones:
    code, wall = _found(rf"{port}/(\w{{5}})", said), _found(r"http://127\.0\.0\.1:(\d+/[\w-]+)", said)
    phones = [await _joined(port, code, place) for place in range(_PHONES)]
    streams = [asyncio.create_task(_listen(port, phone)) for phone in phones]
    await asyncio.to_thread(_press_enter, program)
    page = await phones[0].get("/")
    round_ = _found(r'name="runde" value="(\w+)"', page)
    answers = await asyncio.gather(
        *(_vote(phone, round_, 4, _SPREAD * place / _PHONES) for place, phone in enumerate(phones))
    )
    began = time.perf_counter()
    await asyncio.gather(*(_vote(phone, round_, 2, 0) for phone in phones))
    together = time.perf_counter() - began
    seen = [await _seen_on_the_wall(port, code, wall, round_, place) for place in range(20)]
    memory = await asyncio.to_thread(_peak, program.pid)
    began = time.perf_counter()
    program.send_signal(signal.SIGINT)
    await asyncio.to_thread(program.wait)
    stop = time.perf_counter() - began
    for stream in streams:
        stream.cancel()
    await asyncio.gather(*streams, return_exceptions=True)
    for phone in phones:
        phone.writer.close()
    return Phones(
        _p95(answers) * 1000, together * 1000, _p95(seen) * 1000, stop * 1000, memory / 1000, len(page.encode()) / 1000
    )


@dataclass
class _Phone:
    """One connection that is kept open, as browsers do."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    origin: str
    address: str
    cookie: str = ""

    async def get(self, path: str) -> str:
        return await self._spoken(f"GET {path}", "")

    async def post(self, path: str, form: str) -> str:
        return await self._spoken(f"POST {path}", form)

    async def _spoken(self, what: str, form: str) -> str:
        host = self.origin.removeprefix("http://")
        self.writer.write(
            f"{what} HTTP/1.1\r\nHost: {host}\r\nOrigin: {self.origin}\r\nX-Part: main\r\nCookie: {self.cookie}\r\n"
            f"Content-Length: {len(form)}\r\n\r\n{form}".encode()
        )
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode()
        body = await self.reader.readexactly(int(_found(r"(?i)content-length: (\d+)", head)))
        if cookie := re.search(r"(?i)set-cookie: ([^;]+)", head):
            self.cookie = cookie[1]
        if " 200 " not in head:
            raise RuntimeError(head)
        return body.decode()


async def _connected(port: int, address: str) -> _Phone:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
    return _Phone(reader, writer, f"http://127.0.0.1:{port}", address)


async def _joined(port: int, code: str, place: int) -> _Phone:
    phone = await _connected(port, f"127.0.0.{place % _ADDRESSES + 1}")
    await phone.post("/med", f"kode={code}&rolle={('medarb', 'borger')[place % 2]}")
    return phone


async def _listen(port: int, phone: _Phone) -> None:
    listening = await _connected(port, phone.address)
    listening.writer.write(
        f"GET /haendelser HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {phone.cookie}\r\n\r\n".encode()
    )
    with contextlib.suppress(OSError):
        while await listening.reader.read(4096):
            pass
    listening.writer.close()


async def _vote(phone: _Phone, round_: str, answer: int, after: float) -> float:
    await asyncio.sleep(after)
    began = time.perf_counter()
    said = await phone.post("/svar", f"svar={answer}&runde={round_}")
    if 'data-page="noted' not in said:
        raise RuntimeError(said)
    return time.perf_counter() - began


async def _seen_on_the_wall(port: int, code: str, wall: str, round_: str, place: int) -> float:
    """A new phone votes; how long until the wall's page has one more."""
    phone = await _joined(port, code, place)
    wall_port, _, key = wall.partition("/")
    watching, looking = await _connected(int(wall_port), "127.0.0.1"), await _connected(int(wall_port), "127.0.0.1")
    watching.writer.write(f"GET /{key}/haendelser HTTP/1.1\r\nHost: 127.0.0.1:{wall_port}\r\n\r\n".encode())
    await watching.reader.readuntil(b"data: ")
    began = time.perf_counter()
    vote = asyncio.create_task(_vote(phone, round_, 5, 0))
    while f"<b>{_PHONES + place + 1}</b>" not in await looking.get(f"/{key}/nu"):
        await watching.reader.readuntil(b"data: ")
    took = time.perf_counter() - began
    await vote
    for one in (phone, watching, looking):
        one.writer.close()
    return took


def _peak(process: int) -> int:
    """Kilobytes resident at most; on Linux."""
    return int(_found(r"VmHWM:\s+(\d+)", Path(f"/proc/{process}/status").read_text(encoding="utf-8")))


def _press_enter(program: subprocess.Popen[bytes]) -> None:
    if program.stdin is None:
        raise RuntimeError("the program has no keys")
    program.stdin.write(b"\n")
    _read_until(program, b"har svaret")


def _read_until(program: subprocess.Popen[bytes], words: bytes) -> str:
    text = b""
    while words not in text and program.stdout is not None:
        part = os.read(program.stdout.fileno(), 4096)
        if not part:
            raise RuntimeError(text.decode())
        text += part
    return text.decode()


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    if found is None:
        raise RuntimeError(f"{pattern} isn't in {text}")
    return found[1]


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]
