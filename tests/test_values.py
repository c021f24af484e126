"""Our frozen dataclasses behave as the library's; they are only made faster."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

import pytest

from samskab_cli import values


class Kinds(NamedTuple):
    point: Any
    deep: Any
    named: Any
    nothing: Any


def kinds(maker: Any) -> Kinds:
    """The same four classes, by whichever maker."""

    @maker(frozen=True)
    class Point:
        x: int
        set: str = "plain"
        others: list[int] = values.field(default_factory=list, compare=False)
        hidden: str = values.field(default="", repr=False)

    @maker(frozen=True)
    class Deep(Point):
        z: float = 0.5

        @cached_property
        def twice(self) -> float:
            return self.z * 2

    @maker(frozen=True, kw_only=True)
    class Named:
        low: int = 0
        high: int

        def __post_init__(self) -> None:
            if self.low > self.high:
                raise ValueError("turned round")

        def __repr__(self) -> str:
            return f"{self.low}–{self.high}"

    @maker(frozen=True)
    class Nothing:
        pass

    return Kinds(Point, Deep, Named, Nothing)


OURS, LIBRARYS = kinds(values.dataclass), kinds(dataclasses.dataclass)


def outcome(do: Callable[[], object]) -> object:
    """What comes of it: a value, or the kind of the error."""
    try:
        return do()
    except Exception as error:  # noqa: BLE001  # whichever it is, both must raise it
        return type(error)


@pytest.mark.parametrize(
    "question",
    [
        lambda of: repr(of.point(1, "a", [2], hidden="b")),
        lambda of: of.point(1) == of.point(1, others=[3]),
        lambda of: of.point(1) == of.point(2),
        lambda of: of.point(1) == of.deep(1),
        lambda of: of.deep(1) == (1, "plain", "", 0.5),
        lambda of: repr(of.deep(1, z=2)),
        lambda of: of.deep(1, z=2).twice,
        lambda of: len({of.point(1), of.point(1, others=[3]), of.point(2)}),
        lambda of: hash(of.point(1)) == hash(of.point(1)),
        lambda of: of.point(1).others is of.point(1).others,
        lambda of: (of.point(1).x, of.point(1).set, of.point(1).others),
        lambda of: of.point(),
        lambda of: of.point(1, 2, [], "", 5),
        lambda of: of.point(1, y=2),
        lambda of: setattr(of.point(1), "x", 2),
        lambda of: setattr(of.point(1), "new", 2),
        lambda of: delattr(of.point(1), "x"),
        lambda of: repr(dataclasses.replace(of.point(1), x=3)),
        lambda of: [one.name for one in dataclasses.fields(of.point)],
        lambda of: dataclasses.asdict(of.point(1)),
        lambda of: str(inspect.signature(of.point).replace(return_annotation=None)).count("="),
        lambda of: of.point.__match_args__,
        lambda of: repr(copy.deepcopy(of.point(1, others=[4]))),
        lambda of: repr(of.named(low=1, high=2)),
        lambda of: of.named(low=2, high=1),
        lambda of: of.named(1, 2),
        lambda of: of.named(low=1),
        lambda of: of.nothing() == of.nothing(),
        lambda of: of.nothing() == of.point(1),
        lambda of: repr(of.nothing()),
        lambda of: len({of.nothing(), of.nothing()}),
    ],
)
def test_ours_answers_as_the_librarys(question: Callable[[Kinds], object]) -> None:
    assert outcome(lambda: question(OURS)) == outcome(lambda: question(LIBRARYS))


@values.dataclass(frozen=True)
class Kept:
    """One that pickle finds by its name."""

    what: str


def test_a_value_goes_to_another_process_and_back() -> None:
    assert pickle.loads(pickle.dumps(Kept("a"))) == Kept("a")  # noqa: S301  # our own bytes


def test_a_value_that_is_to_be_changed_says_what_stays() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError, match=r"Kept\.what stays as it is"):
        setattr(Kept("a"), "what", "b")  # noqa: B010  # a type checker knows it, too
