"""Whether the conclusions hold in rooms whose truth is known: `python -m benchmarks.calibration [--rooms N] [--check]`.

Rooms are drawn, hand in their answers as votes or one by one, and are scored as any answers are, with all sides shown.
With `--check` it ends 1 where gates of rooms without disagreement are contested more often than chance may make them,
or where other people of the same kind reach a level called sure less often than it says.

An answer is what the statement deserves + what the person gives to all of them + what the moment gives, in steps of the
scale, rounded and held to it; two of a hundred don't know. Nobody has measured how large the two are in real rooms.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import NamedTuple

import numpy as np
import polars as pl

from samskab_cli.disclosure.shown_tables import shown_tables
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import BLANK, RESPONDENT, ROLE, UNSURE, Answers, Mode, Responses, Tallies, Votes
from samskab_cli.model.conclusions import Sure
from samskab_cli.model.judging import GateState
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.scoring.asked_items import Asked
from samskab_cli.scoring.conclusions.certainty import certainty
from samskab_cli.scoring.engine import crowd
from samskab_cli.scoring.findings import Findings
from samskab_cli.scoring.side_levels import choose_sides

SEED = 20270412
ALARMS = 0.05
"""Of the gates of rooms without disagreement, those contested at most."""
HOLDS = 0.85
"""Of other rooms, those that reach a level called sure in nine of ten, at least."""
ENOUGH = 200
"""Rooms of which it must have been said, to be judged."""
OTHERS = 5
"""Other rooms drawn of each of these."""
_UNSURE = 0.02
_STATEMENTS = 0.4
"""Standard deviation of what statements deserve, in steps about their room's level."""

Room = np.ndarray[tuple[int, int], np.dtype[np.int8]]
"""Coded cells, a row a person and a column an item."""


class Noise(NamedTuple):
    """Standard deviations in steps of the scale."""

    name: str
    people: float
    answers: float


class Camp(NamedTuple):
    """People of one role who see the matter alike."""

    role: str
    people: int
    level: float
    """What statements deserve on average, as they see it: 1…5, the best is 5."""


NOISES = (Noise("mild", 0.4, 0.6), Noise("normal", 0.6, 0.8), Noise("rough", 0.8, 1.0))
POLITICS, ADMINISTRATION, OUTSIDE = "byraad", "medarb", "borger"
SIZES = {"2/5/5": (2, 5, 5), "1/6/5": (1, 6, 5), "5/5/5": (5, 5, 5), "10/10/10": (10, 10, 10), "1,000": (100, 400, 500)}
LEVELS = (2.6, 3.0, 3.4, 4.0)


class Cell(NamedTuple):
    """Rooms of one kind."""

    name: str
    camps: tuple[Camp, ...]
    noise: Noise
    agree: bool
    """Whether all see the matter alike, so that a contested gate is a false alarm."""


def cells() -> Iterator[Cell]:
    """Rooms that agree, of all sizes and levels; then halves, thirds, and one side against the others."""
    roles = (POLITICS, ADMINISTRATION, OUTSIDE)
    for noise in NOISES:
        for size, people in SIZES.items():
            for level in LEVELS:
                camps = tuple(Camp(role, n, level) for role, n in zip(roles, people, strict=True))
                yield Cell(f"{size} at {level}", camps, noise, agree=True)
    for noise in NOISES:
        for times in (1, 3):
            for name, split in _disagreements(times).items():
                yield Cell(f"{name}, {sum(camp.people for camp in split)}", split, noise, agree=False)


def _disagreements(times: int) -> dict[str, tuple[Camp, ...]]:
    """Rooms of twelve, so many times as large."""

    def camps(*of: tuple[str, int, float]) -> tuple[Camp, ...]:
        return tuple(Camp(role, people * times, level) for role, people, level in of)

    high, low = 4.3, 1.9
    halves = ((POLITICS, 1), (ADMINISTRATION, 3), (OUTSIDE, 2))
    return {
        "halves": camps(*((role, people, level) for level in (high, low) for role, people in halves)),
        "thirds": camps(
            *((role, 4, level) for role, level in ((POLITICS, high), (ADMINISTRATION, 3.0), (OUTSIDE, low)))
        ),
        "outside apart": camps((POLITICS, 2, 4.0), (ADMINISTRATION, 5, 4.0), (OUTSIDE, 5, low)),
        "two politicians apart": camps((POLITICS, 2, low), (ADMINISTRATION, 5, 4.0), (OUTSIDE, 5, 4.0)),
    }


@dataclass
class Tally:
    """What came of the rooms of a cell."""

    rooms: int = 0
    gates: int = 0
    contested: int = 0
    held: list[float] = field(default_factory=list)
    """Of each room called sure in nine of ten: the share of other rooms that reached the same level."""


