"""Before rows are read: layout, column mapping, split items, codebook files and meanings of labels of one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as Mapping_
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from samskab_cli.loading.answers.cells import CellReader, key_of
from samskab_cli.loading.answers.codebook_files import Companions, companions_of
from samskab_cli.loading.answers.column_mapping import Mapping, map_columns, row_rules
from samskab_cli.loading.answers.columns import Column
from samskab_cli.loading.answers.headings import ItemNames
from samskab_cli.loading.answers.layouts import Layout, layout_of
from samskab_cli.loading.answers.layouts.rows import RowRules
from samskab_cli.loading.answers.load_options import LoadOptions
from samskab_cli.loading.answers.map_overrides import declared_of
from samskab_cli.loading.answers.roles import RoleReader
from samskab_cli.loading.answers.row_keys import RowKey, row_key
from samskab_cli.loading.readers import Sheet
from samskab_cli.model.answers import BLANK, NOT_RELEVANT, UNSURE
from samskab_cli.model.question_set import QuestionSet, ResponseScale
from samskab_cli.model.text import fold

if TYPE_CHECKING:
    from samskab_cli.loading.answers.map_file import Codes, LoadedMap, MapFile

_MOST_LOOKED_AT: Final = 500


@dataclass(frozen=True)
class Interpretation:
    """One file, understood."""

    layout: Layout
    names: ItemNames
    """What the items may be called."""
    mapping: Mapping
    rules: RowRules
    cells: CellReader
    """Of the set's own scale."""
    roles: RoleReader
    labels: Mapping_[int, Mapping_[str, str]] = field(default_factory=dict)
    """Position → key of a code → its label, where the file or one beside it says so."""
    beside: tuple[str, ...] = ()
    """Names of the files found beside it that were used."""

    mapping_file: MapFile | None = None
    """What a mapping file says."""
    key: RowKey = field(default_factory=RowKey)
    """What the survey system calls a row by itself."""
    role_candidates: frozenset[int] = frozenset()
    """Where no column is known to hold the roles: positions of those whose cells are all roles."""

    def cells_of(self, scale: ResponseScale) -> CellReader:
        """The reader of the cells of items with this scale."""
        return self.cells.of_scale(scale)

    def labels_of(self, column: Column) -> Mapping_[str, str]:
        """Key of a code → its label, in one column."""
        return self.labels.get(column.position, {})


def interpret(
    sheet: Sheet, data: Path | None, question_set: QuestionSet, options: LoadOptions, mapping_file: LoadedMap | None
) -> Interpretation:
    """Find out what a table means. data: where it lies, if it is a file.

    Raises AnswersRefused where there is no table of answers, or a companion file is none.
    """
    names = ItemNames(question_set.items)
    layout = layout_of(sheet, names)
    beside = _companions(layout, data, options, mapping_file)
    layout = replace(layout, columns=tuple(_with_text(column, beside) for column in layout.columns))
    declared = declared_of(mapping_file, layout.columns, sheet.file)
    mapping = map_columns(sheet, layout, question_set, options, declared)
    rules = row_rules(layout, mapping, declared, complete_only=options.complete_only)
    labels = _labels(layout, beside)
    content = mapping_file.content if mapping_file else None
    cells = CellReader(question_set.scale, _meanings(content.codes) if content else None, layout.blanks)
    said_roles = content.role if content else None
    values = said_roles.values if said_roles else {}
    of_role = labels.get(mapping.role.position) if mapping.role else None
    none = said_roles.none if said_roles else ()
    roles = RoleReader(question_set, {key_of(text): role for text, role in values.items()}, of_role, none)
    candidates = frozenset(_role_candidates(sheet, layout, mapping, labels, question_set))
    key = row_key(layout, {column.position for column in (*mapping.meaningful, *declared.ignored)})
    return Interpretation(layout, names, mapping, rules, cells, roles, labels, beside.files, content, key, candidates)


def _companions(layout: Layout, data: Path | None, options: LoadOptions, mapping_file: LoadedMap | None) -> Companions:
    """The files that explain the codes: those named, else those that the mapping file names, else those beside it."""
    labels, structure = options.labels, options.structure
    if mapping_file is not None:
        labels = labels or mapping_file.beside(mapping_file.content.labels)
        structure = structure or mapping_file.beside(mapping_file.content.structure)
    return companions_of(data if layout.companions else None, labels, structure)


def _with_text(column: Column, beside: Companions) -> Column:
    """A column that is also called by what its variable asks."""
    text = beside.texts.get(fold(column.raw))
    return replace(column, others=(*column.others, text)) if text else column


def _labels(layout: Layout, beside: Companions) -> dict[int, Mapping_[str, str]]:
    return {
        column.position: beside.labels[fold(column.raw)]
        for column in layout.columns
        if fold(column.raw) in beside.labels
    }


def _role_candidates(
    sheet: Sheet,
    layout: Layout,
    mapping: Mapping,
    labels: Mapping_[int, Mapping_[str, str]],
    question_set: QuestionSet,
) -> Iterator[int]:
    """Columns without a meaning whose cells are roles, as far as the first records show."""
    if mapping.role is not None or len(layout.columns) > _MOST_LOOKED_AT:
        return
    used, unlabelled = set(mapping.wanted), RoleReader(question_set)
    for column in layout.columns:
        at = column.position
        cells = (record.cells[at] for record in sheet.head[layout.first :] if at < len(record.cells))
        given = Counter(cell for cell in cells if cell.strip())
        reader = RoleReader(question_set, labels=labels[at]) if at in labels else unlabelled
        if given and at not in used and not reader.unreadable(given):
            yield at


def _meanings(codes: Codes) -> dict[str, int]:
    """Key of a spelling → what a mapping file says it means."""
    others = ((codes.unsure, UNSURE), (codes.not_relevant, NOT_RELEVANT), (codes.blank, BLANK))
    meanings = {key_of(text): value for text, value in codes.values.items()}
    return meanings | {key_of(text): code for texts, code in others for text in texts}
