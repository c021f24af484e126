"""Every file under `src/` is on the map of the code, and told apart there from all the others."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from tests.docs.map_of_files import SOURCE, map_of_files, sentence

PAGE = Path(__file__).parents[2] / "docs" / "map.md"
BLOCK = re.compile(r"(?<=<!-- generated)([^\n]*-->\n)(.*?)(?=<!-- end -->)", re.DOTALL)


def test_the_map_says_of_every_file_what_it_says_of_itself(*, update_golden: bool) -> None:
    expected = f"\n{map_of_files()}\n"

    text = PAGE.read_text(encoding="utf-8")
    if update_golden:
        PAGE.write_text(BLOCK.sub(lambda block: block[1] + expected, text), encoding="utf-8", newline="\n")
    block = BLOCK.search(PAGE.read_text(encoding="utf-8"))
    assert block is not None
    assert block[2] == expected, "pytest tests/docs/test_map.py --update-golden"


def test_every_file_stands_once_on_the_map() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rows = [
        f"{room}/{name}"
        for room, table in re.findall(r"^### `([\w/]+)/`\n(.*?)(?=^###|<!-- end)", text, re.MULTILINE | re.DOTALL)
        for name in re.findall(r"^\| `(\w+\.py)` \|", table, re.MULTILINE)
    ]

    assert Counter(rows) == Counter(
        path.relative_to(SOURCE.parent).as_posix() for path in SOURCE.rglob("*.py") if path.name != "__init__.py"
    )


def test_no_two_files_say_the_same_of_themselves() -> None:
    said = Counter(sentence(path) for path in SOURCE.rglob("*.py"))

    assert "" not in said
    assert said.most_common(1)[0][1] == 1
