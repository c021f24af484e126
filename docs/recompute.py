"""Computes a result again from its item tables, and says what differs: `python recompute.py result.json` (or stdin).

It reads what `samskab report -o result.json` writes, uses nothing of samskab, and is best read beside scoring.md and
conclusions.md, whose sections it names. Exit 0: all is as published; 1: something isn't; 2: no result. It leaves to the
program how sure a verdict is, what is near a cut-off, what to talk about and what moves most.
"""

import json
import sys
from math import sqrt
from pathlib import Path

SCORE, LOW, HIGH = ENDS = ("score", "low", "high")  # as answered; every unknown answer at the bottom; at the top
LEVELS = ["not_now", "prepare", "attention", "ready"]
WHOLE, PART = (0.52, 0.28, 2.4), (0.62, 0.38, 2.8)  # how strict: c of one item, c of more, z


def least(figure, bound):
    """Whether a figure reaches a bound; the order of additions never decides."""
    return figure >= bound - 1e-9


def mean(values, weights=None):
    """The mean; nothing where there is none, or one of them is nothing."""
    weights = weights or [1] * len(values)
    return sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights) if all_known(values) else None


def all_known(values):
    return bool(values) and None not in values


class Item:
    """One item of one crowd (scoring, 1 and 2)."""

    def __init__(self, rule, values, table):
        steps = len(values) - 1
        self.points = [100 * (steps - step if rule["reverse"] else step) / steps for step in range(steps + 1)]
        self.counts, self.n, self.set_weight = table["counts"], sum(table["counts"]), rule["weight"]
        self.unknown = table["unsure"] + table["blank"] + table["invalid"]
        applies_to = self.n + self.unknown
        people = applies_to + table["not_relevant"] + table["not_reached"]
        self.weight = rule["weight"] * (people / (people + table["not_asked"]) if table["not_asked"] else 1)
        self.unreached = table["not_reached"] > 0
        self.compares = not rule["partly_asked"]
        self.low = mean(self.points, self.at(LOW)) if applies_to else None
        self.high = mean(self.points, self.at(HIGH)) if applies_to else None
        self.score = mean(self.points, self.counts) if self.n and 2 * self.n >= applies_to else None

    def at(self, end):
        """Answers an option, with the unknown ones at that end."""
        place = {LOW: self.points.index(0), HIGH: self.points.index(100)}.get(end)
        return [count + self.unknown * (option == place) for option, count in enumerate(self.counts)]


class Room:
    """The shown tables of a result: everybody's, and those of each shown side."""

    def __init__(self, result):
        self.rules = result["rules"]
        rule_of = {rule["id"]: rule for rule in self.rules["items"]}
        self.everybody, self.sides = {}, {one["id"]: {} for one in result["answers"]["sides"] if "n" in one}
        for item in result["items"]:
            rule = rule_of[item["id"]]
            values = rule["values"] or self.rules["values"]
            self.everybody[rule["id"]] = Item(rule, values, item)
            for side, table in item["sides"].items():
                if "withheld" not in table:
                    self.sides[side][rule["id"]] = Item(rule, values, table)

    def figure(self, items, min_answered=None):
        """A dimension or a part: the weighted mean of its items. Low and high aren't widened yet."""
        apply = [item for item in items if item.low is not None]
        if not apply:
            ends = (0.0, 100.0) if any(item.unreached for item in items) else (None, None)
            return {SCORE: None, LOW: ends[0], HIGH: ends[1], "n": 0}
        scored = [item for item in apply if item.score is not None]
        carried, weights = sum(item.weight for item in scored), sum(item.weight for item in apply)
        enough = scored and least(carried, (min_answered or self.rules["min_answered"]) * weights)
        weighted = {end: mean([getattr(i, end) for i in apply], [i.weight for i in apply]) for end in (LOW, HIGH)}
        score = mean([item.score for item in scored], [item.weight for item in scored]) if enough else None
        return {SCORE: score, **weighted, "n": min(item.n for item in scored) if enough else 0}

    def of_side(self, side, names):
        """A side's tables of these items, as far as they compare sides."""
        return [self.sides[side][n] for n in names if n in self.sides[side] and self.sides[side][n].compares]


