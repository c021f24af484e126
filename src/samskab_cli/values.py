"""Frozen dataclasses, made in a quarter of the time: a report makes a hundred and fifty before it reads a file.

The library compiles six functions for each of them, which is most of what they cost. Here only `__init__` is compiled,
which says the fields; what compares, shows and refuses goes through them. All else is the library's own, and to a type
checker `dataclass` is, too.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import field, fields, replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

__all__ = ["dataclass", "field", "fields", "replace"]

_ABSENT: Final = object()
"""Stands for what a factory makes."""


def _dataclass(kind: type | None = None, /, *, frozen: bool, kw_only: bool = False) -> Any:  # noqa: ANN401  # or a decorator
    """As `dataclasses.dataclass(frozen=True)`, where every field is a parameter; what a class defines itself stays."""
    if kind is None:
        return partial(_dataclass, frozen=frozen, kw_only=kw_only)
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(kind)
    compared = [one.name for one in fields(made) if one.compare]
    values = attrgetter(*compared or ["__class__"])
    functions: Mapping[str, Callable[..., object]] = {
        "__init__": _init(made),
        "__repr__": _repr,
        "__eq__": lambda one, other: values(one) == values(other) if type(other) is type(one) else NotImplemented,
        "__hash__": lambda one: hash(values(one)),
        "__setattr__": _refused,
        "__delattr__": _refused,
    }
    for name, function in functions.items():
        if vars(made).get(name) is None:  # Python itself sets a hash of None beside an `__eq__`
            setattr(made, name, function)
    return made


def _init(kind: type[Any]) -> Callable[..., None]:
    """What one would write by hand: a parameter a field, and a line that sets it."""
    scope: dict[str, Any] = {"__set__": object.__setattr__, "__absent__": _ABSENT}
    parameters: dict[bool, list[str]] = {False: ["self"], True: []}
    lines = [" pass"]
    for one in fields(kind):
        name, value, default, called = one.name, one.name, "", f"__default_{one.name}__"
        if one.default is not dataclasses.MISSING:
            scope[called], default = one.default, f"={called}"
        elif one.default_factory is not dataclasses.MISSING:
            scope[called], default = one.default_factory, "=__absent__"
            value = f"{called}() if {name} is __absent__ else {name}"
        parameters[bool(one.kw_only)].append(f"{name}{default}")
        lines.append(f" __set__(self, {name!r}, {value})")
    named = ["*", *parameters[True]] if parameters[True] else []
    lines += [" self.__post_init__()"] if hasattr(kind, "__post_init__") else []
    exec("\n".join((f"def __init__({', '.join((*parameters[False], *named))}):", *lines)), scope)  # noqa: S102  # our own names
    init: Callable[..., None] = scope["__init__"]
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    return init


def _repr(value: Any) -> str:  # noqa: ANN401  # of any kind
    shown = (f"{one.name}={getattr(value, one.name)!r}" for one in fields(value) if one.repr)
    return f"{type(value).__qualname__}({', '.join(shown)})"


def _refused(value: object, name: str, _new: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"{type(value).__qualname__}.{name} stays as it is")


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass
