"""QR codes: of the page to answer on, and of the room's network."""

from __future__ import annotations

from typing import Final

import segno
from segno import helpers

_BORDER: Final = 2
_HALVES: Final = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
"""What two modules above each other look like, dark ink on light paper."""


def page_code(address: str) -> segno.QRCode:
    """The code of an address; all in capitals, which QR packs closer: version 2 instead of 3."""
    return segno.make(address.upper(), error="m", micro=False)


def wifi_code(network: str, password: str) -> segno.QRCode:
    """The code that takes a phone into a network."""
    return helpers.make_wifi(ssid=network, password=password or None, security="WPA" if password else None)


def terminal_rows(code: segno.QRCode) -> list[str]:
    """Two modules a cell, to be drawn black on white whatever the terminal's colours are."""
    modules = [[int(bool(module)) for module in row] for row in code.matrix_iter(border=_BORDER)]
    if len(modules) % 2:
        modules.append([0] * len(modules[0]))
    pairs = zip(modules[::2], modules[1::2], strict=True)
    return ["".join(_HALVES[pair] for pair in zip(above, below, strict=True)) for above, below in pairs]


def svg_path(code: segno.QRCode) -> tuple[int, str]:
    """Modules a side, and the dark ones as a path of rectangles, for a page."""
    size, runs = len(list(code.matrix)), []
    for y, row in enumerate(code.matrix):
        x = 0
        while x < size:
            width = 0
            while x + width < size and row[x + width]:
                width += 1
            if width:
                runs.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width or 1
    return size, "".join(runs)