def joined(figures, how):
    """The lowest of parts, or the mean of dimensions; nothing where one of them has nothing."""
    ends = {end: [one[end] for one in figures] for end in ENDS}
    return {end: how(values) if all_known(values) else None for end, values in ends.items()}


def published(one, sides):
    """Low and high hold the score; the gap is the highest shown side minus the lowest."""
    if one[SCORE] is not None:
        one = one | {LOW: min(one[LOW], one[SCORE]), HIGH: max(one[HIGH], one[SCORE])}
    return one | {"sides": sides, "gap": gap(sides)}


def gap(sides):
    scores = [side[SCORE] for side in sides.values() if side[SCORE] is not None]
    return max(scores) - min(scores) if len(scores) > 1 else None


def sigma(items):
    """How far people who agree lie apart, over so many items (conclusions, 1)."""
    return sqrt(20**2 + 25**2 / items)


def look(room, names, rule, strict, end):
    """Is the room split over these items; which sides stand apart (conclusions, 2)? Nothing without answers."""
    items = {name: room.everybody[name] for name in names if sum(room.everybody[name].at(end))}
    if not items:
        return None
    middle, (one_item, more_items, z) = (rule["pass_at"] + rule["fail_below"]) / 2, strict
    splits, above, below = [], 0, 0
    for item in items.values():
        cells = [(points - middle, count) for points, count in zip(item.points, item.at(end), strict=True)]
        up, down = (sum(max(sign * points, 0) * count for points, count in cells) for sign in (1, -1))
        splits.append(sqrt(up * down) / sum(item.at(end)))
        above += sum(count for points, count in cells if points > 1e-9)
        below += sum(count for points, count in cells if points < -1e-9)
    split = mean(splits, [item.weight for item in items.values()])
    answers, smaller = [sum(item.at(end)) for item in items.values()], min(above, below)
    limit = sigma(1) * (0.38 + (one_item if len(items) == 1 else more_items) / sqrt(mean(answers)))
    large = max(answers) >= 5 and least(smaller / sum(answers), 0.25) and smaller >= 2 * len(items)
    strictness = z + 0.1 * max(0, len(room.sides) - 3)
    apart = []
    for side in room.sides:
        low, high, noise = against_others(room, side, items, end)
        across = not least(low, middle) and least(high, middle)
        if across and least(high - low, max(rule["contested_gap"], strictness * noise)):
            apart.append(side)
    return {"split": split, "split_limit": limit, "is_split": large and least(split, limit), "apart": apart}


def against_others(room, side, names, end):
    """A side and all others together: the lower score, the higher, and how far chance moves them apart."""
    names = [n for n in names if all(n in of for of in room.sides.values()) and room.everybody[n].compares]
    weights = [room.everybody[name].set_weight for name in names]

    def pooled(tables):
        items = [tables[name] for name in names]
        answers = sum(item.set_weight * sum(item.at(end)) for item in items)
        points = [sum(p * count for p, count in zip(item.points, item.at(end), strict=True)) for item in items]
        return answers, sum(w * p for w, p in zip(weights, points, strict=True))

    (everybody, all_points), (answers, points) = pooled(room.everybody), pooled(room.sides[side])
    others = everybody - answers
    if not names or not least(min(answers, others), 2 * sum(weights)):
        return 0, 0, 0  # too few to tell
    low, high = sorted([points / answers, (all_points - points) / others])
    worth = sum(weights) ** 2 / sum(weight**2 for weight in weights)
    return low, high, sigma(worth) * sqrt(sum(weights) / answers + sum(weights) / others)


def weakest(parts, end):
    """The part that decides; of equal ones the first."""
    values = [one[end] for one in parts.values()]
    return next((p for p, one in parts.items() if all_known(values) and one[end] <= min(values) + 1e-9), None)


