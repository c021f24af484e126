"""Whether a file is a session, by its first line."""

from __future__ import annotations

from typing import Final

_BEGINS: Final = b'{"samskab":"session/'


def is_session(first_bytes: bytes) -> bool:
    """Whether a file that begins with these bytes is a session."""
    return first_bytes.startswith(_BEGINS)
