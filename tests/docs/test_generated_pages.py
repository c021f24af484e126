"""Pages that say what the program's models say, written by `--update-golden`, and never otherwise."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from samskab_cli.cli.schemas import files_schema, map_schema, result_schema
from samskab_cli.errors import ExitCode
from tests.docs.tables_of_keys import tables

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SCHEMAS = {"question-sets.md": files_schema, "result-keys.md": result_schema, "mapping.md": map_schema}
BLOCK = re.compile(r"(?<=<!-- generated)([^\n]*-->\n)(.*?)(?=<!-- end -->)", re.DOTALL)


def keys_of(page: str) -> str:
    schema: dict[str, Any] = SCHEMAS[page]()
    first = {"question-sets.md": "QuestionSet", "result-keys.md": "Result", "mapping.md": "MapFile"}[page]
    return tables(schema["$defs"].get(first, schema), schema["$defs"], first)


@pytest.mark.parametrize("page", SCHEMAS)
def test_the_keys_on_the_page_are_those_of_the_models(page: str, *, update_golden: bool) -> None:
    path = DOCS / page
    text = path.read_text(encoding="utf-8")
    expected = f"\n{keys_of(page)}\n"

    if update_golden:
        path.write_text(BLOCK.sub(lambda block: block[1] + expected, text), encoding="utf-8", newline="\n")
    found = BLOCK.search(path.read_text(encoding="utf-8"))
    assert found is not None
    assert found[2] == expected


def test_the_exit_codes_on_the_page_are_those_of_the_program() -> None:
    section = (DOCS / "cli.md").read_text(encoding="utf-8").split("## Exit codes")[1].split("\n## ")[0]

    rows = re.findall(r"^\| ([\d, ]+) \|", section, re.MULTILINE)
    assert {int(code) for row in rows for code in row.split(",")} == {code.value for code in ExitCode}


def test_every_page_is_found_in_the_navigation_or_by_a_link() -> None:
    site = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]
    pages = {path.name for path in DOCS.glob("*.md")}
    texts = [path.read_text(encoding="utf-8") for path in (*DOCS.glob("*.md"), *ROOT.glob("*.md"))]
    linked = {Path(link).name for text in texts for link in re.findall(r"\]\(([^)#:]+\.md)", text)}

    navigated = {page for entry in site["nav"] for page in entry.values()}
    assert navigated <= pages
    assert pages - navigated <= linked
    assert site["theme"]["font"] is False, "nothing is fetched from elsewhere"
