"""The start of the program: `samskab`, or `python -m samskab_cli`."""

import gc
import os
import sys


def run() -> None:
    """The console script."""
    gc.set_threshold(200_000)  # more than any start makes: nearly all of it stays, and to look through it is in vain
    # What Polars frees goes back to the system after 0.2 s, not after 1.5: six million rows take 80 MB less.
    os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:200,muzzy_decay_ms:0")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nothing foreign looks in
    from samskab_cli.cli.app import main  # noqa: PLC0415  # after both are said
    from samskab_cli.cli.interrupts import interrupt_once  # noqa: PLC0415

    interrupt_once()
    code = main()
    gc.freeze()  # at its end Python looks through everything that is left, several times; nothing waits for that
    sys.exit(code)


if __name__ == "__main__":
    run()
