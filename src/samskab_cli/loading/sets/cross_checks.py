"""Checks between parts of a question set: ids known and used once, roles, gates, caps, cut-offs, languages, labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from samskab_cli.loading.sets.faults import Faults, Spot
from samskab_cli.model.judging import Gate
from samskab_cli.model.question_set import ITEM_ID_ENDINGS_RESERVED, ITEM_IDS_RESERVED, NAMES_RESERVED
from samskab_cli.model.text import fold, shown


def check(faults: Faults) -> None:
    """Note every fault between the parts of the set."""
    root = Spot(faults.files.content)
    for rule in _RULES:
        rule(root, faults)


def _check_languages(root: Spot, faults: Faults) -> None:
    _refuse_repeats(root["languages"].each(), "language", faults)


def _check_values(root: Spot, faults: Faults) -> None:
    for scale in _scales(root):
        _check_rising(scale, faults)


def _check_rising(scale: Spot, faults: Faults) -> None:
    values = [option["value"] for option in scale["options"].each()]
    lowest = values[0].whole if values else None
    for expected, value in enumerate(values, start=lowest or 0):
        if lowest is not None and value.whole not in (None, expected):
            faults.add(value.path, f"values rise by one: expected {expected}, found {value.whole}")


def _check_labels(root: Spot, faults: Faults) -> None:
    """A label in an answer file must mean one answer only, of those that can be given to a statement."""
    for scale in _scales(root):
        _check_labels_of(scale, faults)


def _check_labels_of(scale: Spot, faults: Faults) -> None:
    meanings = _Meanings(faults)
    for option in scale["options"].each():
        meanings.claim_value(option["value"])
    for option in scale["options"].each():
        owner = f"the answer {option['value'].data}"
        meanings.claim((*option["label"].words(), *option["aliases"].each()), owner)
    for name, owner in (("unsure", "unsure"), ("not_relevant", "not relevant")):
        other = scale[name]
        meanings.claim((other["code"], *other["label"].words(), *other["aliases"].each()), owner)


def _check_roles(root: Spot, faults: Faults) -> None:
    names = _Names(faults)
    sides = _ids(root["sides"].each())
    for side in root["sides"].each():
        names.take(side["id"], "side")
    meanings = _Meanings(faults)
    for role in root["roles"].each():
        names.take(role["id"], "role")
        owner = f"the role {role['id'].data}"
        meanings.claim((role["id"], *role["label"].words(), *role["aliases"].each()), owner)
        _refuse_unknown(role["side"], "side", sides, faults)


def _check_coarse_sides(root: Spot, faults: Faults) -> None:
    """Together they are everybody, once; an id of a side means the people of that side and nobody else."""
    coarse_sides = [*root["coarse_sides"].each()]
    if len(coarse_sides) == 1:
        message = "expected two coarse sides or more, found 1: it would hold everybody"
        faults.add(root["coarse_sides"].path, message, at_key=True)
    names = _Names(faults)
    for kind in ("side", "role"):
        for owner in root[f"{kind}s"].each():
            names.take(owner["id"], kind)
    own = [role for role in root["roles"].each() if role["side"].data is None]
    known = _ids((*root["sides"].each(), *own))
    members = [side for coarse in coarse_sides for side in coarse["sides"].each()]
    for coarse in coarse_sides:
        if [side.word for side in coarse["sides"].each()] != [coarse["id"].word]:
            names.take(coarse["id"], "coarse side")
    for side in members:
        _refuse_unknown(side, "side", known, faults)
    _refuse_repeats(members, "side", faults)
    named = {side.word or "" for side in members}
    for left_out in sorted(known - named) if coarse_sides and named <= known else ():
        faults.add(root["coarse_sides"].path, f"the side {shown(left_out)} is in none of them", at_key=True)


def _check_names(root: Spot, faults: Faults) -> None:
    """Items, dimensions and gates share the columns of `samskab score`."""
    names = _Names(faults)
    for dimension in root["dimensions"].each():
        names.take(dimension["id"], "dimension", NAMES_RESERVED)
    for item in _items(root):
        names.take(item["id"], "item", ITEM_IDS_RESERVED)
    for gate in root["gates"].each():
        names.take(gate["id"], "gate", NAMES_RESERVED)
    indicators = _Names(faults)
    for indicator in root["indicators"].each():
        indicators.take(indicator["id"], "indicator")


def _check_file_names(root: Spot, faults: Faults) -> None:
    for position, document in faults.files.dimensions.items():
        name = root["dimensions"][position]["id"]
        stem = document.file.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml")
        if name.word is not None and name.word != stem:
            faults.add(
                name.path, f"the dimension {shown(name.word)} stands in {stem}.yaml; id and file name are the same"
            )


def _check_items(root: Spot, faults: Faults) -> None:
    scales = {item.path: scale for item, _, scale in _asked(root)}
    roles = _ids(root["roles"].each())
    meanings = _Meanings(faults)
    for item in _items(root):
        values = {option["value"].whole for option in scales[item.path]["options"].each()}
        for key, anchor in item["anchors"].entries():
            if values and None not in values and isinstance(key, int) and key not in values:
                faults.add(anchor.path, f"no answer of the scale has the value {key}", at_key=True)
        for role in item["skip_roles"].each():
            _refuse_unknown(role, "role", roles, faults)
        _refuse_repeats(item["skip_roles"].each(), "role", faults)
        owner = f"the item {item['id'].data}"
        meanings.claim((item["id"], *item["text"].words(), *item["aliases"].each()), owner)


def _check_also(root: Spot, faults: Faults) -> None:
    """Items that count in a second dimension are asked in another one."""
    readable = faults.files.all_read and all(isinstance(d["items"].data, list) for d in root["dimensions"].each())
    known = _ids(_items(root))
    for dimension in root["dimensions"].each():
        own = _ids(dimension["items"].each())
        _refuse_repeats(dimension["also"].each(), "item", faults)
        for item in dimension["also"].each():
            if item.word in own:
                faults.add(item.path, f"the item {shown(item.word)} is asked in this dimension already")
            elif readable:
                _refuse_unknown(item, "item", known, faults)


def _check_raw(root: Spot, faults: Faults) -> None:
    """A mean or a sum on the items' own scale needs one scale, and a sum needs equal weights."""
    asked = {item["id"].word: (item, scale) for item, _, scale in _asked(root)}
    for dimension in root["dimensions"].each():
        kind = dimension["raw"].word
        if kind is None:
            continue
        members = [item["id"].word for item in dimension["items"].each()] + [i.word for i in dimension["also"].each()]
        found = [asked[member] for member in members if member in asked]
        if any(_values(scale) != _values(found[0][1]) for _, scale in found):
            faults.add(dimension["raw"].path, f"a {kind} needs items of one scale; these have several")
        if kind == "sum" and any(item["weight"].number(1.0) != 1 for item, _ in found):
            faults.add(dimension["raw"].path, "a sum needs items of weight 1")


