"""A JSON Schema as Markdown: a heading a kind of thing, a table of its keys."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]

_WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
    "object": "keys and values",
}


def tables(whole: Schema, definitions: Mapping[str, Schema], first: str) -> str:
    """All kinds of things that can be reached from the first one, in the order in which they are met."""
    met: dict[str, Schema] = {first: {key: value for key, value in whole.items() if key != "$defs"}}
    waiting = [met[first]]
    while waiting:
        for name in _references(waiting.pop(0)):
            if name not in met:
                met[name] = definitions[name]
                waiting.append(definitions[name])
    return "\n\n".join(_table(name, schema, definitions) for name, schema in met.items() if schema.get("properties"))


def _table(name: str, schema: Schema, definitions: Mapping[str, Schema]) -> str:
    needed = set(schema.get("required", ()))
    rows = [
        (f"`{key}`{'' if key in needed else ' (optional)'}", _kind(value, definitions), _cell(value))
        for key, value in schema["properties"].items()
    ]
    width = 3 if any(row[2] for row in rows) else 2
    head = [("key", "what it is", "")[:width], ("---",) * width]
    lines = "\n".join(f"| {' | '.join(row)} |" for row in [*head, *(row[:width] for row in rows)])
    return f"### {name}\n{_cell(schema)}\n\n{lines}"


def _cell(schema: Schema) -> str:
    return " ".join(schema.get("description", "").split()).replace("|", "\\|").replace("<", "&lt;")


def _kind(value: Schema, definitions: Mapping[str, Schema]) -> str:
    """What stands at a key, in words."""
    if "$ref" in value:
        name = str(value["$ref"]).rpartition("/")[2]
        if name == "LocalText":
            return "text, or one a language"
        inner = definitions[name]
        return f"[{name}](#{name.lower()})" if inner.get("properties") else _kind(inner, definitions)
    several = value.get("anyOf") or value.get("oneOf")
    if several:
        return " or ".join(dict.fromkeys(_kind(one, definitions) for one in several))
    if "const" in value or "enum" in value:
        return " · ".join(f"`{json.dumps(one)}`" for one in value.get("enum", [value.get("const")]))
    return _plain_kind(value, definitions)


def _plain_kind(value: Schema, definitions: Mapping[str, Schema]) -> str:
    elements = value.get("prefixItems") or [value.get("items", {})]
    if value.get("type") == "array":
        return "list of " + ", ".join(dict.fromkeys(_kind(one, definitions) for one in elements))
    if isinstance(value.get("additionalProperties"), Mapping):
        return f"name → {_kind(value['additionalProperties'], definitions)}"
    return _WORDS.get(str(value.get("type")), "anything")


def _references(value: object) -> Iterator[str]:
    """The names of all definitions that a schema uses, in order."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "$ref":
                yield str(inner).rpartition("/")[2]
            else:
                yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)
