"""The files that SurveyXact exports beside a dataset: what its codes mean (labels), what its variables ask (structure).

They hold no answers; named as answers they are refused as what they are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from samskab_cli.errors import AnswersRefused, Problem
from samskab_cli.loading.answers.cells import key_of, whole_number
from samskab_cli.loading.readers import Sheet, read_sheets, source_of, unpack
from samskab_cli.model.text import fold

_LABELS: Final = "labels"
_STRUCTURE: Final = "structure"
_DATASET: Final = re.compile("dataset", re.IGNORECASE)
_SUFFIXES: Final = (".csv", ".txt", ".tsv", ".xlsx")
_PACKED: Final = ".gz"
_WIDTH: Final = 3


@dataclass(frozen=True)
class Companions:
    """What stands in the files beside a dataset."""

    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Variable, folded → key of a code → its label."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Variable, folded → what it asks."""
    files: tuple[str, ...] = ()
    """The names of the files found by name."""


def refuse_companion(sheet: Sheet) -> None:
    """Raises AnswersRefused for a labels or structure file given as answers."""
    kind = _STRUCTURE if _is_structure(sheet) else _LABELS if _is_labels(sheet) else None
    if kind:
        message = (
            f"the {kind} file of a SurveyXact export, not its answers; name the dataset file, "
            f"and this one with --{kind} where it doesn't lie beside it"
        )
        raise AnswersRefused(Problem(message, sheet.file))


def companions_of(data: Path | None, labels: Path | None, structure: Path | None) -> Companions:
    """What the named files say, and those beside the dataset where none is named.

    data: the dataset; None where nothing is looked for beside it. Raises AnswersRefused for files of another kind.
    """
    found = []
    if labels is None and data is not None:
        labels = _beside(data, _LABELS)
        found.extend([labels] if labels else [])
    if structure is None and data is not None:
        structure = _beside(data, _STRUCTURE)
        found.extend([structure] if structure else [])
    codebook, texts = _read_structure(structure) if structure else ({}, {})
    if labels:
        codebook = {**codebook, **_read_labels(labels)}
    return Companions(codebook, texts, tuple(path.name for path in found))


def _beside(data: Path, kind: str) -> Path | None:
    """The file that is called as the dataset is, but for the word."""
    if not _DATASET.search(data.name):
        return None
    plain = Path(data.name.removesuffix(_PACKED))
    words = (kind, kind.capitalize(), kind.upper())
    suffixes = dict.fromkeys((plain.suffix, *_SUFFIXES))
    names = [f"{_DATASET.sub(word, plain.stem)}{suffix}" for word in words for suffix in suffixes]
    paths = [data.with_name(f"{name}{packed}") for name in names for packed in ("", _PACKED)]
    return next((path for path in paths if path.is_file()), None)


def _sheet(path: Path) -> Sheet:
    with ExitStack() as kept:
        source, *others = unpack(source_of(path, kept))
        if others:
            raise AnswersRefused(
                Problem("an archive of several files; name the one that explains the codes", str(path))
            )
        return read_sheets(source)[0]


def _is_labels(sheet: Sheet) -> bool:
    """No header, and nearly every row a label; at least one variable has several."""
    if not sheet.head or not _is_label(sheet.head[0].cells):
        return False
    rows = [record.cells for record in sheet.head]
    labels = [cells for cells in rows if _is_label(cells)]
    return len(labels) * 10 >= len(rows) * 9 and max(Counter(cells[0] for cells in labels).values()) > 1


def _is_label(cells: list[str]) -> bool:
    """Variable, whole number, label, and nothing more."""
    if len(cells) < _WIDTH or whole_number(cells[1]) is None or any(cell.strip() for cell in cells[_WIDTH:]):
        return False
    return bool(cells[0].strip()) and whole_number(cells[0]) is None


def _is_structure(sheet: Sheet) -> bool:
    headings = set(map(fold, sheet.head[0].cells)) if sheet.head else set()
    return {"variablename", "questiontext"} <= headings


def _read_labels(path: Path) -> dict[str, dict[str, str]]:
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for record in _sheet(path).records():
        if _is_label(record.cells):
            variable, code, label = record.cells[:_WIDTH]
            labels[fold(variable)][key_of(code)] = label
    if not labels:
        raise AnswersRefused(Problem("no labels file: expected rows of variable, code and label", str(path)))
    return dict(labels)


def _read_structure(path: Path) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """The labels, as far as it has them, and the question texts."""
    sheet = _sheet(path)
    if not _is_structure(sheet):
        message = "no structure file: expected the headings variableName and questionText"
        raise AnswersRefused(Problem(message, str(path)))
    headings = list(map(fold, sheet.head[0].cells))
    positions = [headings.index(name) if name in headings else None for name in _STRUCTURE_HEADINGS]
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    texts: dict[str, str] = {}
    rows = (record for record in sheet.records() if not record.is_blank)
    next(rows)
    variable = ""
    for row in rows:
        name, text, code, label = ("" if position is None else row.at(position) for position in positions)
        variable = fold(name) or variable  # choices may stand under the row of their variable
        if text.strip():
            texts.setdefault(variable, text)
        if whole_number(code) is not None and label.strip():
            labels[variable][key_of(code)] = label
    return dict(labels), texts


_STRUCTURE_HEADINGS: Final = ("variablename", "questiontext", "choicevalue", "choicetext")