def _values(scale: Spot) -> list[object]:
    return [option["value"].data for option in scale["options"].each()]


def _check_parts(root: Spot, faults: Faults) -> None:
    readable = faults.files.all_read and all(isinstance(d["items"].data, list) for d in root["dimensions"].each())
    known = _ids(_items(root))
    for holder in (*root["gates"].each(), *root["indicators"].each()):
        parts = _Names(faults)
        for part in holder["parts"].each():
            parts.take(part["id"], "part")
            _refuse_repeats(part["items"].each(), "item", faults)
            for item in part["items"].each():
                if readable:
                    _refuse_unknown(item, "item", known, faults)


def _check_gates(root: Spot, faults: Faults) -> None:
    for gate in root["gates"].each():
        below = gate["fail_below"].number(Gate.model_fields["fail_below"].default)
        passes = gate["pass_at"].number(Gate.model_fields["pass_at"].default)
        if below is not None and passes is not None and below > passes:
            spot = gate["fail_below"] if gate["fail_below"].data is not None else gate["pass_at"]
            faults.add(spot.path, f"fail_below ({below:g}) lies above pass_at ({passes:g})")


def _check_indicators(root: Spot, faults: Faults) -> None:
    for indicator in root["indicators"].each():
        before: float | None = None
        for level in indicator["levels"].each():
            at_least = level["at_least"].number()
            if before is not None and at_least is not None and at_least >= before:
                message = f"levels go from the highest down: expected less than {before:g}, found {at_least:g}"
                faults.add(level["at_least"].path, message)
            before = at_least


def _check_caps(root: Spot, faults: Faults) -> None:
    if root["verdict"].data is None:
        for indicator in root["indicators"].each():
            if indicator["caps"].data is not None:
                message = "a set without a verdict has nothing to cap; take it out, or write a verdict"
                faults.add(indicator["caps"].path, message, at_key=True)


def _check_cutoffs(root: Spot, faults: Faults) -> None:
    cutoffs = root["verdict"]["cutoffs"]
    for name in ("dimension", "overall"):
        attention, ready = cutoffs["attention"][name], cutoffs["ready"][name]
        low, high = attention.number(), ready.number()
        if low is not None and high is not None and low > high:
            faults.add(attention.path, f"the cut-off of attention ({low:g}) lies above that of ready ({high:g})")


