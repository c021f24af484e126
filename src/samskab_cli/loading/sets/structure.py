"""pydantic's faults of a question set as plain sentences: missing keys, wrong types, texts and languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache
from types import NoneType
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from samskab_cli.loading.sets.faults import Faults, Spot
from samskab_cli.loading.sets.yaml_document import YamlPath
from samskab_cli.model.content import LocalText
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.statement_source import SOURCE_TAGS
from samskab_cli.model.text import nearest, shown

PATTERNS = {
    r"^[a-z][a-z0-9]{1,7}$": "an item id: 2 to 8 small letters a-z and digits, a letter first",
    r"^[a-z][a-z0-9_]{0,31}$": "a name: small letters a-z, digits and _, a letter first, at most 32",
    r"^[a-z]{2}$": "a language code of two small letters, as da",
    r"^[a-z][a-z0-9]{0,7}$": "a code: 1 to 8 small letters a-z and digits, a letter first",
    r"^[a-z][a-z0-9-]{0,39}$": "a name: small letters a-z, digits and -, a letter first, at most 40",
    r"^[A-Z][A-Za-z0-9]{0,15}$": "the number of a claim: a capital letter, then letters and digits, as C34",
    r"^\d+\.\d+\.\d+$": "three numbers, as 1.0.0",
}
"""What each pattern of the model asks for."""

_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "keys and values",
    "model_type": "keys and values",
    "greater_than": "a number above {gt:g}",
    "greater_than_equal": "a number of {ge:g} or more",
    "less_than": "a number below {lt:g}",
    "less_than_equal": "a number of {le:g} or less",
    "too_short": "a list of {min_length} or more",
    "too_long": "a list of {max_length} or fewer",
    "enum": "{expected}",
}
_ENUM_MEMBER = re.compile(r"<\w+\.\w+: ('\w+')>")
OWN_ERRORS = frozenset({"column", "columns", "code", "encoding"})
"""Errors whose message says what is expected: those of mapping files."""
_ONE_LINE = frozenset({"label", "title", "purpose"})


def build(faults: Faults) -> QuestionSet | None:
    """The question set that a content is, or None; every fault of its shape and its texts is noted in `faults`."""
    content = faults.files.content
    texts = set(_check_texts(faults, content))
    try:
        return QuestionSet.model_validate(content)
    except ValidationError as refused:
        errors = [_without_tags(error) for error in refused.errors(include_url=False, include_input=True)]
    # pydantic calls a list of bad elements "too short" as well: only the innermost error says what is wrong
    outer = {error["loc"][:depth] for error in errors for depth in range(len(error["loc"]))}
    reported = [error for error in errors if error["loc"] not in outer and not _is_text(error["loc"], texts)]
    meant = {
        (*error["loc"][:-1], nearest(error["loc"][-1], _keys_at(error["loc"][:-1])))
        for error in reported
        if _is_unknown(error)
    }
    for error in reported:
        if error["loc"] not in meant:  # a misspelt key is told once, not also as a missing one
            note_error(error, faults, _keys_at)
    if not faults.problems:
        raise AssertionError(f"a refused question set without a reason: {errors[0]['type']}")
    return None


def _without_tags(error: ErrorDetails) -> ErrorDetails:
    """An error with its path in the file: pydantic also says which form of a source it tried."""
    error["loc"] = tuple(key for key in error["loc"] if key not in SOURCE_TAGS)
    return error


def _is_text(path: YamlPath, texts: set[YamlPath]) -> bool:
    """Whether an error lies in a text, which is checked by ourselves; keys of mappings aren't."""
    return path[-1:] != ("[key]",) and any(path[:depth] in texts for depth in range(len(path) + 1))


def _is_unknown(error: ErrorDetails) -> bool:
    return error["type"] == "extra_forbidden"


def note_error(error: ErrorDetails, faults: Faults, keys_at: Callable[[YamlPath], Collection[str]]) -> None:
    """Add what pydantic refused as a plain sentence in its place. keys_at: the keys that are known at a path."""
    path: YamlPath = error["loc"]
    kind, value = error["type"], error["input"]
    if kind == "missing":
        if not faults.lacks_keys(path[:-1]):
            faults.add(path[:-1], f"{shown(path[-1])} is missing")
    elif _is_unknown(error):
        faults.add(path, f"unknown key {shown(path[-1])}", word=path[-1], among=keys_at(path[:-1]), at_key=True)
    elif path[-1:] == ("[key]",):
        faults.add(path[:-1], f"expected a whole number as key, found {describe(path[-2])}", at_key=True)
    elif path == ("format",) and isinstance(value, int):
        faults.add(path, f"format {value} isn't known; this program reads format 1")
    else:
        faults.add(path, f"expected {_expected(error)}, found {_found_by(error)}{_quotes(error, faults)}")


