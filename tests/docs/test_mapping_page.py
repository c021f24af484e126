"""The example on the page of mapping files is one."""

from __future__ import annotations

import re
from pathlib import Path

from samskab_cli.loading.answers.map_file import load_map
from samskab_cli.model.question_set import QuestionSet

PAGE = Path(__file__).parents[2] / "docs" / "mapping.md"


def test_the_example_is_accepted_for_the_bundled_set(tmp_path: Path, readiness: QuestionSet) -> None:
    block = re.search(r"^```yaml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert block is not None
    path = tmp_path / "map.yaml"
    path.write_text(block[1], encoding="utf-8")

    content = load_map(path, readiness).content

    assert dict(content.items) == {"aktie": ("Q1_1",), "flere": (14,), "muligt": (15, 31)}
    assert content.role is not None
    assert content.role.values == {"1": "byraad", "2": "ledelse", "3": "medarb"}
