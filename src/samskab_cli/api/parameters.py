"""What parameters of the API mean: columns to group by, the smallest group, matter and date, files of prose."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samskab_cli.errors import Misused
from samskab_cli.model.rules import ROLE_HEADINGS

if TYPE_CHECKING:
    from samskab_cli.model.answers import Answers as Given


class Prose(NamedTuple):
    """The facilitator's own words in a report, in Markdown."""

    intro: str
    conclusion: str

    @classmethod
    def of(cls, intro: str | Path | None, conclusion: str | Path | None) -> Prose:
        """The texts of these files. Raises TextRefused."""
        from samskab_cli.loading.prose_file import read_prose

        return cls(*(read_prose(Path(path)) if path else "" for path in (intro, conclusion)))


def as_columns(columns: str | Sequence[str]) -> tuple[str, ...]:
    """The names of columns to group by; the role by any of its names."""
    named = [columns] if isinstance(columns, str) else columns
    return tuple("role" if name.casefold() in ROLE_HEADINGS else name for name in named)


def check_min_group(min_group: int | None, *given: Given) -> None:
    """A room's decision about small groups may be raised afterwards, never lowered. Raises Misused."""
    if min_group is None:
        return
    if min_group < 1:
        raise Misused("min_group", f"{min_group} is less than one person")
    decided = max((one.min_group for one in given if one.min_group is not None), default=min_group)
    if min_group < decided:
        raise Misused(
            "min_group",
            f"the room decided that groups of fewer than {decided} are withheld, or hasn't been asked; "
            "only it can lower that, by `samskab assess --session`",
        )


def about(
    answers: Given,
    *,
    lang: str | None = None,
    matter: str | None = None,
    municipality: str | None = None,
    date: dt.date | None = None,
) -> Given:
    """The answers with what is said of their matter; what isn't said stays, as a session has it."""
    from samskab_cli.model.text import clean

    given = {
        "matter": clean(matter).strip() if matter else None,
        "municipality": clean(municipality).strip() if municipality else None,
        "date": date.date() if isinstance(date, dt.datetime) else date,
        "language": lang,
    }
    context = answers.context.model_copy(update={key: value for key, value in given.items() if value})
    return dataclasses.replace(answers, context=context)