def simulate(cell: Cell, rooms: int, *, seed: int = SEED) -> Tally:
    """So many rooms of a cell; the same for the same seed."""
    rng = np.random.default_rng([seed, *cell.name.encode(), *cell.noise.name.encode()])
    question_set = load_question_set("readiness")
    tally = Tally()
    for number in range(rooms):
        deserved = rng.normal(0.0, _STATEMENTS, len(question_set.items))
        found = judged(question_set, cell.camps, _room(rng, question_set, cell, deserved), votes=number % 2 == 0)
        tally.rooms += 1
        tally.gates += len(found.gates)
        tally.contested += sum(gate.state is GateState.CONTESTED for gate in found.gates.values())
        if certainty(found).sure is Sure.NINE:
            others = (_room(rng, question_set, cell, deserved) for _ in range(OTHERS))
            same = [judged(question_set, cell.camps, other, votes=True).level is found.level for other in others]
            tally.held.append(sum(same) / OTHERS)
    return tally


def judged(question_set: QuestionSet, camps: Sequence[Camp], room: Room, *, votes: bool) -> Findings:
    """What follows of a room's answers, with all sides shown."""
    roles = [camp.role for camp in camps for _ in range(camp.people)]
    answers = _as_votes(question_set, roles, room) if votes else _one_by_one(question_set, roles, room)
    there = crowd(question_set, answers)
    disclosed = shown_tables(Asked.of(question_set, answers), there, choose_sides(question_set, there, 1), 1)
    if disclosed.findings is None:
        raise ValueError("nobody answered")
    return disclosed.findings


def _room(rng: np.random.Generator, question_set: QuestionSet, cell: Cell, deserved: np.ndarray) -> Room:
    """New people of the cell, about the same matter."""
    values, items = question_set.scale.values, question_set.items
    level = np.repeat([camp.level for camp in cell.camps], [camp.people for camp in cell.camps])
    shape = (len(level), len(items))
    meant = level[:, None] + deserved + rng.normal(0.0, cell.noise.people, len(level))[:, None]
    answers = np.clip(np.rint(meant + rng.normal(0.0, cell.noise.answers, shape)), values[0], values[-1])
    reverse = np.array([item.reverse for item in items])
    coded: Room = np.where(reverse, values[0] + values[-1] - answers, answers).astype(np.int8)
    coded[rng.random(shape) < _UNSURE] = UNSURE
    roles = np.repeat([camp.role for camp in cell.camps], [camp.people for camp in cell.camps])
    for at, item in enumerate(items):
        coded[np.isin(roles, item.skip_roles), at] = BLANK
    return coded


def _one_by_one(question_set: QuestionSet, roles: Sequence[str], room: Room) -> Answers:
    names = {RESPONDENT: [f"r{number}" for number in range(len(roles))], ROLE: roles}
    items = {item.id: room[:, at] for at, item in enumerate(question_set.items)}
    return Answers(cells=Responses(frame=pl.LazyFrame(names | items), groups=()), mode=Mode.ANSWERS)


def _as_votes(question_set: QuestionSet, roles: Sequence[str], room: Room) -> Answers:
    rows = {role: room[[one == role for one in roles]] for role in dict.fromkeys(roles)}
    votes: dict[str, dict[str, Votes]] = {}
    for at, item in enumerate(question_set.items):
        for role, of_role in rows.items():
            if role not in item.skip_roles:
                cast = of_role[:, at].tolist()
                counts = tuple(cast.count(value) for value in question_set.scale.values)
                vote = Votes(counts=counts, unsure=cast.count(UNSURE), not_relevant=0, present=len(cast))
                votes.setdefault(item.id, {})[role] = vote
    present = {role: len(of_role) for role, of_role in rows.items()}
    return Answers(cells=Tallies(present=present, votes=votes), mode=Mode.VOTES)


def faults(tallies: Mapping[Cell, Tally]) -> Iterator[str]:
    """What doesn't hold."""
    for cell, tally in tallies.items():
        most = ALARMS + 3 * sqrt(ALARMS * (1 - ALARMS) / tally.gates)
        if cell.agree and tally.contested > most * tally.gates:
            yield f"{cell.name}, {cell.noise.name}: {tally.contested / tally.gates:.1%} contested, at most {most:.1%}"
    held = [share for tally in tallies.values() for share in tally.held]
    if len(held) < ENOUGH:
        yield f"only {len(held)} rooms were called sure in nine of ten; {ENOUGH} are needed to judge that"
    elif sum(held) / len(held) < HOLDS:
        yield f"nine of ten: {sum(held) / len(held):.1%} of other rooms reach the same level, at least {HOLDS:.0%}"


def main() -> int:
    """Simulate all cells, and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rooms", type=int, default=200, help="rooms a cell")
    parser.add_argument("--check", action="store_true", help="end 1 where something doesn't hold")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    print("| rooms | noise | contested gates | said: nine of ten | other rooms of these that reach the level |")
    print("|---|---|---|---|---|")
    tallies = {}
    for cell in cells():
        tallies[cell] = tally = simulate(cell, asked.rooms, seed=asked.seed)
        held = f"{sum(tally.held) / len(tally.held):.0%}" if tally.held else ""
        contested, said = tally.contested / tally.gates, len(tally.held) / tally.rooms
        print(f"| {cell.name} | {cell.noise.name} | {contested:.1%} | {said:.0%} | {held} |", flush=True)
    wrong = list(faults(tallies))
    print(*wrong or ["All holds."], sep="\n")
    return 1 if asked.check and wrong else 0


if __name__ == "__main__":
    sys.exit(main())