def contest(room, rule, parts, end):
    """What both looks at a gate show: the whole of it, and the part that decides."""
    items_of = {part["id"]: part["items"] for part in rule["parts"]}
    deciding = weakest(parts, end) if len(parts) > 1 else None
    looks = [look(room, dict.fromkeys(name for names in items_of.values() for name in names), rule, WHOLE, end)]
    looks += [look(room, items_of[deciding], rule, PART, end)] if deciding else []
    looks = [one for one in looks if one]
    split = [one for one in looks if one["is_split"]]
    seen = (split or looks or [{"split": None, "split_limit": None}])[0]
    apart = [side for side in room.sides if any(side in one["apart"] for one in looks)]
    reason = "sides" if apart else "spread" if split else None
    return {"split": seen["split"], "split_limit": seen["split_limit"], "apart": apart}, reason


def gate(room, rule):
    """A gate of everybody: figures, state, reason and range (scoring, 4)."""
    parts = {part["id"]: room.figure([room.everybody[name] for name in part["items"]]) for part in rule["parts"]}
    whole, sides = joined(parts.values(), min), {}
    for side in room.sides:
        lists = [room.of_side(side, part["items"]) for part in rule["parts"]]
        if figures := [room.figure(items) for items in lists if items]:
            sides[side] = {SCORE: joined(figures, min)[SCORE], "n": min(one["n"] for one in figures)}
    shown, contested = contest(room, rule, parts, SCORE)
    state, reason = judged(rule, whole, contested) if parts else ("undecided", "not_asked")
    return published(whole, sides) | {
        "id": rule["id"],
        "state": state,
        "reason": reason,
        "range": [state_at(rule, whole[end], contest(room, rule, parts, end)[1]) for end in (LOW, HIGH)],
        "n": min((one["n"] for one in parts.values()), default=0),
        "parts": [{"id": part, SCORE: one[SCORE]} for part, one in parts.items()],
        "weakest": weakest(parts, SCORE),
        **shown,
    }


def judged(rule, whole, contested):
    """State and reason; the first that holds."""
    passes, fails, score = rule["pass_at"], rule["fail_below"], whole[SCORE]
    if score is None:
        return "undecided", "no_score"
    if contested:
        return "contested", contested
    if least(score, passes) and least(whole[LOW], fails):
        return "passed", None
    if not least(score, fails) and not least(whole[HIGH], passes):
        return "failed", "below"
    return "undecided", "between" if least(score, fails) and not least(score, passes) else "unknown"


def state_at(rule, score, contested):
    """The state at one end of the range, where nothing is unknown."""
    if score is None or contested:
        return "undecided" if score is None else "contested"
    return "passed" if least(score, rule["pass_at"]) else "undecided" if least(score, rule["fail_below"]) else "failed"


def caps(room, end):
    """The levels that low indicators don't let the verdict pass (scoring, 5)."""
    held = []
    for rule in room.rules["caps"]:
        parts = [room.figure([room.everybody[name] for name in part["items"]]) for part in rule["parts"]]
        values = [one[end] for one in parts if one[end] is not None]
        held += [rule["level"]] if values and not least(min(values), rule["below"]) else []
    return held


def level(scores, states, cutoffs, held):
    """A level by the cut-offs, under the caps of gates and indicators (scoring, 5)."""
    if "failed" in states:
        return "not_now"
    if not all_known(scores):
        return "undecided"
    for name in ("ready", "attention") if set(states) <= {"passed"} else ():
        if least(min(scores), cutoffs[name]["dimension"]) and least(mean(scores), cutoffs[name]["overall"]):
            return min([name, *held], key=LEVELS.index)
    return "prepare"


