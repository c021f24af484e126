"""The program: its commands, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from samskab_cli import __version__
from samskab_cli.cli import standard_streams
from samskab_cli.cli.command_class import OnceCommand
from samskab_cli.cli.messages import say, say_problems
from samskab_cli.errors import ExitCode, SamskabError

COMMANDS = ("demo", "assess", "report", "score", "preview", "compare", "explain", "study", "questions")
"""In the order of the help; each is a module of this package and a function in it, or a Typer of its own."""


def app_of(arguments: Sequence[str]) -> typer.Typer:
    """The program with the one command that is called, so that none waits for the others; with all where it is none."""
    app = typer.Typer(
        name="samskab",
        rich_markup_mode=None,  # plain help: the same in a pipe and on a screen reader, and twice as fast
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        callback=samskab,
        invoke_without_command=True,
        epilog="Ny her? Begynd med: samskab demo",
    )
    for name in arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS:
        module = import_module(f"samskab_cli.cli.{name}")
        if name == "questions":
            for command in module.questions_app.registered_commands:
                command.cls = OnceCommand
            app.add_typer(module.questions_app, name=name)
        else:
            app.command(name, cls=OnceCommand)(getattr(module, name))
    return app


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"samskab {__version__}")
        raise typer.Exit


def samskab(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    _debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of a fault in the program itself.")
    ] = False,
) -> None:
    """Find out together whether an issue is suited to co-creation, and whether you are ready for it."""
    if context.invoked_subcommand is None:
        standard_streams.emit(f"{context.get_help()}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run `samskab` with these arguments (default: those of the process) and return its exit code.

    Every error of ours ends here, as its problems on stderr and its own exit code.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    standard_streams.make_robust()
    try:
        ended = app_of(arguments)(arguments, prog_name="samskab", standalone_mode=False)
        standard_streams.finish()
        code = ended if isinstance(ended, int) else ExitCode.DONE
    except SamskabError as error:
        say_problems(error.problems)
        code = error.exit_code
    except typer.TyperException as error:
        code = _wrong_usage(error)
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except SystemExit as end:  # a signal while a file was written; or Typer, when the reader of stdout has gone
        code = end.code if isinstance(end.code, int) else ExitCode.DONE
        if isinstance(end.__context__, BrokenPipeError):
            standard_streams.close_stdout(end.__context__)
            code = ExitCode.DONE
    except Exception as error:  # noqa: BLE001  # the one place that must not let anything through
        code = _our_fault(error, debug="--debug" in arguments)
    return int(code)


def _wrong_usage(error: typer.TyperException) -> int:
    context: typer.Context | None = getattr(error, "ctx", None)
    if context is not None:
        say(f"Usage: {context.command_path} {' '.join(context.command.collect_usage_pieces(context))}")
        say(f"Try '{context.command_path} --help' for help.")
    say(f"Error: {error.format_message()}")
    return ExitCode.USAGE


def _our_fault(error: Exception, *, debug: bool) -> int:
    say(f"samskab: a fault in the program itself ({type(error).__name__}), not in what you did.")
    if debug:
        import traceback

        traceback.print_exception(error)
    else:
        say("`samskab --debug …` with the same words shows where; please report that.")
    return ExitCode.FAULT
