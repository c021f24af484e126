"""The model of a bundled set, as JSON beside its YAML."""

from __future__ import annotations

import subprocess
import sys

import pytest

from samskab_cli.loading.sets.bundled import MODEL, bundled_names, bundled_sets, earlier_names
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.loading.sets.yaml_set import read_question_set

SETS = [name for bundled in bundled_names() for name in (bundled, *earlier_names(bundled))]


@pytest.mark.parametrize("name", SETS)
def test_the_json_beside_a_bundled_set_holds_what_its_yaml_says(name: str, *, update_golden: bool) -> None:
    from_yaml, _ = read_question_set(name)
    place = bundled_sets() / name / MODEL
    if update_golden:
        text = from_yaml.model_dump_json(indent=1, exclude_defaults=True)
        place.write_text(f"{text}\n", encoding="utf-8", newline="\n")

    loaded = load_question_set(name)
    assert loaded == from_yaml
    assert loaded.sha256 == from_yaml.sha256


def test_a_bundled_set_is_loaded_without_yaml() -> None:
    program = "import sys; from samskab_cli.loading.sets.load import load_question_set as load; load(); "
    done = subprocess.run(
        [sys.executable, "-c", f"{program}print('yaml' in sys.modules)"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == "False"
