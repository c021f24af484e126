"""`Answers`: one answer set in memory; its rows, study, rejected cells, doubts and remarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samskab_cli.api.figures import Figures
from samskab_cli.api.parameters import about, as_columns, check_min_group
from samskab_cli.api.publication import Publication

if TYPE_CHECKING:
    import polars as pl

    from samskab_cli.model.answers import Answers as Given
    from samskab_cli.model.answers import RejectedCell
    from samskab_cli.model.doubts import Doubt
    from samskab_cli.model.question_set import QuestionSet
    from samskab_cli.model.study import Study
    from samskab_cli.reporting.document import Document


@dataclass(frozen=True, repr=False)
class Answers(Figures):
    """One answer set, and what there is to say about its reading."""

    question_set: QuestionSet
    data: Given
    """The answers as scoring has them."""
    files: tuple[str, ...] = ()
    """Where they come from; none for a frame."""
    doubts: tuple[Doubt, ...] = ()
    """What may have been meant otherwise: look at these first."""
    remarks: tuple[str, ...] = ()
    """What else there is to know; no sentence quotes a cell."""
    rejected_cells: tuple[RejectedCell, ...] = ()
    """Every cell that couldn't be read. Their texts are personal."""

    @property
    def _data(self) -> Given:
        return self.data

    @property
    def rejected(self) -> pl.DataFrame:
        """Every cell that couldn't be read: file, line, record, heading, item, text. Personal data."""
        import polars as pl

        from samskab_cli.loading.answers.load import REJECTED_COLUMNS, rejected_rows

        whole = {"line", "record"}
        schema = {name: pl.Int64 if name in whole else pl.String for name in REJECTED_COLUMNS}
        return pl.DataFrame(list(rejected_rows(self.rejected_cells)), schema=schema, orient="row")

    def rows(self, *, ranges: bool = False, items: bool = False) -> pl.DataFrame:
        """One row a respondent, each the whole result of that respondent alone (docs/cli.md). Personal data.

        Columns: `respondent`, `role`, the group columns (String); dimensions, `overall`, gates (Float64, 0…100), with
        `_low` and `_high` where `ranges`; `<gate>_state`, `verdict` (String); numbers of cells (UInt32); with `items`
        each item's raw value.
        Raises AnswersRefused for counted votes.
        """
        from samskab_cli.scoring.engine import collect

        return collect(self.scan_rows(ranges=ranges, items=items))

    def scan_rows(self, *, ranges: bool = False, items: bool = False, missing_codes: bool = False) -> pl.LazyFrame:
        """As `rows`, computed when it is collected or sunk: for more rows than should lie in memory at once.

        missing_codes: in an item's place, where it has no value, the code that says why (`-97` unsure, `-98` not
        relevant, `-99` unreadable).
        """
        from samskab_cli.scoring.engine import respondent_rows

        return respondent_rows(self.question_set, self.data, ranges=ranges, items=items, missing_codes=missing_codes)

    def study(
        self, by: str | None = None, min_group: int | None = None, *, lang: str | None = None
    ) -> Publication[Study]:
        """What the answers say of the questions: findings, figures, and what couldn't be looked at (docs/study.md).

        by: `role`, or a column kept by `read(groups=…)`, to see whether groups can be told apart. min_group: as for
        `groups`. Raises AnswersRefused for counted votes, for what a room agreed on, and for a column that isn't
        there; Misused.
        """
        from samskab_cli.disclosure.study import study

        check_min_group(min_group, self.data)
        given = about(self.data, lang=lang)
        found = study(self.question_set, given, None if by is None else as_columns(by)[0], min_group)

        def document() -> Document:
            from samskab_cli.reporting.study_document import study_document

            return study_document(found, self.question_set, found.context.language)

        return Publication(found, document)

    def __repr__(self) -> str:
        where = ", ".join(self.files) or "a frame"
        parts = [f"{len(self.doubts)} doubts"] if self.doubts else []
        parts += [f"{len(self.rejected_cells)} rejected cells"] if self.rejected_cells else []
        return f"<Answers to {self.question_set.id} from {where}{''.join(f', {one}' for one in parts)}>"
