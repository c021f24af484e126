"""The terminal that standard input and output are, on whatever system this is."""

from __future__ import annotations

import sys

from samskab_cli.workshop.terminal.signals import Source


def this_terminal() -> Source:
    """The terminal that standard input and output are; the caller has made sure that they are one."""
    if sys.platform == "win32":
        import msvcrt

        from samskab_cli.workshop.terminal.windows import WindowsConsole

        return WindowsConsole(msvcrt)
    from samskab_cli.workshop.terminal.posix import PosixTerminal

    return PosixTerminal(sys.stdin.fileno(), sys.stdout.fileno())
