"""`compare`, `compare_groups`: what changed between answer sets, of everybody or group by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from samskab_cli.api.answers import Answers
from samskab_cli.api.parameters import as_columns, check_min_group
from samskab_cli.api.publication import Publication
from samskab_cli.errors import Misused

if TYPE_CHECKING:
    import polars as pl

    from samskab_cli.disclosure.comparison import Occasion, ResultOccasion
    from samskab_cli.model.comparison import Comparison
    from samskab_cli.reporting.document import Document


def compare(
    answers: Sequence[Answers], min_group: int | None = None, *, lang: str | None = None
) -> Publication[Comparison]:
    """What changed from the first to the last of two or more answer sets of one question set.

    Raises Misused for fewer, AnswersRefused for different sets and for answers that differ by a few people only.
    """
    return comparison_of(_occasions(answers, min_group), lang or answers[-1].data.context.language, min_group)


def comparison_of(
    occasions: Sequence[Occasion | ResultOccasion], language: str, min_group: int | None = None
) -> Publication[Comparison]:
    """What changed between answers or results, of which each could be published. Raises as `compare`."""
    from samskab_cli.disclosure.comparison import compare as compared

    comparison = compared(occasions, min_group)

    def document() -> Document:
        from samskab_cli.reporting.comparison_document import comparison_document

        return comparison_document(comparison, occasions[-1].question_set, language)

    return Publication(comparison, document)


def compare_groups(
    answers: Sequence[Answers], columns: str | Sequence[str], min_group: int | None = None
) -> pl.DataFrame:
    """What changed in each group, a row a group and figure, as `samskab compare --by` writes it (docs/cli.md).

    columns: `role`, or columns that were kept by `read(groups=…)`. Where `withheld` has a reason there is no figure.
    Raises as `compare`, and AnswersRefused for a column that isn't there.
    """
    from samskab_cli.disclosure.comparison_by_group import compare_groups as compared
    from samskab_cli.disclosure.tidy_table import long_changes

    return long_changes(compared(_occasions(answers, min_group), as_columns(columns), min_group))


def _occasions(answers: Sequence[Answers], min_group: int | None) -> list[Occasion]:
    """What is compared, by name. Raises Misused for fewer than two, and for a room's decision that is lowered."""
    from samskab_cli.disclosure.comparison import Occasion

    if len(answers) < 2:
        raise Misused("answers", "two at least are needed: before, and after")
    check_min_group(min_group, *(one.data for one in answers))
    return [Occasion(name, one.question_set, one.data) for name, one in zip(_names(answers), answers, strict=True)]


def _names(answers: Sequence[Answers]) -> list[str]:
    """What the answer sets are called: by their files' names, where two have the same ones by their paths."""
    from samskab_cli.model.text import clean

    paths = [["stdin" if file == "-" else file for file in one.files] or ["frame"] for one in answers]
    short = [", ".join(Path(path).name for path in some) for some in paths]
    times = Counter(short)
    full = [name if times[name] == 1 else ", ".join(some) for name, some in zip(short, paths, strict=True)]
    again = Counter(full)
    return [clean(name if again[name] == 1 else f"{name} ({number})") for number, name in enumerate(full, start=1)]
