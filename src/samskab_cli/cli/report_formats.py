"""`--format`, or the suffix of `-o`: which output a document is written as; PDF and xlsx never to a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from samskab_cli.cli.output import Destination
from samskab_cli.reporting.formats import BINARY, SUFFIXES, Format, by_suffix, check, unknown_suffix

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samskab_cli.api import Publication

FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help=f"How it is given: the suffixes of -o are {', '.join(SUFFIXES.values())}.",
        show_default="by the suffix of -o, else text",
    ),
]


def format_of(named: Format | None, place: Destination) -> Format:
    """What is asked for by `--format`, else by the suffix of `-o`.

    Raises typer.BadParameter for an unknown suffix and for what no terminal shows, OutputRefused for a PDF without
    what sets it.
    """
    chosen = named or by_suffix(place.suffix)
    if chosen is None:
        raise typer.BadParameter(unknown_suffix(place.suffix), param_hint="-o")
    if chosen in BINARY and place.path is None and sys.stdout.isatty():
        raise typer.BadParameter(f"a terminal can't show {chosen.value}; name a file", param_hint="-o")
    check(chosen)
    return chosen


def deliver(shown: Publication[BaseModel], chosen: Format, place: Destination) -> None:
    """Write what was asked for. Text on stdout fits the terminal that it goes to. Raises OutputRefused."""
    if chosen is not Format.TEXT or place.path is not None:
        place.write(shown.render(chosen))
        return
    import os

    from samskab_cli.reporting import terminal
    from samskab_cli.reporting.terminal.capabilities import capabilities_of

    shows = capabilities_of(sys.stdout, os.environ)
    place.write(terminal.render(shown.document(), width=shows.width, encoding=shows.encoding, colour=shows.colour))