def verdict(figures, gates, room, provisional):
    """The verdict, and its range; None of a set without one. figures: of the dimensions that apply, not widened."""
    cutoffs, held = room.rules["cutoffs"], {end: caps(room, end) for end in ENDS}
    if cutoffs is None:
        return None
    now = level([one[SCORE] for one in figures], [one["state"] for one in gates], cutoffs, held[SCORE])
    if now != "not_now" and any(one["reason"] == "no_score" for one in gates):
        now = "undecided"
    states = {LOW: [one["range"][0] for one in gates], HIGH: [one["range"][1] for one in gates]}
    ends = [level([one[end] for one in figures], states[end], cutoffs, held[end]) for end in (LOW, HIGH)]
    ends = ends if figures else LEVELS
    ends = sorted([*ends, *([now] if now in LEVELS else [])], key=LEVELS.index)
    firm = provisional is None and ends[0] == ends[-1] == now
    return {"level": now, "range": [ends[0], ends[-1]], "firm": firm}


def raw(room, rule, score):
    """A dimension on the items' own scale, where the set asks for that: their mean, or their sum."""
    if rule["raw"] is None or score is None:
        return None
    values = next(one["values"] for one in room.rules["items"] if one["id"] == rule["items"][0]) or room.rules["values"]
    return (values[0] + score * (values[-1] - values[0]) / 100) * (len(rule["items"]) if rule["raw"] == "sum" else 1)


def recomputed(result):
    """What follows from the tables, in the shape of the result."""
    room, items, dimensions, applying = Room(result), [], [], []
    for name, item in room.everybody.items():
        sides = {side: {SCORE: of[name].score, "n": of[name].n} for side, of in room.sides.items() if name in of}
        items.append({"id": name, SCORE: item.score, "n": item.n, "sides": sides, "gap": gap(sides)})
    of_sides = {side: [] for side in room.sides}
    for rule in room.rules["dimensions"]:
        dimension, names, share = rule["id"], rule["items"], rule["min_answered"]
        one = room.figure([room.everybody[name] for name in names], share)
        compared = {side: room.of_side(side, names) for side in room.sides}
        sides = {side: room.figure(items_, share) for side, items_ in compared.items() if items_}
        shown = {side: {SCORE: of[SCORE], "n": of["n"]} for side, of in sides.items()}
        dimensions.append(published(one, shown) | {"id": dimension, "raw": raw(room, rule, one[SCORE])})
        if one[LOW] is not None:
            applying.append(one)
            for side, scores in of_sides.items():
                scores.append(sides[side][SCORE] if side in sides else None)
    gates = [gate(room, rule) for rule in room.rules["gates"]]
    return {
        "items": items,
        "dimensions": dimensions,
        "overall": published(joined(applying, mean), {side: {SCORE: mean(all_)} for side, all_ in of_sides.items()}),
        "gates": gates,
        "verdict": verdict(applying, gates, room, result["provisional"]),
    }


def differences(mine, theirs, place):
    """Where a result isn't what follows from its tables."""
    if isinstance(mine, dict):
        unknown = [key for key in theirs if place.endswith("sides") and "withheld" not in theirs[key]]
        for key in dict.fromkeys([*mine, *unknown]):
            yield from differences(mine.get(key), theirs.get(key), f"{place} {key}".strip())
    elif isinstance(mine, list) and isinstance(theirs, list) and len(mine) == len(theirs):
        for at, (one, other) in enumerate(zip(mine, theirs, strict=True)):
            yield from differences(one, other, f"{place} {one['id'] if isinstance(one, dict) else at}")
    elif isinstance(mine, float) and isinstance(theirs, int | float):
        if abs(mine - theirs) > 1e-6:
            yield f"{place}: published {theirs}, recomputed {mine}"
    elif mine != theirs:
        yield f"{place}: published {theirs}, recomputed {mine}"


def main():
    text = sys.stdin.read() if sys.argv[1:] in ([], ["-"]) else Path(sys.argv[1]).read_text(encoding="utf-8")
    result = json.loads(text)
    if result.get("schema") != "samskab.result/2":
        print("this is no samskab.result/2", file=sys.stderr)
        return 2
    found = list(differences(recomputed(result), result, "")) if result["items"] else []
    print("\n".join(found) or "everything follows from the tables" if result["items"] else "nothing is shown")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
