"""Files made to harm: each ends in a sentence, with little done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from samskab_cli.errors import QuestionSetRefused
from samskab_cli.loading.sets import yaml_document
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.loading.sets.yaml_document import MAX_BYTES, MAX_VALUES, parse_yaml

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(f'*{before}' for _ in range(9))}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {k: v}\n" + "".join(f"b{i}: &b{i} {{<<: [*a, *a]}}\n" for i in range(50))


@pytest.mark.parametrize(
    ("bomb", "sentence"),
    [
        (LAUGHS, "aliases"),
        (MERGES, "merge keys"),
        ("[" * 100_000, "nested deeper than 20"),
        ("{a: " * 100_000, "nested deeper than 20"),
        ("- " * 400_000, "nested deeper than 20"),
        ("? " * 400_000, "nested deeper than 20"),
        ("[" + "a," * 450_000, f"more than {MAX_VALUES:,}"),
        ("".join(f"k{i}: 1\n" for i in range(90_000)), f"more than {MAX_VALUES:,}"),
        ("x" * (MAX_BYTES + 1), "larger than 1 MB"),
        ("a: " + "9" * 900_000, "without quotes"),
        ("a: " + "1:" * 400_000 + "1", "without quotes"),
        ("a: 1." + "9" * 900_000, "without quotes"),
        ("\0" * 900_000, "control character"),
        ("a: !" + "x" * 900_000 + " b", "tags"),
        ("a: '" + "\n" * 900_000, "never closed"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_a_bomb_ends_in_a_sentence(bomb: str, sentence: str) -> None:
    document = parse_yaml(bomb.encode("utf-8"), "bomb.yaml")
    assert any(sentence in problem.message for problem in document.problems)
    assert len(document.values) <= MAX_VALUES
    assert all(len(problem.message) < 300 for problem in document.problems)


@pytest.mark.parametrize("bomb", [LAUGHS, MERGES, "[" * 5_000, "? " * 5_000, "a: &x [*x]\n"])
def test_the_parser_without_libyaml_ends_bombs_too(bomb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_document, "_LOADER", yaml.SafeLoader)
    assert parse_yaml(bomb.encode("utf-8"), "bomb.yaml").problems


def test_a_set_of_nothing_but_faults_is_told_in_full(tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    path.write_text("".join(f"unknown{i}: 1\n" for i in range(9_000)), encoding="utf-8")
    with pytest.raises(QuestionSetRefused) as refused:
        load_question_set(str(path))
    assert len(refused.value.problems) >= 9_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(QuestionSetRefused, match="not a file"):
        load_question_set(str(tmp_path / "pipe.yaml"))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "set.yaml").mkdir()
    with pytest.raises(QuestionSetRefused, match="not a file"):
        load_question_set(str(tmp_path))
