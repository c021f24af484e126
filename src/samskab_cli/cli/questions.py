"""`samskab questions`: which question sets there are, what they ask, and whether one's own can be asked."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from samskab_cli.cli.streams import emit

questions_app = typer.Typer(no_args_is_help=True, help="The question sets: list, show, check, schema.")


_DRAFT = "https://json-schema.org/draft/2020-12/schema"


class ShowFormat(StrEnum):
    """How a set is printed."""

    TEXT = "text"
    JSON = "json"


@questions_app.command("list")
def list_sets() -> None:
    """List the bundled question sets."""
    from samskab_cli.loading.question_sets import bundled_names, load_question_set

    for name in bundled_names():
        found = load_question_set(name)
        languages = ", ".join(found.languages)
        emit(f"{name} {found.version}  {len(found.items)} items  {languages}\n")
        emit(f"  {found.title.text(found.languages[0])}\n")


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
) -> None:
    """Show what a question set asks, of whom, and where it comes from."""
    from samskab_cli.loading.question_sets import load_question_set

    found = load_question_set(question_set)
    language = lang or found.languages[0]
    if language not in found.languages:
        raise typer.BadParameter(f"{found.id} is in {', '.join(found.languages)}", param_hint="--lang")
    if output_format is ShowFormat.JSON:
        _emit_json({"sha256": found.sha256, "question_set": found.model_dump(mode="json", exclude_none=True)})
    else:
        from samskab_cli.reporting.question_set_text import describe

        emit(f"{describe(found, language)}\n")


@questions_app.command()
def check(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A folder, a single file, or a bundled name.")],
) -> None:
    """Check a question set: what is wrong in it, and where.

    Exit code 0 without a fault, else 3.
    """
    from samskab_cli.loading.question_sets import load_question_set
    from samskab_cli.reporting.question_set_text import counts

    found = load_question_set(path)
    lines = (
        f"{found.id} {found.version}: no faults",
        counts(found),
        f"languages: {', '.join(found.languages)}",
        f"sha256: {found.sha256}",
    )
    emit("".join(f"{line}\n" for line in lines))


@questions_app.command()
def schema(
    result: Annotated[
        bool, typer.Option("--result", help="The schema of a result (`samskab report --format json`) instead.")
    ] = False,
) -> None:
    """Print the JSON Schema of a set's files, for editors."""
    _emit_json(_result_schema() if result else _files_schema())


def _emit_json(content: dict[str, object]) -> None:
    import json

    emit(f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode())


def _result_schema() -> dict[str, object]:
    from samskab_cli.model.result import Result

    return {"$schema": _DRAFT, **Result.model_json_schema(mode="serialization", by_alias=True)}


def _files_schema() -> dict[str, object]:
    """One schema for `set.yaml`, for a file of a dimension, and for a single file with all."""
    from samskab_cli.model.question_set import Dimension, QuestionSet

    whole = QuestionSet.model_json_schema()
    definitions = whole.pop("$defs")
    dimensions = whole["properties"]["dimensions"]
    dimensions["items"] = {"anyOf": [{"$ref": "#/$defs/Dimension"}, {"$ref": "#/$defs/DimensionName"}]}
    definitions["DimensionName"] = {
        "type": "string",
        "pattern": definitions["Dimension"]["properties"]["id"]["pattern"],
        "description": "The dimension stands in the file of this name beside set.yaml.",
    }
    return {
        "$schema": _DRAFT,
        "title": "Files of a samskab question set",
        "anyOf": [{"$ref": "#/$defs/QuestionSet"}, {"$ref": f"#/$defs/{Dimension.__name__}"}],
        "$defs": {**definitions, "QuestionSet": whole},
    }
