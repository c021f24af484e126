"""What is known of a stream before anything is set for it."""

from __future__ import annotations

import io

import pytest

from samskab_cli.reporting.terminal.capabilities import Capabilities, capabilities_of


class Terminal(io.StringIO):
    """A terminal that doesn't tell its size."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_a_pipe_is_plain_and_80_wide() -> None:
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    assert capabilities_of(pipe, {"TERM": "xterm"}) == Capabilities(80, "cp1252", colour=False)


def test_columns_say_the_width_also_of_a_pipe() -> None:
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    assert capabilities_of(pipe, {"COLUMNS": "132"}).width == 132


@pytest.mark.parametrize("columns", ["0", "-5", "many", "", "²"])
def test_columns_that_are_no_width_are_passed_over(columns: str) -> None:
    assert capabilities_of(Terminal(), {"COLUMNS": columns}).width == 80


@pytest.mark.parametrize(
    ("environ", "colour"),
    [({"TERM": "xterm"}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": ""}, True)],
)
def test_colour_is_for_terminals_that_want_it(environ: dict[str, str], colour: bool) -> None:
    assert capabilities_of(Terminal(), environ).colour is colour
