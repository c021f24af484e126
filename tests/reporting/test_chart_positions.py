"""Charts stay inside their frame, and nothing in them covers anything else."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from samskab_cli.reporting.chart_positions import balance, dots, histogram
from samskab_cli.reporting.report_view import FigureView, ItemView, SideFigureView, SideView

COUNTS = st.integers(2, 9).flatmap(lambda n: st.lists(st.integers(0, 5000), min_size=n, max_size=n))


def item(counts: list[int], *, reverse: bool = False) -> ItemView:
    number = FigureView(kind="number", text="50,0", position=50.0)
    return ItemView(
        id="x",
        text="X.",
        dimension="d",
        reverse=reverse,
        figure=number,
        options=tuple((str(value), "") for value in range(len(counts))),
        counts=tuple(counts),
        unsure=0,
        not_relevant=0,
        not_asked=0,
        not_reached=0,
        blank=0,
        invalid=0,
        agreement="",
        sides=(),
        gap="",
    )


def row(positions: list[float]) -> list[SideFigureView]:
    return [
        SideFigureView(
            side=SideView(id=str(mark), mark=mark, label=f"Side {mark}", people="5"),
            figure=FigureView(kind="number", text=f"{position:.1f}", position=position),
        )
        for mark, position in enumerate(positions)
    ]


@settings(max_examples=60)
@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_marks_never_cover_each_other_and_stay_in_their_row(positions: list[float]) -> None:
    drawn = dots(row(positions))

    assert sorted(mark.x for mark in drawn.marks) == sorted(positions)
    assert all(abs(mark.y) + 7 <= drawn.height / 2 + 4 for mark in drawn.marks)
    for one, other in itertools.combinations(drawn.marks, 2):
        assert abs(one.x - other.x) >= 6.5 or abs(one.y - other.y) >= 10


def test_sides_far_apart_lie_on_one_line() -> None:
    assert {mark.y for mark in dots(row([10, 50, 90])).marks} == {0.0}


def test_a_side_without_a_shape_or_a_figure_has_no_mark() -> None:
    sides = row([10, 20, 30, 40, 50, 60, 70])
    withheld = SideFigureView(side=sides[0].side, figure=FigureView(kind="withheld", text="*", reason="few"))

    assert [mark.shape for mark in dots([withheld, *sides[1:]]).marks] == [1, 2, 3, 4, 5]


@settings(max_examples=60)
@given(st.lists(COUNTS, min_size=1, max_size=5))
def test_segments_touch_end_to_end_inside_the_frame_as_wide_as_their_counts(many: list[list[int]]) -> None:
    drawn = balance([item(counts) for counts in many])

    for counts, segments in zip(many, drawn.rows, strict=True):
        assert len(segments) == sum(count > 0 for count in counts)
        assert all(one.x >= -1e-6 and one.x + one.width <= 100 + 1e-6 for one in segments)
        assert all(abs(one.x + one.width - after.x) < 1e-6 for one, after in itertools.pairwise(segments))
        assert all(one.shade <= after.shade for one, after in itertools.pairwise(segments))


@settings(max_examples=30)
@given(COUNTS)
def test_a_reversed_statement_is_the_mirror_of_the_same_answers_the_other_way_round(counts: list[int]) -> None:
    assert balance([item(counts, reverse=True)]) == balance([item(counts[::-1])])


@settings(max_examples=60)
@given(COUNTS, st.integers(0, 5000))
def test_columns_stand_apart_and_none_is_taller_than_the_chart(counts: list[int], unsure: int) -> None:
    drawn = histogram(counts, unsure)

    columns = [*drawn.columns, drawn.unsure]
    assert [one.count for one in columns] == [*counts, unsure]
    assert all(0 <= one.height <= 1 for one in columns)
    assert all(one.x + one.width < after.x for one, after in itertools.pairwise(columns))
    assert columns[-1].x + columns[-1].width <= 100


def test_few_answers_do_not_fill_a_chart() -> None:
    assert histogram([1, 0, 0, 0, 0], 0).columns[0].height == 0.25
