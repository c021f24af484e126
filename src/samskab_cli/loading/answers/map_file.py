"""Mapping files: what a file of answers doesn't say by itself, said by somebody who knows. YAML, read strictly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.readers import ENCODINGS
from samskab_cli.loading.sets.faults import Faults
from samskab_cli.loading.sets.set_files import SetFiles
from samskab_cli.loading.sets.structure import describe, note_error
from samskab_cli.loading.sets.yaml_document import YamlPath, read_yaml
from samskab_cli.model.doubts import DoubtKind
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.text import fold, shown

A_COLUMN: Final = "a heading, or a column's position from 1"


def _column(value: object) -> object:
    if isinstance(value, str) and value.strip():
        return value
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    raise PydanticCustomError("column", A_COLUMN)


def _columns(value: object) -> object:
    if value is None:
        return ()
    if isinstance(value, dict):
        if set(value) != {"first_of"} or not isinstance(value["first_of"], list) or len(value["first_of"]) < 2:
            raise PydanticCustomError("columns", "first_of: with a list of two or more columns")
        return tuple(map(_column, value["first_of"]))
    return (_column(value),)


def _encoding(value: object) -> object:
    if value is None or value in ENCODINGS:
        return value
    raise PydanticCustomError("encoding", "one of {known}", {"known": ", ".join(ENCODINGS)})


def _code(value: object) -> object:
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value)
    raise PydanticCustomError("code", "a text or a whole number, as the cells have it")


def _codes(value: object) -> object:
    return tuple(map(_code, value if isinstance(value, list) else [value]))


ColumnName = Annotated[str | int, BeforeValidator(_column, json_schema_input_type=str | int)]
"""A heading, or a position from 1 where headings are empty or repeated."""


DoubtName = Annotated[DoubtKind, Field(strict=False)]


class FirstOf(BaseModel):
    """Columns of which each row fills one, as branches of a survey do."""

    first_of: tuple[str | int, ...]


ItemColumns = Annotated[
    tuple[str | int, ...], BeforeValidator(_columns, json_schema_input_type=str | int | FirstOf | None)
]
Code = Annotated[str, BeforeValidator(_code, json_schema_input_type=str | int)]
CodeList = Annotated[tuple[str, ...], BeforeValidator(_codes, json_schema_input_type=list[str | int] | str | int)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Codes(_Part):
    """What cells of items mean that are neither numbers of the scale nor its labels."""

    values: dict[Code, int] = {}
    """Cell → value of the response scale."""
    unsure: CodeList = ()
    """Cells that mean "don't know"."""
    not_relevant: CodeList = ()
    """Cells that mean "not relevant"."""
    blank: CodeList = ()
    """Cells that mean that nothing was answered."""
    undecided: CodeList = ()
    """What `preview` found and can't know; must be moved to one of the others before the file can be used."""


class RoleMap(_Part):
    """Where the roles stand, and what their codes mean."""

    column: ColumnName
    """The column."""
    values: dict[Code, str | None] = {}
    """Cell → role id of the question set; labels and ids needn't be named. Empty: not decided yet."""
    none: CodeList = ()
    """Cells that stand for none of the roles."""


class Completed(_Part):
    """How the survey system marks a finished row."""

    column: ColumnName
    """The column."""
    equals: CodeList
    """What it holds where somebody finished; everything else is unfinished."""


class RowsToDrop(_Part):
    """Rows that are nobody's answers, as somebody's own tests."""

    column: ColumnName
    """The column."""
    equals: CodeList
    """What it holds in these rows."""


class Long(_Part):
    """Where a file has one line an answer: the columns that say whose it is, to what, and which."""

    item: ColumnName
    """The column that names the item, by id or text."""
    answer: ColumnName
    """The column of the answers."""
    respondent: ColumnName
    """The column of the respondents' ids."""


class Doubts(_Part):
    """What is said about doubtful reading."""

    accept: Annotated[tuple[DoubtName, ...], Field(strict=False)] = ()
    """Kinds of doubts that are right as they are read: no longer said on stderr, and no stop with `--strict`."""


class MapFile(_Part):
    """What the columns and cells of a file of answers mean. Whatever isn't said here is found out as without it."""

    format: Annotated[int, Field(ge=1, le=1)] = 1
    """The format of this file: 1."""
    sheet: str | None = None
    """The sheet of a workbook, or `all`."""
    encoding: Annotated[str | None, BeforeValidator(_encoding, json_schema_input_type=str | None)] = None
    """How a text is encoded, where it can't be known for sure."""
    labels: str | None = None
    """A labels file of SurveyXact, seen from the folder of this file."""
    structure: str | None = None
    """A structure file of SurveyXact, seen from the folder of this file."""
    items: dict[str, ItemColumns] = {}
    """Item id → its column, or `first_of` several. Empty: not decided yet."""
    ignore: Annotated[tuple[ColumnName, ...], Field(strict=False)] = ()
    """Columns that are to mean nothing, whatever their headings."""
    codes: Codes = Codes()
    """What cells of items mean."""
    role: RoleMap | None = None
    """Where the roles stand, and what their codes mean."""
    respondent: ColumnName | None = None
    """The column of the respondents' ids."""
    completed: Completed | None = None
    """How finished rows are marked."""
    drop_rows: Annotated[tuple[RowsToDrop, ...], Field(strict=False)] = ()
    """Rows that are nobody's answers."""
    long: Long | None = None
    """Of a file with one line an answer, what its columns are."""
    doubts: Doubts = Doubts()
    """What is said about doubtful reading."""


