"""Typer's command class, stricter: no option stands twice, and a `Misused` raised below becomes wrong usage."""

from __future__ import annotations

from collections import Counter
from typing import Any

import typer
from typer._click.core import Context
from typer.core import TyperCommand, TyperOption

from samskab_cli.errors import Misused

_ARGUMENTS = {"what"}


class OnceCommand(TyperCommand):
    """Refuses an option that stands twice, unless it may: a second one would silently replace the first."""

    def invoke(self, ctx: Context) -> Any:  # noqa: ANN401  # as its base has it
        """Raises BadParameter where the work was misused."""
        try:
            return super().invoke(ctx)
        except Misused as error:
            hint = error.option.upper() if error.option in _ARGUMENTS else f"--{error.option.replace('_', '-')}"
            raise typer.BadParameter(error.message, ctx=ctx, param_hint=hint) from error

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Raises BadParameter for an option that stands twice and may stand once."""
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        for parameter, count in Counter(order).items():
            if count > 1 and isinstance(parameter, TyperOption) and not parameter.multiple:
                raise typer.BadParameter(f"given {count} times; it may stand once", ctx=ctx, param=parameter)
        return super().parse_args(ctx, args)
