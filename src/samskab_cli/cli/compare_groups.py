"""`samskab compare --by` and `--each`: what changed in each group, as a table or as a page a group with an index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from samskab_cli.cli.messages import say_one_grouping
from samskab_cli.cli.output_folder import INDEX
from samskab_cli.cli.report_each import EachRequest, group_name, heading_of, watched, within
from samskab_cli.cli.table_target import TableTarget
from samskab_cli.reporting.formats import SUFFIXES, Format, render

if TYPE_CHECKING:
    from samskab_cli.disclosure.comparison import Occasion, ResultOccasion
    from samskab_cli.model.comparison import NotCompared


def write_changes(
    occasions: Sequence[Occasion | ResultOccasion],
    columns: Sequence[str],
    min_group: int | None,
    target: TableTarget,
    *,
    quiet: bool,
) -> None:
    """One row a group and figure. Raises AnswersRefused for a column that isn't there, OutputRefused."""
    from samskab_cli.disclosure.comparison_by_group import compare_groups
    from samskab_cli.disclosure.tidy_table import long_changes
    from samskab_cli.fielding.codebook import codebook

    answered = _answered(occasions)
    groups = compare_groups(answered, columns, min_group)
    asked = answered[-1].question_set
    variables = codebook(asked, asked.languages[0], times=len(answered))
    target.write(long_changes(groups), [one for one in variables if one.table == "changes"])
    if not quiet:
        say_one_grouping(groups.beside)


def write_comparisons(occasions: Sequence[Occasion | ResultOccasion], request: EachRequest, language: str) -> None:
    """One comparison a group, and the index.

    Raises AnswersRefused for a column that isn't there, OutputRefused; then nothing new lies there.
    """
    from samskab_cli.api.publication import Publication
    from samskab_cli.disclosure.comparison_by_group import compare_groups
    from samskab_cli.reporting.comparison_document import changes_in_short, comparison_document
    from samskab_cli.reporting.group_file_names import file_names
    from samskab_cli.reporting.index_document import GroupReport, Reports, index_document

    answered = _answered(occasions)
    asked, last = answered[-1].question_set, answered[-1].answers
    groups = compare_groups(answered, [request.column], request.min_group)
    names = [group_name(asked, last, request.column, group) for (group,) in groups.names]
    outcomes = (outcome for _, outcome in groups)
    with request.place.filling() as temporary:
        shown: list[GroupReport] = []
        withheld: list[tuple[str, NotCompared]] = []
        pages = zip(names, file_names(names), outcomes, strict=True)
        for name, file, outcome in watched(pages, len(names), quiet=request.quiet):
            if isinstance(outcome, str):
                withheld.append((name, outcome))
            else:
                page = Publication(outcome, partial(comparison_document, outcome, asked, language))
                full = f"{file}{SUFFIXES[request.kind]}"
                within(temporary, full).write_bytes(page.render(request.kind))
                shown.append(GroupReport(name, full, changes_in_short(outcome, asked, language)))
        reports = Reports(request.column, heading_of(last), groups.min_group, shown, withheld, changes=True)
        index = index_document(reports, asked, language)
        (temporary / INDEX).write_bytes(render(index, Format.HTML))
    if not request.quiet:
        say_one_grouping(groups.beside)


def _answered(occasions: Sequence[Occasion | ResultOccasion]) -> list[Occasion]:
    """Results have no rows to group; who asks for groups of one is told so before."""
    from samskab_cli.disclosure.comparison import Occasion

    return [one for one in occasions if isinstance(one, Occasion)]
