"""Which address of the laptop phones come to: one that is chosen, never all of them."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import ifaddr

from samskab_cli.workshop.wording.phones import CountWords

PORT: Final = 8765
_PORTS: Final = 10
"""How many are tried, from this one on."""
_LIKELY: Final = ("192.168.", "10.", "172.")
"""Networks of routers, the likeliest first."""


class NoPlace(Exception):  # no fault of ours
    """There is nowhere for phones to come to; says why, in the room's language."""


@dataclass(frozen=True)
class Place:
    """A socket that listens, and its address."""

    socket: socket.socket
    host: str
    port: int
    others: tuple[str, ...] = ()
    """Other addresses that the laptop has."""

    @property
    def origin(self) -> str:
        """As browsers say it."""
        return f"http://{self.host}:{self.port}"

    @property
    def is_out_of_reach(self) -> bool:
        """Whether only this machine gets there."""
        return ipaddress.ip_address(self.host).is_loopback


def place_for(wanted: str | None, texts: CountWords) -> Place:
    """Where phones come to: `wanted` is IP or IP:PORT; None: the likeliest network. Raises NoPlace."""
    host, port = split(wanted) if wanted else ("", None)
    here = own_addresses()
    if host and host not in here and not ipaddress.ip_address(host).is_loopback:
        raise NoPlace(texts.no_such_address.format(address=host, others=", ".join(here) or "–"))
    host = host or next(iter(here), "")
    if not host:
        raise NoPlace(texts.no_address)
    others = tuple(one for one in here if one != host) if not wanted else ()
    return _listening(host, [port] if port else range(PORT, PORT + _PORTS), others, texts)


def loopback_place(texts: CountWords) -> Place:
    """Where the projector's page lies: this machine alone can reach it. Raises NoPlace."""
    return _listening("127.0.0.1", [0], (), texts)


def split(wanted: str) -> tuple[str, int | None]:
    """IP and port of `IP[:PORT]`. Raises ValueError for anything else."""
    host, colon, port = wanted.partition(":")
    if ipaddress.ip_address(host).version != 4 or host == "0.0.0.0":  # noqa: S104  # refused here
        raise ValueError(wanted)
    if not colon:
        return host, None
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise ValueError(wanted)
    return host, int(port)


def own_addresses() -> list[str]:
    """The laptop's addresses on networks, the likeliest first."""
    found = [
        str(ip.ip)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if ip.is_IPv4 and not ipaddress.ip_address(str(ip.ip)).is_loopback
    ]
    usable = [one for one in dict.fromkeys(found) if not ipaddress.ip_address(one).is_link_local]
    return sorted(usable, key=lambda one: next((n for n, net in enumerate(_LIKELY) if one.startswith(net)), 9))


def _listening(host: str, ports: Sequence[int], others: tuple[str, ...], texts: CountWords) -> Place:
    reason = ""
    for port in ports:
        taking = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows lets two programs have one port otherwise
            taking.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            taking.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # at once again after a kill
        try:
            taking.bind((host, port))
            taking.listen(256)
        except OSError as error:
            taking.close()
            is_taken = error.errno in _TAKEN
            reason = texts.port_taken.format(port=port) if is_taken else texts.refused.format(error=error.strerror)
            continue
        return Place(taking, host, taking.getsockname()[1], others)
    raise NoPlace(reason)


_TAKEN: Final = {48, 98, 10048}
"""EADDRINUSE on macOS, Linux and Windows."""
