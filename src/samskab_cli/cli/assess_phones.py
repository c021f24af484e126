"""`assess --phones`, `--projector`, `--address`, `--wifi`: what is wanted of other screens."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from samskab_cli.cli.options import Language

if TYPE_CHECKING:
    from samskab_cli.workshop.other_screens import Wanted


def wanted_screens(
    lang: Language | None, *, phones: bool, address: str | None, wifi: str | None, projector: bool
) -> Wanted:
    """Phones and the projector's page. Raises OutputRefused where what they need isn't installed."""
    from samskab_cli.errors import OutputRefused
    from samskab_cli.workshop.other_screens import INSTALL, Wanted, has_extra

    if (address or wifi) and not phones:
        raise typer.BadParameter("it is for phones: give --phones too", param_hint="--address" if address else "--wifi")
    if not phones and not projector:
        return Wanted()
    if not has_extra():
        raise OutputRefused(f"phones and the projector's page need more: {INSTALL}. Without them: cards, as always")
    if address:
        from samskab_cli.workshop.phones.addresses import split

        try:
            split(address)
        except ValueError as error:
            raise typer.BadParameter(
                f"{address!r} is no address; give 192.168.8.2 or 192.168.8.2:8765", param_hint="--address"
            ) from error
    return Wanted(phones, projector, address, wifi or "", _password(wifi, lang) if wifi else "")


def _password(network: str, lang: Language | None) -> str:
    """The network's password, typed unseen; empty where nobody is there to type it."""
    import getpass

    from samskab_cli.workshop.wording import RoomWords

    if not sys.stdin.isatty():
        return ""
    words = RoomWords((lang or Language.DANISH).value).elsewhere.lobby
    return getpass.getpass(words.ask_password.format(network=network))
