"""The notebook in `examples/` runs from its first cell to its last; below each cell stands what it gives."""

from __future__ import annotations

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from samskab_cli.api import Publication

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTEBOOK = EXAMPLES / "notebook.ipynb"


def run(source: str, names: dict[str, Any]) -> tuple[str, Any]:
    """What a cell prints, and the value of its last line if that is an expression: as Jupyter takes it."""
    module = ast.parse(source)
    *before, end = module.body
    last = end if isinstance(end, ast.Expr) else None
    module.body = before if last else module.body
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(module, NOTEBOOK.name, "exec"), names)  # noqa: S102  # our own notebook
        value = eval(compile(ast.Expression(last.value), NOTEBOOK.name, "eval"), names) if last else None  # noqa: S307  # the same
    return printed.getvalue(), value


def outputs(source: str, names: dict[str, Any], count: int) -> list[dict[str, Any]]:
    """As a notebook keeps them; of pages the short form only, so that the file stays one to read."""
    printed, value = run(source, names)
    found: list[dict[str, Any]] = []
    if printed:
        found.append({"name": "stdout", "output_type": "stream", "text": printed.splitlines(keepends=True)})
    if value is not None:
        data = {"text/plain": repr(value).splitlines(keepends=True)}
        found.append({"data": data, "execution_count": count, "metadata": {}, "output_type": "execute_result"})
    return found


def test_the_notebook_runs_and_shows_what_stands_in_it(update_golden: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]

    with pl.Config(tbl_width_chars=100, tbl_rows=20):
        made = [outputs("".join(cell["source"]), names, count) for count, cell in enumerate(code, start=1)]

    if update_golden:
        for count, (cell, output) in enumerate(zip(code, made, strict=True), start=1):
            cell.update(outputs=output, execution_count=count)
        NOTEBOOK.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    assert [cell["outputs"] for cell in code] == made
    assert sum(isinstance(value, Publication) for value in names.values()) == 3