@dataclass(frozen=True)
class LoadedMap:
    """A mapping file, and where it lies."""

    content: MapFile
    path: Path

    def beside(self, name: str | None) -> Path | None:
        """A companion file that it names."""
        return None if name is None else self.path.parent / name


def load_map(path: Path, question_set: QuestionSet) -> LoadedMap:
    """Read a mapping file for a question set. Raises AnswersRefused with all its faults, in their places."""
    document = read_yaml(path, str(path))
    faults = Faults(SetFiles(document, content=document.data))
    content = None
    if isinstance(document.data, dict):
        content = _build(document.data, faults)
    elif document.whole:
        faults.add((), f"expected the keys and values of a mapping file, found {describe(document.data)}")
    if content is not None:
        _check(content, question_set, faults)
    if faults.problems or content is None:
        raise AnswersRefused(*faults.in_order())
    return LoadedMap(content, path)


def _build(data: dict[Any, Any], faults: Faults) -> MapFile | None:
    try:
        return MapFile.model_validate(data)
    except ValidationError as refused:
        for error in refused.errors(include_url=False):
            _note_error(error, faults)
    if not faults.problems:
        raise AssertionError("a refused mapping file without a reason")
    return None


def _note_error(error: ErrorDetails, faults: Faults) -> None:
    error["loc"] = tuple(part for part in error["loc"] if part != "[key]")
    if error["type"] == "enum":
        message = f"no doubt is called {shown(error['input'])}"
        faults.add(error["loc"], message, word=error["input"], among=tuple(one.value for one in DoubtKind))
    else:
        note_error(error, faults, lambda path: (_MODELS[str(path[0])] if path else MapFile).model_fields)


_MODELS: Final[dict[str, type[_Part]]] = {
    "codes": Codes,
    "role": RoleMap,
    "completed": Completed,
    "drop_rows": RowsToDrop,
    "long": Long,
    "doubts": Doubts,
}


def _check(content: MapFile, question_set: QuestionSet, faults: Faults) -> None:
    """What the question set must know, and what isn't decided yet."""
    known = tuple(question_set.item_by_id)
    for item, columns in content.items.items():
        if item not in question_set.item_by_id:
            faults.add(("items", item), f"no item {shown(item)}", word=item, among=known, at_key=True)
        elif not columns:
            faults.add(("items", item), f"{item} isn't decided yet: name its column, or take the line out", at_key=True)
    for text, value in content.codes.values.items():
        if not any(value in scale.values for scale in question_set.scales):
            scale = " or ".join(f"{scale.minimum} to {scale.maximum}" for scale in question_set.scales)
            faults.add(_as_written(faults, "codes", text), f"{value} isn't a value of the scale, {scale}")
    if content.codes.undecided:
        codes = ", ".join(map(shown, content.codes.undecided))
        faults.add(("codes", "undecided"), f"{codes}: not decided yet; move to values, unsure, not_relevant or blank")
    for text, places in _said_twice(content.codes):
        faults.add(("codes",), f"the code {shown(text)} stands in {places}")
    if content.role is not None:
        _check_roles(content.role, question_set, faults)


def _check_roles(role: RoleMap, question_set: QuestionSet, faults: Faults) -> None:
    roles = tuple(question_set.role_by_id)
    for text, name in role.values.items():
        path = _as_written(faults, "role", text)
        if name is None:
            faults.add(path, f"the role {shown(text)} isn't decided yet: one of {', '.join(roles)}")
        elif name not in question_set.role_by_id:
            faults.add(path, f"no role {shown(name)}; expected one of {', '.join(roles)}", word=name, among=roles)


def _as_written(faults: Faults, part: str, text: str) -> YamlPath:
    """The path of a code, which may be written as a number."""
    written = next(key for key in faults.files.content[part]["values"] if str(key) == text)
    return (part, "values", written)


def _said_twice(codes: Codes) -> Iterator[tuple[str, str]]:
    """Codes that are to mean two things."""
    lists = {name: getattr(codes, name) for name in ("values", "unsure", "not_relevant", "blank")}
    meant: dict[str, list[str]] = {}
    for name, texts in lists.items():
        for text in texts:
            meant.setdefault(fold(text), []).append(name)
    for text, names in meant.items():
        if len(names) > 1:
            yield text, " and ".join(names)
