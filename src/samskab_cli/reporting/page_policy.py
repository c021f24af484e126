"""HTML that loads nothing: minified styles, their hashes for the Content-Security-Policy, per cents in styles."""

from __future__ import annotations

import base64
import hashlib
import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?|(?<=:) ")


def minified(style: str) -> str:
    """A style without what only people read; `@media` keeps its blanks."""
    return _AROUND.sub(lambda match: match[1] or "", _BLANKS.sub(" ", _COMMENT.sub("", style))).strip()


def source_hash(text: str) -> str:
    """What the policy says of a style or a script, so that no other runs."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def percent(value: float) -> str:
    """A place in a chart, with no more digits than a screen has."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
