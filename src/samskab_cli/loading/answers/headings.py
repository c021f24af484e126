"""Whose item a heading is: id, text, brackets, path, separator, cut text, nearest; bare and core of a text."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from samskab_cli.loading.answers.columns import Column, plain
from samskab_cli.loading.answers.damaged_letters import damaged
from samskab_cli.model.question_set import Item
from samskab_cli.model.text import fold, nearest

LEAST_OF_A_CUT_TEXT: Final = 20
_LEAST_NEAR: Final = 8
_LONGEST: Final = 1_000
"""Of a heading that is longer, only so much is compared."""
_LONGEST_IN_FORMS: Final = 250  # Microsoft Forms cuts a heading at 255
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
_CUT: Final = re.compile(r"\s*(?:\.{2,}|…)\s*$")
_DIGIT: Final = re.compile(r"\s?[0-9]$")
_NUMBERING: Final = re.compile(
    r"^[(\[]?(?:(?:q|sp|spm|spg|spørgsmål|question|item|punkt|udsagn|pkt|v|var|nr|no)[. ]{0,2})?"
    r"(?:\d{1,3}(?:[._]\d{1,3})*\.?[a-z]?(?:[)\].:]+\s*|\s*[-–—]\s+|\s+)|[a-zæøå][)\].:]+\s+)(?=\S)"
)
_ADDED: Final = re.compile(r"\s*[(\[](?:required|mandatory|obligatorisk|påkrævet|skal udfyldes|optional|valgfri)[)\]]$")
_AT_ENDS: Final = " \t.:;*?!\"'“”„»«’‘`"
_SEPARATORS: Final = (" - ", " – ", ": ", "/")
_PATH: Final = re.compile(r"[/\-.:]")


def bare(text: str) -> str:
    """A text as headings are compared: without tags, line breaks, underscores, case; blanks folded."""
    text = text[:_LONGEST]
    if "&" in text:
        text = html.unescape(text)
    return fold(_TAG.sub(" ", text).replace("_", " "))


def core(text: str) -> str:
    """A text as headings are compared, without what is added or lost at its ends: numbers, stars, quotes, full stop."""
    text = _NUMBERING.sub("", bare(text).strip(_AT_ENDS)).strip(_AT_ENDS)
    return _ADDED.sub("", text).strip(_AT_ENDS)


def last_part(heading: str) -> str:
    """What stands after the last separator of a path: `group/id`, `group-id`; in a sentence only `/` is one."""
    heading = heading.strip()
    return heading.rpartition("/")[2] if any(map(str.isspace, heading)) else _PATH.split(heading)[-1]


class ItemNames:
    """What the items of a question set may be called."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.ids = {item.id: item.id for item in items}
        self.plain_ids = {plain(item.id): item.id for item in items}
        self.aliases = {plain(alias): item.id for item in items for alias in item.aliases}
        owners: dict[str, set[str]] = defaultdict(set)
        for item in items:
            for text in item.text.all:
                owners[bare(text)].add(item.id)
        self.texts = {text: next(iter(ids)) for text, ids in owners.items() if len(ids) == 1}
        """Without those that two items share."""
        cores: dict[str, set[str]] = defaultdict(set)
        for text, item_id in self.texts.items():
            cores[core(text)].add(item_id)
        self.cores = {text: next(iter(ids)) for text, ids in cores.items() if len(ids) == 1 and len(text) > 1}
        """Texts without what is added or lost at their ends."""
        self.damaged = damaged(self.cores)
        """Cores that lost letters."""
        self._with_help = {
            f"{bare(text)} {bare(words)}": item.id
            for item in items
            if item.help is not None
            for text in item.text.all
            for words in item.help.all
        }

    def of_id(self, name: str) -> str | None:
        """The item with this id or alias."""
        return self.plain_ids.get(plain(name)) or self.aliases.get(plain(name))

    def of_text(self, heading: str) -> str | None:
        """The item with this text: whole, but for its ends, with letters lost, or with its own help text after it."""
        text = bare(heading)
        found = self.texts.get(text) or self.texts.get(_DIGIT.sub("", text)) or self._with_help.get(text)
        found = found or self.cores.get(core(text)) or self.damaged.get(core(text).replace("\ufffd", "?"))
        if found or len(heading) < _LONGEST_IN_FORMS:
            return found
        return _only(item for whole, item in self._with_help.items() if whole.startswith(text))

    def of_cut(self, heading: str) -> str | None:
        """The one item whose text begins like this heading, which says itself that it was cut."""
        cut = _CUT.sub("", heading)
        return self.of_beginning(bare(cut)) if cut != heading else None

    def of_beginning(self, beginning: str) -> str | None:
        """The one item whose text begins like this."""
        if len(beginning) < LEAST_OF_A_CUT_TEXT:
            return None
        return _only(item for text, item in self.texts.items() if text.startswith(beginning))


Rule = tuple[str, Callable[[str, ItemNames], str | None]]
"""What the rule is called, and the item that a heading names by it."""


def _path_end(heading: str, names: ItemNames) -> str | None:
    end = last_part(heading)
    return names.plain_ids.get(plain(end)) if end != heading.strip() else None


