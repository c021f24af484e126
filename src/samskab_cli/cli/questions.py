"""`samskab questions`: which question sets there are, what they ask, and whether one's own can be asked."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

questions_app = typer.Typer(no_args_is_help=True, help="The question sets: list, show, check.")


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
        typer.echo(f"{name} {found.version}  {len(found.items)} items  {languages}")
        typer.echo(f"  {found.title.text(found.languages[0])}")


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
        import json

        content = {"sha256": found.sha256, "question_set": found.model_dump(mode="json", exclude_none=True)}
        typer.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        from samskab_cli.reporting.question_set_text import describe

        typer.echo(describe(found, language))


@questions_app.command()
def check(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A folder, a single file, or a bundled name.")],
) -> None:
    """Check a question set: exit 0 without a fault, else 3 and every fault with its place."""
    from samskab_cli.loading.question_sets import load_question_set
    from samskab_cli.reporting.question_set_text import counts

    found = load_question_set(path)
    typer.echo(f"{found.id} {found.version}: no faults")
    typer.echo(counts(found))
    typer.echo(f"languages: {', '.join(found.languages)}")
    typer.echo(f"sha256: {found.sha256}")


@questions_app.command()
def schema(
    result: Annotated[
        bool, typer.Option("--result", help="The schema of a result (`samskab report --format json`) instead.")
    ] = False,
) -> None:
    """Print the JSON Schema of a question set's files, for editors and checkers."""
    import json

    typer.echo(json.dumps(_result_schema() if result else _files_schema(), ensure_ascii=False, indent=2))


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


_DRAFT = "https://json-schema.org/draft/2020-12/schema"
