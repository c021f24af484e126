"""`Figures`: tables of groups, report, one report a group, explanations, of answers wherever their rows lie."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from samskab_cli.api.each import Each
from samskab_cli.api.parameters import Prose, about, as_columns, check_min_group
from samskab_cli.api.publication import Publication

if TYPE_CHECKING:
    import polars as pl

    from samskab_cli.disclosure.group_table import GroupTable
    from samskab_cli.disclosure.tidy_table import LongTable
    from samskab_cli.model.answers import Answers as Given
    from samskab_cli.model.explanation import Explanation
    from samskab_cli.model.question_set import QuestionSet
    from samskab_cli.model.result import Result
    from samskab_cli.reporting.document import Document


class Figures(ABC):
    """What is said of groups and of everybody: functions of item tables, wherever the rows lie."""

    question_set: QuestionSet

    @property
    @abstractmethod
    def _data(self) -> Given:
        """The answers as scoring has them."""

    def groups(
        self, columns: str | Sequence[str], min_group: int | None = None, *, ranges: bool = False
    ) -> pl.DataFrame:
        """One row a group: the columns, `n` people, figures (0…100), states, numbers of cells; and `withheld`.

        columns: `role`, or columns that were kept by `read(groups=…)`. min_group: people in the smallest group that is
        shown; None: 5, of a session what its room agreed on. Where `withheld` has a reason all else is empty.
        Raises AnswersRefused for a column that isn't there, Misused for a min_group below the room's.
        """
        import polars as pl

        from samskab_cli.disclosure.group_table import COUNTED
        from samskab_cli.model.answers import group_column
        from samskab_cli.model.suppression import Reason

        names = as_columns(columns)
        table = self.group_table(names, min_group, ranges=ranges)
        figures = [*table.headings[len(names) :], "withheld"]
        kinds = {"n": pl.UInt32, "verdict": pl.String, "withheld": pl.String, **dict.fromkeys(COUNTED, pl.UInt32)}
        schema = {
            # A group column keeps its prefix where its own name is taken.
            **{group_column(name) if name in figures else name: pl.String for name in names},
            **{name: pl.String if name.endswith("_state") else kinds.get(name, pl.Float64) for name in figures},
        }
        rows = []
        for row in table.rows:
            reason = next((cell.value for cell in row if isinstance(cell, Reason)), None)
            rows.append([*(None if isinstance(cell, Reason) else cell for cell in row), reason])
        return pl.DataFrame(rows, schema=schema, orient="row")

    def group_table(
        self, columns: str | Sequence[str], min_group: int | None = None, *, ranges: bool = False
    ) -> GroupTable:
        """As `groups`, row by row as `samskab score --by` writes it: a reason stands in the place of each figure."""
        from samskab_cli.disclosure.group_table import group_rows

        check_min_group(min_group, self._data)
        return group_rows(self.question_set, self._data, as_columns(columns), min_group, ranges=ranges)

    def long_table(self, columns: str | Sequence[str], min_group: int | None = None) -> LongTable:
        """As `groups`, a row a group and figure: kind, id, value, n, low, high, sd, withheld. Raises as `groups`."""
        from samskab_cli.disclosure.tidy_table import long_groups

        check_min_group(min_group, self._data)
        return long_groups(self.question_set, self._data, as_columns(columns), min_group)

    def report(  # noqa: PLR0913  # each is an option of the command line
        self,
        min_group: int | None = None,
        *,
        lang: str | None = None,
        matter: str | None = None,
        municipality: str | None = None,
        date: dt.date | None = None,
        intro: str | Path | None = None,
        conclusion: str | Path | None = None,
    ) -> Publication[Result]:
        """The report: figures as `figures`, the page in a notebook, a file by `write`.

        min_group: as for `groups`. intro, conclusion: files with the facilitator's words in Markdown.
        Raises Misused for a min_group below the room's, TextRefused.
        """
        from samskab_cli.disclosure.result import score

        check_min_group(min_group, self._data)
        given = about(self._data, lang=lang, matter=matter, municipality=municipality, date=date)
        prose = Prose.of(intro, conclusion)
        result = score(self.question_set, given, min_group)

        def document() -> Document:
            from samskab_cli.reporting.report_document import report_document

            since = None
            if given.previous is not None:
                from samskab_cli.disclosure.comparison import since_previous

                since = since_previous(self.question_set, given, min_group)
            return report_document(
                result,
                self.question_set,
                result.context.language,
                since=since,
                intro=prose.intro,
                conclusion=prose.conclusion,
            )

        return Publication(result, document)

    def each(
        self,
        column: str,
        min_group: int | None = None,
        *,
        intro: str | Path | None = None,
        conclusion: str | Path | None = None,
    ) -> Each:
        """One report a group, all to be published together.

        column: `role`, or one that was kept by `read(groups=…)`. Raises as `groups` and `report`.
        """
        from samskab_cli.disclosure.per_group import results_by_group

        check_min_group(min_group, self._data)
        (name,) = as_columns(column)
        groups = results_by_group(self.question_set, self._data, name, min_group)
        return Each(self.question_set, groups, Prose.of(intro, conclusion))

    def explain(
        self, what: str | None = None, min_group: int | None = None, *, lang: str | None = None
    ) -> Publication[Explanation]:
        """How one figure came about, step by step.

        what: verdict (else this), overall, or the id of a dimension, a gate, an item, an indicator. Raises Misused.
        """
        from samskab_cli.disclosure.explaining.explain import explain, find_what
        from samskab_cli.disclosure.result import score

        named = find_what(self.question_set, what)
        check_min_group(min_group, self._data)
        result = score(self.question_set, about(self._data, lang=lang), min_group)
        explanation = explain(result, self.question_set, named)

        def document() -> Document:
            from samskab_cli.reporting.explanation_document import explanation_document

            return explanation_document(explanation, result, self.question_set, result.context.language)

        return Publication(explanation, document)
