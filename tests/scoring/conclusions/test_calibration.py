"""Three kinds of rooms whose truth is known, drawn with a seed; `python -m benchmarks.calibration` draws many more."""

from __future__ import annotations

import pytest

from benchmarks.calibration import Cell, Tally, cells, faults, simulate


def cell(name: str, noise: str) -> Cell:
    return next(one for one in cells() if (one.name, one.noise.name) == (name, noise))


def test_where_people_agree_hardly_a_gate_is_contested_though_all_lie_at_the_middle() -> None:
    tally = simulate(cell("2/5/5 at 3.0", "normal"), 40)

    assert (tally.rooms, tally.gates) == (40, 80)
    assert tally.contested <= 4  # one in twenty


def test_a_side_that_sees_it_the_other_way_round_contests_nearly_every_gate() -> None:
    tally = simulate(cell("outside apart, 12", "normal"), 20)

    assert tally.contested >= 0.8 * tally.gates


def test_what_is_sure_in_nine_of_ten_is_what_other_people_reach() -> None:
    tally = simulate(cell("10/10/10 at 2.6", "normal"), 20)

    assert len(tally.held) >= 5
    assert sum(tally.held) / len(tally.held) >= 0.85


def test_the_same_seed_draws_the_same_rooms() -> None:
    one = cell("1/6/5 at 3.4", "rough")

    assert simulate(one, 4) == simulate(one, 4)


@pytest.mark.parametrize(
    ("tally", "wrong"),
    [
        (Tally(rooms=200, gates=400, contested=33, held=[0.9] * 200), 0),  # 5 % and three standard errors are 8.3 %
        (Tally(rooms=200, gates=400, contested=34, held=[0.9] * 200), 1),
        (Tally(rooms=200, gates=400, contested=20, held=[0.8] * 200), 1),
        (Tally(rooms=200, gates=400, contested=20, held=[1.0] * 199), 1),
        (Tally(rooms=200, gates=400, contested=400, held=[0.8] * 200), 2),
    ],
)
def test_the_check_fails_where_alarms_are_many_or_sure_is_not_so(tally: Tally, wrong: int) -> None:
    agreeing = cell("2/5/5 at 3.0", "normal")

    assert len(list(faults({agreeing: tally}))) == wrong


def test_rooms_that_do_disagree_may_be_contested() -> None:
    assert list(faults({cell("thirds, 36", "mild"): Tally(200, 400, 400, [0.9] * 200)})) == []
