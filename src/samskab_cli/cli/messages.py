"""stderr: problems, notes and warnings beside the result, cleaned of what a terminal would obey, at most so many."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from samskab_cli.errors import Problem
from samskab_cli.model.text import amount, clean

if TYPE_CHECKING:
    from samskab_cli.disclosure.groups import DisclosedGroups
    from samskab_cli.model.suppression import SideLevel

MOST_SHOWN = 20


def say(text: str) -> None:
    """One line on stderr; what is foreign in it is made harmless."""
    sys.stderr.write(f"{clean(text)}\n")


def say_problems(problems: Sequence[Problem]) -> None:
    """Every problem on its line, at most 20 of them, then how many there are in all."""
    say_at_most(MOST_SHOWN, (str(problem) for problem in problems), len(problems), "problems")


def say_at_most(most: int, lines: Iterable[str], total: int, noun: str) -> None:
    """The first of `total` lines, then how many there are in all."""
    for _, line in zip(range(most), lines, strict=False):
        say(line)
    if total > most:
        say(f"… {total} {noun} in all, the first {most} are shown")


def say_nothing_shown(groups: DisclosedGroups, *, has_agreed: bool) -> None:
    """Why a table of groups is empty, and what helps. has_agreed: the room's smallest group can't be lowered."""
    many = amount(len(groups.grouping.hidden), "group")
    lower = "" if has_agreed else ", or give --min-group N where everybody has agreed to smaller groups"
    say(
        f"note: nothing is shown of {many}: each has fewer than {groups.min_group} people, or would give such a one "
        f"away; group by what has more people in each{lower}"
    )


def say_one_grouping(beside: SideLevel) -> None:
    """What isn't to be published beside groups. beside: the finest level at which everybody's sides may be."""
    say("note: another grouping, or the same one without somebody, could be subtracted from it: publish one")
    if beside == "none":
        say("note: so could a report of everybody that shows sides: publish none beside these groups")
    elif beside == "coarse":
        say("note: so could a report of everybody that shows finer sides than these groups: publish none")