def _in_brackets(heading: str, names: ItemNames) -> str | None:
    for inside, innermost in _bracketed(heading):
        found = names.of_text(inside) or names.of_cut(inside) or (names.of_id(inside) if innermost else None)
        if found:
            return found
    return None


def _after_separator(heading: str, names: ItemNames) -> str | None:
    for separator in _SEPARATORS:
        if separator not in heading:
            continue
        ends = list(_ends(heading, separator))
        found = _first(names.of_text(end) or names.of_cut(end) for end in ends) or names.of_id(ends[-1])
        if found:
            return found
    return _first(names.of_text(end) for end in _ends(heading, "-")) if "-" in heading else None


RULES: Final[tuple[Rule, ...]] = (
    ("item id", lambda heading, names: names.ids.get(heading.strip())),
    ("item id, but for case, blanks, _ and -", lambda heading, names: names.plain_ids.get(plain(heading))),
    ("item id at the end of a path", _path_end),
    ("alias", lambda heading, names: names.aliases.get(plain(heading))),
    ("id or text in brackets", _in_brackets),
    ("id or text after a separator", _after_separator),
    ("item text", lambda heading, names: names.of_text(heading)),
    ("item text, cut off", lambda heading, names: names.of_cut(heading)),
    ("item id, but for its ends", lambda heading, names: names.of_id(core(heading))),
)
"""In the order of their weight; a mapping file goes before them all."""


class Claim(NamedTuple):
    """An item that a column claims to be, and by which rule."""

    item: str
    why: str


def claims_of(column: Column, names: ItemNames) -> list[Claim]:
    """What a column says it is, the weightiest rule first; more than one item contradicts itself."""
    found: dict[str, Claim] = {}
    for rank_and_claim in sorted(_claims(column, names), key=lambda entry: entry[0]):
        found.setdefault(rank_and_claim[1].item, rank_and_claim[1])
    return list(found.values())


def _claims(column: Column, names: ItemNames) -> Iterator[tuple[int, Claim]]:
    """The first rule that fits each name of a column."""
    for name in column.names:
        heading = name[:_LONGEST]
        for rank, (why, rule) in enumerate(RULES):
            item = rule(heading, names)
            if item:
                yield rank, Claim(item, why)
                break


def wrapped_items(columns: Iterable[Column], names: ItemNames) -> dict[str, list[Column]]:
    """Item → the columns of an object that stands in its place: `aktie/value`, where `aktie` itself would be a cell."""
    found: dict[str, list[Column]] = defaultdict(list)
    for column in columns:
        above = column.raw.split("/")[:-1]
        item = next((item for part in reversed(above) if (item := names.of_id(part))), None)
        if item:
            found[item].append(column)
    return found


def is_cut(column: Column) -> bool:
    """Whether a heading, or what it has in brackets, says itself that it was cut."""
    return any(_CUT.search(name.rstrip(" ])")) is not None for name in column.names)


def near_misses(columns: Iterable[Column], wanted: Iterable[str], names: ItemNames) -> dict[str, Column]:
    """Item → a column that could be meant by it: its heading begins or ends like the item's text, or is nearly it."""
    texts = {text: item for text, item in names.texts.items() if item in set(wanted)}
    ids = {item: item for item in wanted}
    found: dict[str, Column] = {}
    for column in columns:
        meant = [item for name in column.names for item in _near(bare(name), texts, ids)]
        item = next((item for item in meant if item not in found), None)
        if item:
            found[item] = column
    return found


def _near(heading: str, texts: dict[str, str], ids: dict[str, str]) -> list[str]:
    """The items that a folded heading could mean, in question order."""
    ends = [heading, *(end for separator in ("- ", ": ", "[", "(") for end in _ends(heading, separator))]
    begins = [(end, _CUT.sub("", end.rstrip(" )]"))) for end in ends]
    found = [
        item
        for text, item in texts.items()
        if any(end.startswith(text) or (len(cut) >= _LEAST_NEAR and text.startswith(cut)) for end, cut in begins)
    ]
    if found:
        return found
    close = nearest(heading, ids)
    if close:
        return [ids[close]]
    close = nearest(heading[:64], [text[:64] for text in texts])
    return [item for text, item in texts.items() if text[:64] == close] if close else []


def _bracketed(heading: str) -> Iterator[tuple[str, bool]]:
    """What stands in the last `[…]`, then the last `(…)`, from the innermost bracket outwards; whether it is that."""
    for opening, closing in ("[]", "()"):
        end = heading.rfind(closing)
        start = heading.rfind(opening, 0, end) if end > 0 else -1
        innermost = True
        while start >= 0:
            yield heading[start + 1 : end], innermost
            start, innermost = heading.rfind(opening, 0, start), False


def _ends(heading: str, separator: str) -> Iterator[str]:
    """What follows each separator, from the first one on."""
    start = heading.find(separator)
    while start >= 0:
        yield heading[start + len(separator) :]
        start = heading.find(separator, start + 1)


def _first(found: Iterable[str | None]) -> str | None:
    return next(filter(None, found), None)


def _only(found: Iterable[str]) -> str | None:
    """The one item, if it is only one."""
    items = set(found)
    return items.pop() if len(items) == 1 else None
