"""Broken sets, one fault each (some five): the file beside each says what must be said of it, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from samskab_cli.errors import QuestionSetRefused
from samskab_cli.loading.sets.load import load_question_set

BROKEN = Path(__file__).parent / "broken"
SETS = sorted(path.name for path in BROKEN.iterdir() if path.suffix != ".expect")


@pytest.mark.parametrize("name", SETS)
def test_a_broken_set_is_refused_with_every_fault_in_its_place(
    name: str, monkeypatch: pytest.MonkeyPatch, update_golden: bool
) -> None:
    monkeypatch.chdir(BROKEN)
    expected = Path(f"{name.removesuffix('.yaml')}.expect")

    with pytest.raises(QuestionSetRefused) as refused:
        load_question_set(name)

    messages = "".join(f"{problem}\n" for problem in refused.value.problems).replace("\\", "/")
    if update_golden:
        expected.write_text(messages, encoding="utf-8", newline="\n")
    assert messages == expected.read_text(encoding="utf-8")
