"""`docs/recompute.py` finds every figure again from the item tables alone, and notices one that was changed."""

from __future__ import annotations

import copy
import json
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.disclosure.per_group import results_by_group
from samskab_cli.disclosure.result import score
from samskab_cli.model.result import Result
from samskab_cli.reporting import as_json
from tests.answers_as_written import WORKED_ANSWERS, worked_example, written
from tests.strategies import Ballot, Sheet, ballots, sheets
from tests.workshops import UNEVEN, WORKSHOPS, answers_of, frozen_set

SCRIPT = Path(__file__).parents[2] / "docs" / "recompute.py"
_page = runpy.run_path(str(SCRIPT))
recomputed: Callable[[Any], dict[str, Any]] = _page["recomputed"]
differences: Callable[[Any, Any, str], Iterator[str]] = _page["differences"]


def as_published(result: Result) -> Any:
    return json.loads(as_json.dumps(result))


def differing(published: Any) -> list[str]:
    """Nothing to recompute where nothing is shown."""
    return list(differences(recomputed(published), published, "")) if published["items"] else []


@pytest.mark.parametrize("quick", [False, True])
@pytest.mark.parametrize("min_group", [1, 2, 5])
@pytest.mark.parametrize("workshop", [*WORKSHOPS, UNEVEN])
def test_every_workshop_follows_from_its_tables(workshop: str, min_group: int, *, quick: bool) -> None:
    published = as_published(score(frozen_set(), answers_of(workshop, quick=quick), min_group))

    assert published["items"]
    assert differing(published) == []


def test_so_does_the_worked_example() -> None:
    published = as_published(score(worked_example(), written(worked_example(), WORKED_ANSWERS), 1))

    assert differing(published) == []
    assert recomputed(published)["verdict"] == {"level": "ready", "range": ["prepare", "ready"], "firm": False}


@settings(deadline=None)
@given(sheet=sheets(), min_group=st.sampled_from([1, 2, 3]))
def test_so_do_any_answers_to_any_set(sheet: Sheet, min_group: int) -> None:
    assert differing(as_published(score(sheet.question_set, sheet.answers, min_group))) == []


@settings(deadline=None)
@given(ballot=ballots(), min_group=st.sampled_from([1, 3]))
def test_so_do_counted_votes(ballot: Ballot, min_group: int) -> None:
    assert differing(as_published(score(ballot.question_set, ballot.answers, min_group))) == []


def test_so_does_the_result_of_each_group() -> None:
    groups = results_by_group(frozen_set(), answers_of(UNEVEN), "role", 2)
    results = [as_published(outcome) for _, outcome in groups if isinstance(outcome, Result)]

    assert results
    assert [differing(one) for one in results] == [[]] * len(results)


_CHANGES: list[tuple[str, tuple[str | int, ...], object]] = [
    ("an item's score", ("items", 0, "score"), 12.5),
    ("an item's table", ("items", 2, "counts", 0), 7),
    ("a side's table", ("items", 2, "sides", "politics", "counts", 0), 9),
    ("a side's figure", ("dimensions", 0, "sides", "politics", "score"), 1.0),
    ("a side too many", ("dimensions", 0, "sides", "press"), {"score": 1.0, "n": 5}),
    ("a dimension", ("dimensions", 1, "score"), 39.7),
    ("a low figure", ("dimensions", 1, "low"), 20.0),
    ("a gap", ("dimensions", 1, "gap"), 20.0),
    ("a number of answers", ("dimensions", 1, "n"), 13),
    ("the overall", ("overall", "score"), 60.0),
    ("a part of a gate", ("gates", 0, "parts", 0, "score"), 60.0),
    ("a gate's state", ("gates", 0, "state"), "passed"),
    ("a gate's reason", ("gates", 0, "reason"), "spread"),
    ("who stands apart", ("gates", 0, "apart"), []),
    ("how far the room is split", ("gates", 0, "split"), 1.0),
    ("a gate's range", ("gates", 0, "range", 1), "passed"),
    ("the verdict", ("verdict", "level"), "ready"),
    ("its range", ("verdict", "range", 0), "not_now"),
    ("a rule", ("rules", "gates", 0, "contested_gap"), 99.0),
    ("a weight", ("rules", "items", 0, "weight"), 3.0),
]


@pytest.mark.parametrize(("path", "value"), [pytest.param(path, value, id=name) for name, path, value in _CHANGES])
def test_a_change_is_noticed(path: tuple[str | int, ...], value: object) -> None:
    changed = copy.deepcopy(as_published(score(frozen_set(), answers_of("sag3_havneby"), 1)))
    place: Any = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value

    assert differing(changed)


def run(text: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Without anything of samskab, nor of anybody else's."""
    command = [sys.executable, "-I", "-S", str(SCRIPT), *arguments]
    return subprocess.run(command, input=text, capture_output=True, check=False, encoding="utf-8")


def test_it_reads_a_file_or_stdin_and_says_by_its_exit_code_whether_all_is_as_published(tmp_path: Path) -> None:
    published = as_published(score(frozen_set(), answers_of("sag3_havneby"), 5))
    file = tmp_path / "result.json"
    file.write_text(json.dumps(published), encoding="utf-8")

    from_file, from_stdin = run("", str(file)), run(json.dumps(published))
    assert (from_file.returncode, from_file.stdout) == (0, "everything follows from the tables\n")
    assert (from_stdin.returncode, from_stdin.stdout) == (0, "everything follows from the tables\n")

    published["dimensions"][1]["score"] = 90.0
    changed = run(json.dumps(published))
    assert changed.returncode == 1
    assert changed.stdout.startswith("dimensions expectations score: published 90.0, recomputed 39.6974")

    assert run('{"schema": "samskab.comparison/1"}').returncode == 2
    hidden = as_published(score(frozen_set(), answers_of("sag3_havneby"), 50))
    assert (run(json.dumps(hidden)).returncode, run(json.dumps(hidden)).stdout) == (0, "nothing is shown\n")
