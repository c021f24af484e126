"""What a single word of YAML means here: less than YAML lets it mean, and never by surprise."""

from __future__ import annotations

import re

import yaml

from samskab_cli.model.text import clean, control_character, shown

_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_PLAIN_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_PLAIN_FLOAT = re.compile(r"[-+]?([0-9]{1,15}\.[0-9]{0,30}|\.[0-9]{1,30})")
_READ_AS = {"bool": "yes or no", "int": "a number", "float": "a number", "timestamp": "a date"}


def value_of(event: yaml.ScalarEvent) -> tuple[object, str | None]:
    """The value of a scalar (None, bool, int, float or clean text), and what is wrong with it."""
    text: str = event.value
    if event.implicit[0]:
        return _bare(text)
    bad = control_character(text)
    value = clean(text.rstrip("\n") if event.style in ("|", ">") else text, lines=True)
    return value, f"control character {bad} in a text; take it out" if bad else None


def _bare(text: str) -> tuple[object, str | None]:
    """A word without quotes: what YAML 1.1 would turn into something that isn't written there is a fault."""
    tag = next((tag for tag, pattern in _RESOLVERS.get(text[:1], ()) if pattern.match(text)), "")
    value: object
    match tag.rpartition(":")[2]:
        case "null":
            value = None
        case "bool" if text.lower() in ("true", "false"):
            value = text.lower() == "true"
        case "int" if _PLAIN_INT.fullmatch(text):
            value = int(text)
        case "float" if _PLAIN_FLOAT.fullmatch(text):
            value = float(text)
        case kind if kind in _READ_AS:
            also = ", or write true or false" if kind == "bool" else ""
            return None, f"{shown(text)} without quotes is read as {_READ_AS[kind]} by YAML; put it in quotes{also}"
        case _:
            value = clean(text, lines=True)
    return value, None
