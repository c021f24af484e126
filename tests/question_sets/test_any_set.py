"""Whatever is in the file: a question set comes out, or problems that say where."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from samskab_cli.errors import QuestionSetRefused
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.question_set import QuestionSet

WHOLE = yaml.safe_load((Path(__file__).parent / "valid" / "en_fil.yaml").read_text(encoding="utf-8"))
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 120),
    st.floats(-10, 200),
    st.text(max_size=12),
    st.sampled_from(["", " ", "plads", "ground", "da", "1.0.0", "verdict", "a\nb", "\u202e", "dk", "Helt", "1"]),
    st.lists(st.integers(0, 3), max_size=2),
    st.dictionaries(st.sampled_from(["da", "en", "id", "no", "xx"]), st.text(max_size=3), max_size=2),
)
# by hand what the dumper would quote
RAW = st.sampled_from(
    [
        "no",
        "12:30",
        "010",
        "2026-01-01",
        "1.0",
        "~",
        "&a b",
        "*b",
        "!!str x",
        "<<",
        "[",
        "{",
        "'",
        "\t",
        "@",
        "- -",
        "? x",
    ]
)


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(place for key, value in inner for place in places(value, (*path, key)))]


PLACES = places(WHOLE)[1:]


def outcome(folder: Path, content: bytes) -> QuestionSet | QuestionSetRefused:
    path = folder / "mutant.yaml"
    path.write_bytes(content)
    try:
        return load_question_set(str(path))
    except QuestionSetRefused as error:
        refused = error
    assert refused.problems
    for problem in refused.problems:
        assert problem.file == str(path)
        lines = content.decode("utf-8", "replace").count("\n") + 1
        assert problem.line is None or 1 <= problem.line <= lines + 1
        assert problem.column is None or problem.column >= 1
        assert "\x1b" not in str(problem)
    return refused


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_mutated_set_is_a_set_or_refused_with_places(tmp_path: Path, data: st.DataObject) -> None:
    content = copy.deepcopy(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        path = data.draw(st.sampled_from(PLACES))
        holder: Any = content
        try:
            for key in path[:-1]:
                holder = holder[key]
            if data.draw(st.booleans()):
                del holder[path[-1]]
            else:
                holder[path[-1]] = data.draw(SCALARS)
        except (KeyError, IndexError, TypeError):  # an earlier mutation took the place away
            continue
    found = outcome(tmp_path, yaml.safe_dump(content, allow_unicode=True).encode("utf-8"))
    if isinstance(found, QuestionSetRefused):
        assert all(problem.line and problem.column for problem in found.problems)
    else:
        assert found.sha256


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from([path for path in PLACES if isinstance(path[-1], str)]), RAW)
@example(("gates",), "[")
def test_a_set_with_a_bare_word_is_a_set_or_refused_with_places(
    tmp_path: Path, path: tuple[Any, ...], raw: str
) -> None:
    content = copy.deepcopy(WHOLE)
    holder: Any = content
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = "BAREWORD"
    text = yaml.safe_dump(content, allow_unicode=True).replace("BAREWORD", raw)
    found = outcome(tmp_path, text.encode("utf-8"))
    if isinstance(found, QuestionSetRefused):
        assert all(problem.line and problem.column for problem in found.problems)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(st.binary(max_size=60), st.text(alphabet="ab:-?[]{}&*!|>'\"%@`#,<~ \n\t", max_size=60).map(str.encode))
)
def test_any_bytes_are_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    assert isinstance(outcome(tmp_path, content), QuestionSetRefused)
