"""The start of the program: `samskab`, or `python -m samskab_cli`."""

import gc
import os
import sys


def run() -> None:
    """The console script."""
    gc.set_threshold(50_000)  # a start makes many objects, and nearly all of them stay
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nothing foreign looks in
    from samskab_cli.cli.app import main  # noqa: PLC0415  # after both are said
    from samskab_cli.cli.interrupts import interrupt_once  # noqa: PLC0415

    interrupt_once()
    sys.exit(main())


if __name__ == "__main__":
    run()
