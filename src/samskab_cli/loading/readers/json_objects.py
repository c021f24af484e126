"""Objects in the place of an answer, `{"aktie": {"value": 5}}`: their one value counts, several are no answer.

Rows are flat by now: `aktie/value`. What may be an answer shows in the whole file: a path that others have as a plain
value, or one that ends as those of objects around a value do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

_AROUND: Final = frozenset({"value", "answer", "code", "label", "svar", "værdi"})
"""What the one value in an object is called."""


def unwrap_objects(rows: Sequence[dict[str, str]]) -> Mapping[str, int]:
    """Change the rows in place. Path → how many objects around one value it had."""
    paths = dict.fromkeys(path for row in rows for path in row)
    plain = {path for row in rows for path, value in row.items() if value}
    within = Counter(above for path in paths for above in _above(path))
    wrapped = {path: top for path in paths if (top := _top(path, plain, within)) is not None}
    unwrapped: Counter[str] = Counter()
    for row in rows if wrapped else ():
        inner: dict[str, list[str]] = {}
        for path in [path for path in row if path in wrapped]:
            inner.setdefault(wrapped[path], []).append(path)
        for top, found in inner.items():
            values = [row.pop(path) for path in found]
            if len(values) == 1:
                unwrapped[top] += 1
                row[top] = values[0]
            else:
                row[top] = _text(path.removeprefix(f"{top}/") for path in found)
    return unwrapped


def _top(path: str, plain: AbstractSet[str], within: Mapping[str, int]) -> str | None:
    """The path of the answer that a path lies in. within: how many paths lie in each."""
    above = list(_above(path))
    for top in above:
        if top in plain:
            return top
    alone = above and within[above[-1]] == 1 and path.rpartition("/")[2].casefold() in _AROUND
    return above[-1] if alone else None


def _above(path: str) -> Iterator[str]:
    """Every path that this one lies in, the outermost first."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)


def _text(keys: Iterable[str]) -> str:
    """An object of several values, which is no answer: its keys, so that it is seen and can't be read."""
    return "{" + ", ".join(keys) + "}"
