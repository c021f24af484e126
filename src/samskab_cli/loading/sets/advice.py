"""Advice on a set without faults: long, double, negated or hard statements, few items, no anchors, texts too wide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from samskab_cli.errors import Problem
from samskab_cli.loading.sets.readability import joining_word, lix, negation, sentences, words
from samskab_cli.loading.sets.set_files import SetFiles
from samskab_cli.loading.sets.yaml_document import YamlPath
from samskab_cli.model.content import LocalText
from samskab_cli.model.question_set import Dimension, Item, QuestionSet
from samskab_cli.model.text import amount, shown

MOST_WORDS: Final = 20
HARD_FROM: Final = 55
"""LIX: very hard to read."""
_LIX_NEEDS: Final = 6
"""Words that a statement must have for its LIX to mean something."""
FEWEST_ITEMS: Final = 3
_COLUMNS: Final = 76
"""What a line of text gets on a screen of 80 columns."""

_Advice = tuple[YamlPath, str]
_Line = tuple[YamlPath, LocalText, int, str]
"""A text, how much of the screen it may take, and what it is called."""


def advise(question_set: QuestionSet, files: SetFiles) -> list[Problem]:
    """Everything that could be better in a set, in the order of its files; `files` is what it was read from."""
    found: list[tuple[int, Problem]] = []
    order = {document.file: number for number, document in enumerate(files.documents)}
    for path, message in (*_on_items(question_set), *_on_dimensions(question_set), *_on_lengths(question_set)):
        document, inner = files.locate(path)
        found.append((order[document.file], document.problem(inner, f"advice: {message}")))
    found.sort(key=lambda entry: (entry[0], entry[1].line or 0, entry[1].column or 0))
    return [problem for _, problem in found]


def _on_items(question_set: QuestionSet) -> Iterator[_Advice]:
    in_gates = {item: gate.id for gate in question_set.gates for part in gate.parts for item in part.items}
    for path, item in _items(question_set):
        scale = question_set.scale_of[item.id]
        ends = (scale.minimum, scale.maximum)
        for inner, language, text in _texts((*path, "text"), item.text, question_set):
            yield from _on_statement(inner, language, text)
        if item.reverse and item.id in in_gates:
            gate = in_gates[item.id]
            why = "one who misreads it knocks the issue out; take one that isn't"
            yield (*path, "reverse"), f"{item.id} is reversed and decides in the gate {gate}: {why}"
        if not all(end in item.anchors for end in ends):
            why = "without a picture of the ends everybody has a scale of their own"
            yield (*path, "anchors"), f"{item.id} has no anchors for {ends[0]} and {ends[1]}: {why}"
        if item.advice is None:
            yield (*path, "advice"), f"{item.id} has no advice: a low answer leaves the room without a next step"


def _on_statement(path: YamlPath, language: str, text: str) -> Iterator[_Advice]:
    count = len(words(text))
    if count > MOST_WORDS:
        yield path, f"{count} words ({language}): over {MOST_WORDS}, those who hear it read aloud lose its beginning"
    joined = joining_word(text, language)
    if joined is not None or sentences(text) > 1:
        why = f"{shown(joined)} ({language})" if joined else f"{sentences(text)} sentences ({language})"
        yield path, f"two ideas, {why}: who agrees with only one of them can't answer; split it or choose one"
    denied = negation(text, language)
    if denied is not None:
        yield path, f"a negation, {shown(denied)} ({language}): to deny it takes two; say what is there instead"
    if count >= _LIX_NEEDS and lix(text) > HARD_FROM:
        yield path, f"LIX {lix(text):.0f} ({language}): above {HARD_FROM} it is very hard to read; take shorter words"


def _on_dimensions(question_set: QuestionSet) -> Iterator[_Advice]:
    for position, dimension in enumerate(question_set.dimensions):
        count = len(dimension.items)
        if count < FEWEST_ITEMS:
            why = f"with fewer than {FEWEST_ITEMS} a single answer moves its score too far"
            yield ("dimensions", position, "items"), f"{dimension.id} has {amount(count, 'item')}: {why}"


def _on_lengths(question_set: QuestionSet) -> Iterator[_Advice]:
    for path, content, lines, what in _lines(question_set):
        for inner, language, text in _texts(path, content, question_set):
            needed = sum(len(textwrap.wrap(part, _COLUMNS)) or 1 for part in text.splitlines())
            if needed > lines:
                yield inner, f"{needed} lines of a screen of 80 columns ({language}): {what} has room for {lines}"
    for path, content, columns, what in _labels(question_set):
        for inner, language, text in _texts(path, content, question_set):
            if len(text) > columns:
                yield inner, f"{len(text)} characters ({language}): on a screen of 80 columns {what} has {columns}"


def _lines(question_set: QuestionSet) -> Iterator[_Line]:
    """Running texts, and the lines that each may take where it is shown."""
    yield ("about",), question_set.about, 14, "what is said first"
    yield ("caveat",), question_set.caveat, 8, "the caveat"
    if question_set.scale.stem:
        yield ("scale", "stem"), question_set.scale.stem, 2, "what is read before every item"
    for path, item in _items(question_set):
        yield (*path, "text"), item.text, 3, "a statement"
        if item.help:
            yield (*path, "help"), item.help, 3, "a help text"
        for value, anchor in item.anchors.items():
            yield (*path, "anchors", value), anchor, 2, "an anchor"
        if item.advice:
            yield (*path, "advice", "what"), item.advice.what, 4, "advice"
        if item.dilemma:
            yield (*path, "dilemma"), item.dilemma, 3, "a dilemma"


def _labels(question_set: QuestionSet) -> Iterator[_Line]:
    """Texts on one line, and the characters that each may have before it is cut or breaks a table."""
    scale = question_set.scale
    for number, option in enumerate(scale.options):
        yield ("scale", "options", number, "label"), option.label, 40, "an answer"
    for name, other in (("unsure", scale.unsure), ("not_relevant", scale.not_relevant)):
        if other:
            yield ("scale", name, "label"), other.label, 40, "an answer"
    for number, dimension in enumerate(question_set.dimensions):
        yield ("dimensions", number, "title"), dimension.title, 20, "the title beside a bar"
    for number, gate in enumerate(question_set.gates):
        yield ("gates", number, "title"), gate.title, 50, "the title of a gate"
    for number, side in enumerate(question_set.sides):
        yield ("sides", number, "label"), side.label, 34, "the name of a side"
    for number, coarse in enumerate(question_set.coarse_sides):
        yield ("coarse_sides", number, "label"), coarse.label, 34, "the name of a side"
    for number, role in enumerate(question_set.roles):
        yield ("roles", number, "label"), role.label, 40, "the name of a role"


def _items(question_set: QuestionSet) -> Iterator[tuple[YamlPath, Item]]:
    dimensions: tuple[Dimension, ...] = question_set.dimensions
    for position, dimension in enumerate(dimensions):
        for number, item in enumerate(dimension.items):
            yield ("dimensions", position, "items", number), item


def _texts(path: YamlPath, content: LocalText, question_set: QuestionSet) -> Iterator[tuple[YamlPath, str, str]]:
    """Every language of a text, with its own place; a text without languages is in the set's first."""
    if isinstance(content.root, str):
        yield path, question_set.languages[0], content.root
    else:
        yield from (((*path, language), language, text) for language, text in content.root.items())
