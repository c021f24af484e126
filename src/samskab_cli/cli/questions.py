"""`samskab questions`: which question sets there are, what they ask, and whether one's own can be asked."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from samskab_cli.cli.messages import say, say_problems
from samskab_cli.cli.questions_export import export
from samskab_cli.cli.standard_streams import emit

questions_app = typer.Typer()
questions_app.command()(export)


@questions_app.callback(invoke_without_command=True)
def questions(context: typer.Context) -> None:
    """The question sets: list, show, check, new, export, schema."""
    if context.invoked_subcommand is None:
        emit(f"{context.get_help()}\n")


class ShowFormat(StrEnum):
    """How a set is printed."""

    TEXT = "text"
    JSON = "json"


@questions_app.command("list")
def list_sets() -> None:
    """List the bundled question sets, and their earlier versions."""
    from samskab_cli.loading.sets.bundled import bundled_names, earlier_names
    from samskab_cli.loading.sets.load import load_question_set

    for name in bundled_names():
        found = load_question_set(name)
        languages = ", ".join(found.languages)
        emit(f"{name} {found.version}  {len(found.items)} items  {languages}\n")
        for text in (found.title, found.purpose):
            emit(f"  {text.text(found.languages[0])}\n" if text else "")
        for earlier in earlier_names(name):
            emit(f"  earlier: {earlier}  {len(load_question_set(earlier).items)} items\n")


@questions_app.command()
def show(
    question_set: Annotated[
        str, typer.Argument(metavar="SET", help="A bundled name, a folder or a single file.", show_default=True)
    ] = "readiness",
    lang: Annotated[
        str | None, typer.Option("--lang", help="Language of the texts; without it the set's first.")
    ] = None,
    output_format: Annotated[
        ShowFormat, typer.Option("--format", help="`json` has all texts in all languages.")
    ] = ShowFormat.TEXT,
    sources: Annotated[
        bool, typer.Option("--sources", help="Only where each statement comes from, and what became of each claim.")
    ] = False,
) -> None:
    """Show what a question set asks, of whom, and where it comes from."""
    from samskab_cli.loading.sets.load import load_question_set

    found = load_question_set(question_set)
    language = lang or found.languages[0]
    if language not in found.languages:
        raise typer.BadParameter(f"{found.id} is in {', '.join(found.languages)}", param_hint="--lang")
    if sources and output_format is ShowFormat.JSON:
        raise typer.BadParameter("JSON has the sources of everything already", param_hint="--sources")
    if output_format is ShowFormat.JSON:
        _emit_json({"sha256": found.sha256, "question_set": found.model_dump(mode="json", exclude_none=True)})
    else:
        from samskab_cli.reporting.question_set_text import describe, describe_sources

        emit(f"{(describe_sources if sources else describe)(found, language)}\n")


@questions_app.command()
def check(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A folder, a single file, or a bundled name.")],
    no_advice: Annotated[bool, typer.Option("--no-advice", help="Faults only.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Advice counts as faults.")] = False,
) -> None:
    """Check a question set: its faults, and what could be better.

    Exit code 0 without a fault, else 3. Advice goes to stderr and changes nothing, unless `--strict` is given.
    """
    if no_advice and strict:
        raise typer.BadParameter("makes errors of the advice that --no-advice leaves out", param_hint="--strict")
    from samskab_cli.errors import QuestionSetRefused
    from samskab_cli.loading.sets.advice import advise
    from samskab_cli.loading.sets.yaml_set import read_question_set
    from samskab_cli.reporting.question_set_text import counts

    found, files = read_question_set(path)
    advice = [] if no_advice else advise(found, files)
    if advice and strict:
        raise QuestionSetRefused(*advice)
    say_problems(advice)
    lines = (
        f"{found.id} {found.version}: no faults",
        counts(found),
        f"languages: {', '.join(found.languages)}",
        f"sha256: {found.sha256}",
    )
    emit("".join(f"{line}\n" for line in lines))


@questions_app.command()
def new(
    folder: Annotated[str, typer.Argument(metavar="NAME", help="The folder to make; its last part is the set's id.")],
    from_set: Annotated[
        str | None, typer.Option("--from", metavar="SET", help="Copy this set: a bundled name, a folder, a file.")
    ] = None,
) -> None:
    """Write a question set to begin with, or a copy of another."""
    import json
    import os
    from pathlib import Path

    from samskab_cli.cli.output_folder import Folder
    from samskab_cli.cli.schemas import files_schema
    from samskab_cli.errors import OutputRefused
    from samskab_cli.loading.sets.new_set import SCHEMA_FILE, new_set

    place = Path(folder)
    files = new_set(place.name, from_set)
    if os.path.lexists(place):
        raise OutputRefused(f"{place}: exists already; choose another name")
    schema_text = f"{json.dumps(files_schema(), ensure_ascii=False, indent=1)}\n"
    with Folder(place).filling() as temporary:
        for name, text in {**files, SCHEMA_FILE: schema_text}.items():
            (temporary / name).write_text(text, encoding="utf-8", newline="\n")
    emit(f"{place}: {', '.join(files)}\n")
    say(f"note: `samskab questions check {folder}` says what is wrong in it; {SCHEMA_FILE} is for editors")


@questions_app.command()
def schema(
    result: Annotated[
        bool, typer.Option("--result", help="That of a result (`samskab report --format json`).")
    ] = False,
    comparison: Annotated[
        bool, typer.Option("--comparison", help="That of a comparison (`samskab compare --format json`).")
    ] = False,
    explanation: Annotated[
        bool, typer.Option("--explanation", help="That of an explanation (`samskab explain --format json`).")
    ] = False,
    study: Annotated[bool, typer.Option("--study", help="That of a study (`samskab study --format json`).")] = False,
    map_file: Annotated[bool, typer.Option("--map", help="That of a mapping file.")] = False,
) -> None:
    """Print a JSON Schema: of a set's files, or of what scripts read."""
    from samskab_cli.cli import schemas

    wanted = {
        schemas.result_schema: result,
        schemas.comparison_schema: comparison,
        schemas.explanation_schema: explanation,
        schemas.study_schema: study,
        schemas.map_schema: map_file,
    }
    asked = [made for made, is_asked in wanted.items() if is_asked] or [schemas.files_schema]
    if len(asked) > 1:
        raise typer.BadParameter("one schema at a time")
    _emit_json(asked[0]())


def _emit_json(content: dict[str, object]) -> None:
    import json

    emit(f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode())