def _check_sources(root: Spot, faults: Faults) -> None:
    holders = (*root["gates"].each(), *root["indicators"].each())
    parts = (part for holder in holders for part in holder["parts"].each())
    for sourced in (*_items(root), *parts):
        _refuse_repeats(sourced["source"]["claims"].each(), "claim", faults)


_RULES: tuple[Callable[[Spot, Faults], None], ...] = (
    _check_languages,
    _check_values,
    _check_labels,
    _check_roles,
    _check_coarse_sides,
    _check_names,
    _check_file_names,
    _check_items,
    _check_also,
    _check_raw,
    _check_parts,
    _check_gates,
    _check_indicators,
    _check_caps,
    _check_cutoffs,
    _check_sources,
)


def _items(root: Spot) -> list[Spot]:
    return [item for dimension in root["dimensions"].each() for item in dimension["items"].each()]


def _asked(root: Spot) -> Iterator[tuple[Spot, Spot, Spot]]:
    """Each item, its dimension, and what can be answered to it."""
    for dimension in root["dimensions"].each():
        for item in dimension["items"].each():
            own = (item["scale"], dimension["scale"])
            yield item, dimension, next((scale for scale in own if scale.data is not None), root["scale"])


def _scales(root: Spot) -> list[Spot]:
    """The scales of the set, of dimensions, of items: all that the files say."""
    dimensions = [*root["dimensions"].each()]
    spots = (root["scale"], *(d["scale"] for d in dimensions), *(item["scale"] for item in _items(root)))
    return [spot for spot in spots if spot.data is not None]


def _ids(spots: Iterable[Spot]) -> set[str]:
    return {spot["id"].word or "" for spot in spots}


def _refuse_unknown(spot: Spot, kind: str, known: set[str], faults: Faults) -> None:
    if spot.word is not None and spot.word not in known:
        faults.add(spot.path, f"the set has no {kind} {shown(spot.word)}", word=spot.word, among=known)


def _refuse_repeats(spots: Iterable[Spot], kind: str, faults: Faults) -> None:
    first: dict[str, Spot] = {}
    for spot in spots:
        if spot.word is not None and first.setdefault(spot.word, spot) is not spot:
            place = faults.place(first[spot.word].path, spot.path)
            faults.add(spot.path, f"the {kind} {shown(spot.word)} stands twice; the first is in {place}")


class _Names:
    """Ids of several kinds that must all differ."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.taken: dict[str, tuple[str, Spot]] = {}

    def take(self, spot: Spot, kind: str, reserved: frozenset[str] = frozenset()) -> None:
        """Note an id, or the fault that it is taken or reserved."""
        name = spot.word
        if name is None:
            return
        if name in reserved:
            self.faults.add(spot.path, f"{shown(name)} is a column of our own files; choose another id")
        ending = next((e for e in ITEM_ID_ENDINGS_RESERVED if reserved and name.endswith(e)), None)
        if ending:
            self.faults.add(spot.path, f"no id of an item, dimension or gate ends in {ending}: {shown(name)}")
        first_kind, first = self.taken.setdefault(name, (kind, spot))
        if first is not spot:
            place = self.faults.place(first.path, spot.path)
            article = "an" if first_kind[0] in "aeiou" else "a"
            self.faults.add(
                spot.path, f"the {kind} id {shown(name)} is already the id of {article} {first_kind} ({place})"
            )


class _Meanings:
    """Words of answer files, each of which must mean one thing."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.owners: dict[str, tuple[str, Spot]] = {}

    def claim_value(self, value: Spot) -> None:
        """Note a value of the scale, as it stands in answer files."""
        if value.whole is not None:
            self.owners.setdefault(str(value.whole), (f"the answer {value.whole}", value))

    def claim(self, words: Iterable[Spot], owner: str) -> None:
        """Note that words mean `owner`, or the fault that they are empty or mean something else already."""
        for spot in words:
            if spot.word is None:
                continue
            if not fold(spot.word):
                if spot.path[-2] == "aliases":
                    self.faults.add(spot.path, "expected a text, found an empty one")
                continue
            first_owner, first = self.owners.setdefault(fold(spot.word), (owner, spot))
            if first_owner != owner:
                place = self.faults.place(first.path, spot.path)
                self.faults.add(spot.path, f"{shown(spot.word)} would mean {owner}, but means {first_owner} ({place})")
