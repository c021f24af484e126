"""Names of groups as names of files: plain letters, each once, and none that an operating system keeps for itself."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from pathvalidate import is_valid_filename

from samskab_cli.model.file_name import plain_letters

TAKEN = frozenset({"index"})
"""Names of files that aren't a group's."""


def file_names(names: Sequence[str]) -> list[str]:
    """A file name (without suffix) for each name; no two alike, whatever the case.

    Where two would collide, or a name can't be a file's, each gets a short hash of itself: the same in every run.

    >>> file_names(["Ærø", "../etc", "CON", "Åby", "Aaby"])
    ['aeroe', 'etc', 'con-a3dbc4', 'aaby-a058b1', 'aaby-8dd9e9']
    """
    plain = [plain_letters(name) for name in names]
    for length in (6, 64):  # a name may look like another with its hash
        count = Counter(plain)
        plain = [
            short if count[short] == 1 and _usable(short) else f"{short}-{_hash(name)[:length]}".lstrip("-")
            for short, name in zip(plain, names, strict=True)
        ]
    return plain


def _usable(short: str) -> bool:
    return bool(short) and short not in TAKEN and is_valid_filename(f"{short}.html", platform="universal")


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8")).hexdigest()
