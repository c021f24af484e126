"""Names of groups as names of files."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from pathvalidate import is_valid_filename

from samskab_cli.reporting.group_file_names import TAKEN, file_names


@given(st.lists(st.text(max_size=80), max_size=30, unique=True))
def test_every_name_is_a_plain_file_name_and_no_two_are_alike(names: list[str]) -> None:
    files = file_names(names)

    assert len(set(files)) == len(names)
    for file in files:
        assert re.fullmatch(r"[a-z0-9-]{1,130}", file)
        assert is_valid_filename(f"{file}.html", platform="universal")
        assert file not in TAKEN


def test_a_name_that_looks_like_anothers_hash_gets_one_of_its_own() -> None:
    con = file_names(["CON"])[0]

    assert len(set(file_names(["CON", con]))) == 2


def test_the_same_names_give_the_same_files_in_every_run() -> None:
    assert file_names(["Åby", "Aaby", "Ærø"]) == file_names(["Åby", "Aaby", "Ærø"])
