"""What all tests share: the bundled set, and golden files with one switch to update them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet

Golden = Callable[[str, str], None]

os.environ["BROWSER"] = "true"
"""No window opens at the desk of whoever runs the tests: the command of this name does nothing."""
GOLDEN = Path(__file__).parent / "golden"

settings.register_profile("untimed", deadline=None)  # a test never measures time
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the expected files anew, to be read in the diff"
    )


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def golden(update_golden: bool) -> Golden:
    """`golden(name, text)`: the text is what `tests/golden/<name>` says."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if update_golden:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{name} has no expected file; write it with --update-golden"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def readiness() -> QuestionSet:
    """The bundled question set."""
    from samskab_cli.loading.sets.load import load_question_set

    return load_question_set("readiness")
