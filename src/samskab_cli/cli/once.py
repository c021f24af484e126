"""A command whose options stand once: a second one would silently replace the first."""

from __future__ import annotations

from collections import Counter

import typer
from typer._click.core import Context
from typer.core import TyperCommand, TyperOption


class OnceCommand(TyperCommand):
    """Refuses an option that stands twice, unless it may."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Raises BadParameter for an option that stands twice and may stand once."""
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        for parameter, count in Counter(order).items():
            if count > 1 and isinstance(parameter, TyperOption) and not parameter.multiple:
                raise typer.BadParameter(f"given {count} times; it may stand once", ctx=ctx, param=parameter)
        return super().parse_args(ctx, args)
