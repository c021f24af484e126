"""One answer set, read: its rows, groups, report and explanations; and the comparison of several."""

from __future__ import annotations

import dataclasses
import datetime as dt
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samskab_cli.api.publication import Publication
from samskab_cli.errors import Misused

if TYPE_CHECKING:
    import polars as pl

    from samskab_cli.disclosure.comparison import Occasion
    from samskab_cli.disclosure.group_table import GroupTable
    from samskab_cli.disclosure.per_group import GroupResults
    from samskab_cli.disclosure.tidy_table import LongTable
    from samskab_cli.model.answers import Answers as Given
    from samskab_cli.model.answers import RejectedCell
    from samskab_cli.model.comparison import Comparison
    from samskab_cli.model.doubts import Doubt
    from samskab_cli.model.explanation import Explanation
    from samskab_cli.model.question_set import QuestionSet
    from samskab_cli.model.result import Result
    from samskab_cli.model.study import Study
    from samskab_cli.model.suppression import Reason, SideLevel
    from samskab_cli.reporting.document import Document

_ROLE = {"role", "rolle"}  # what the column may be called in a file


class Prose(NamedTuple):
    """The facilitator's own words in a report, in Markdown."""

    intro: str
    conclusion: str

    @classmethod
    def of(cls, intro: str | Path | None, conclusion: str | Path | None) -> Prose:
        """The texts of these files. Raises TextRefused."""
        from samskab_cli.loading.prose_file import read_prose

        return cls(*(read_prose(Path(path)) if path else "" for path in (intro, conclusion)))


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
            from samskab_cli.disclosure.comparison import since_previous
            from samskab_cli.reporting.report_document import report_document

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
        `groups`. Raises AnswersRefused for counted votes and for a column that isn't there, Misused.
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
        said = [f"{len(self.doubts)} doubts"] if self.doubts else []
        said += [f"{len(self.rejected_cells)} rejected cells"] if self.rejected_cells else []
        return f"<Answers to {self.question_set.id} from {where}{''.join(f', {one}' for one in said)}>"


@dataclass(frozen=True)
class Each:
    """The reports of groups, made one by one as they are gone through."""

    question_set: QuestionSet
    _groups: GroupResults = field(repr=False)
    _prose: Prose = field(repr=False)

    @property
    def names(self) -> tuple[str | None, ...]:
        """The groups, in order; None: where the column is empty."""
        return self._groups.names

    @property
    def shown(self) -> tuple[str | None, ...]:
        """The groups that have a report, in order."""
        return self._groups.shown

    @property
    def min_group(self) -> int:
        """People in the smallest group that is shown."""
        return self._groups.min_group

    @property
    def beside(self) -> SideLevel:
        """The finest level at which a report of everybody may show sides beside these; `none`: at no level."""
        return self._groups.beside

    def __iter__(self) -> Iterator[tuple[str | None, Publication[Result] | Reason]]:
        """Each group and its report, or the reason why all of it is withheld."""
        for name, outcome in self._groups:
            yield name, outcome if isinstance(outcome, str) else self._report(outcome)

    def _report(self, result: Result) -> Publication[Result]:
        language = result.context.language

        def document() -> Document:
            from samskab_cli.reporting.report_document import report_document

            return report_document(
                result, self.question_set, language, intro=self._prose.intro, conclusion=self._prose.conclusion
            )

        return Publication(result, document)


def compare(
    answers: Sequence[Answers], min_group: int | None = None, *, lang: str | None = None
) -> Publication[Comparison]:
    """What changed from the first to the last of two or more answer sets of one question set.

    Raises Misused for fewer, AnswersRefused for different sets and for answers that differ by a few people only.
    """
    from samskab_cli.disclosure.comparison import compare as compared

    comparison = compared(_occasions(answers, min_group), min_group)
    last = answers[-1]

    def document() -> Document:
        from samskab_cli.reporting.comparison_document import comparison_document

        return comparison_document(comparison, last.question_set, lang or last.data.context.language)

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


def as_columns(columns: str | Sequence[str]) -> tuple[str, ...]:
    """The names of columns to group by; the role by any of its names."""
    named = [columns] if isinstance(columns, str) else columns
    return tuple("role" if name.casefold() in _ROLE else name for name in named)


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


def _names(answers: Sequence[Answers]) -> list[str]:
    """What the answer sets are called: by their files' names, where two have the same ones by their paths."""
    from samskab_cli.model.text import clean

    paths = [["stdin" if file == "-" else file for file in one.files] or ["frame"] for one in answers]
    short = [", ".join(Path(path).name for path in some) for some in paths]
    times = Counter(short)
    full = [name if times[name] == 1 else ", ".join(some) for name, some in zip(short, paths, strict=True)]
    again = Counter(full)
    return [clean(name if again[name] == 1 else f"{name} ({number})") for number, name in enumerate(full, start=1)]