def _expected(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    if error["type"] == "string_pattern_mismatch":
        return PATTERNS.get(context["pattern"], f"a text like {context['pattern']}")
    if error["type"] == "literal_error":
        return _ENUM_MEMBER.sub(r"\1", context["expected"])
    if error["type"] in _EXPECTED:
        return _EXPECTED[error["type"]].format(**context)
    return error["msg"] if error["type"] in OWN_ERRORS else f"something else ({error['msg']})"


def _found_by(error: ErrorDetails) -> str:
    if error["type"] in ("too_short", "too_long"):
        return str(error["ctx"]["actual_length"])
    return describe(error["input"])


def _quotes(error: ErrorDetails, faults: Faults) -> str:
    """The hint to put quotes round a number that is meant as a text, or to take them away."""
    raw = faults.raw(error["loc"])
    if error["type"] == "string_type" and raw:
        return f'; put it in quotes: "{raw}"'
    if error["type"] in ("int_type", "float_type", "bool_type") and isinstance(error["input"], str):
        return "; write it without quotes" if _looks_like(error["input"]) else ""
    return ""


def _looks_like(text: str) -> bool:
    return text in ("true", "false") or text.replace(".", "", 1).isdecimal()


def describe(value: object) -> str:
    """A value of the wrong kind, in words."""
    match value:
        case None:
            return "nothing"
        case bool():
            return f"the yes-or-no value {str(value).lower()}"
        case int() | float():
            return f"the number {value}"
        case str():
            return shown(value) if value.strip() else "an empty text"
        case list() | tuple():
            return "a list"
        case _:
            return "keys and values"


def _keys_at(path: YamlPath) -> tuple[str, ...]:
    """The keys that the model knows at a path."""
    model: type[BaseModel] | None = QuestionSet
    for key in path:
        if isinstance(key, str):
            fields = _fields(model) if model else {}
            model = fields[key][1] if key in fields else None
    return tuple(model.model_fields) if model else ()


_Kind = tuple[str, type[BaseModel] | None, bool]
"""What stands at a field: `one` model, a list (`each`) or mapping (`values`) of it; and whether it is optional."""


@cache
def _fields(model: type[BaseModel]) -> dict[str, _Kind]:
    return {name: _kind(info.annotation) for name, info in model.model_fields.items()}


def _kind(annotation: object) -> _Kind:
    inner = get_args(annotation)
    if isinstance(annotation, type) and not inner:
        return "one", annotation if issubclass(annotation, BaseModel) else None, False
    models = [kind for kind in map(_kind, inner) if kind[1] is not None]
    if not models:
        return "one", None, NoneType in inner
    origin = getattr(annotation, "__origin__", None)
    shape = {tuple: "each", dict: "values"}.get(origin, models[0][0]) if origin else models[0][0]
    return shape, models[0][1], NoneType in inner


def _check_texts(faults: Faults, content: object) -> Iterator[YamlPath]:
    """Check every text of a content, and name the path of each."""
    languages = _languages(content)
    waiting: list[tuple[type[BaseModel], Spot]] = [(QuestionSet, Spot(content))]
    while waiting:
        model, spot = waiting.pop()
        for name, (shape, inner, optional) in _fields(model).items():
            if not isinstance(spot.data, dict) or name not in spot.data:
                continue
            value = spot[name]
            if inner is None or (optional and value.data is None):
                continue
            elements = (
                [value] if shape == "one" else [*value.each()] if shape == "each" else [s for _, s in value.entries()]
            )
            if inner is not LocalText:
                waiting.extend((inner, element) for element in elements)
                continue
            for element in elements:
                _check_text(element, languages, faults, one_line=name in _ONE_LINE)
                yield element.path


def _languages(content: object) -> tuple[str, ...] | None:
    """The set's languages, if it says them rightly."""
    languages = [spot.word for spot in Spot(content)["languages"].each()]
    return tuple(word for word in languages if word) if languages and all(languages) else None


def _check_text(spot: Spot, languages: tuple[str, ...] | None, faults: Faults, *, one_line: bool) -> None:
    if isinstance(spot.data, dict):
        for language, text in spot.entries():
            if languages and language not in languages:
                known = ", ".join(languages)
                message = f"language {shown(language)} isn't one of the set's languages ({known})"
                faults.add(text.path, message, word=language, among=languages, at_key=True)
            else:
                _check_words(text, faults, one_line=one_line)
        missing = [language for language in languages or () if language not in spot.data]
        if missing and not faults.lacks_keys(spot.path):
            faults.add(spot.path, f"the text is missing in {' and '.join(missing)}", at_key=True)
    else:
        _check_words(spot, faults, one_line=one_line)


def _check_words(spot: Spot, faults: Faults, *, one_line: bool) -> None:
    if spot.word is None:
        raw = faults.raw(spot.path)
        quotes = f'; put it in quotes: "{raw}"' if raw else ""
        faults.add(spot.path, f"expected a text, found {describe(spot.data)}{quotes}")
    elif not spot.word.strip():
        faults.add(spot.path, "expected a text, found an empty one")
    elif one_line and "\n" in spot.word:
        faults.add(spot.path, "expected a text of one line")
