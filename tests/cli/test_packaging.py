"""What a user installs: the wheel has the question sets, and nothing that only developers need."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names of the files in the wheel."""
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("dist")), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        return archive.namelist()


def test_the_wheel_has_every_file_of_the_question_sets(wheel: list[str]) -> None:
    content = {path.relative_to(ROOT).as_posix() for path in (ROOT / "questions").rglob("*.yaml")}

    assert "questions/readiness/set.yaml" in content
    assert {f"samskab_cli/{name}" for name in content} <= set(wheel)


def test_the_wheel_has_every_module_and_says_that_it_is_typed(wheel: list[str]) -> None:
    modules = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}

    assert {*modules, "samskab_cli/py.typed"} <= set(wheel)


def test_the_wheel_has_the_templates_and_the_set_to_begin_with(wheel: list[str]) -> None:
    found = [path for pattern in ("*.j2", "*.css", "*.typ", "*.yaml") for path in (ROOT / "src").rglob(pattern)]

    assert {path.name for path in found} >= {
        "paper.html.j2",
        "cards.html.j2",
        "document.html.j2",
        "screen.css",
        "document.typ",
        "set.yaml",
    }
    assert {path.relative_to(ROOT / "src").as_posix() for path in found} <= set(wheel)


def test_the_wheel_has_the_answers_that_the_demo_shows(wheel: list[str]) -> None:
    assert "samskab_cli/examples/havneby.csv" in wheel


def test_the_wheel_has_nothing_else(wheel: list[str]) -> None:
    assert {name.split("/")[0] for name in wheel} == {
        "samskab_cli",
        next(n for n in wheel if "dist-info" in n).split("/")[0],
    }
    assert not [name for name in wheel if name.endswith(".pyc") or "tests" in name.split("/") or "/test_" in name]
