"""JSON Schemas of what people write and scripts read, made from the models; published under `docs/schema`."""

from __future__ import annotations

import ast
import inspect
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def result_schema() -> dict[str, object]:
    """The schema of a result."""
    from samskab_cli.model import answers, answers_shown, figures_shown, published, result, rules_shown, verdict_shown

    parts = (answers, answers_shown, rules_shown, verdict_shown, figures_shown, published)
    return _output_schema(result.Result, *parts, result)


def comparison_schema() -> dict[str, object]:
    """The schema of a comparison."""
    from samskab_cli.model import answers, comparison, published, result

    return _output_schema(comparison.Comparison, answers, published, result, comparison)


def explanation_schema() -> dict[str, object]:
    """The schema of an explanation."""
    from samskab_cli.model import explanation, published

    return _output_schema(explanation.Explanation, published, explanation)


def study_schema() -> dict[str, object]:
    """The schema of a study."""
    from samskab_cli.model import answers, published, result, study

    schema = study.Study.model_json_schema(mode="serialization", by_alias=True)
    return {"$schema": _DRAFT, **_described(schema, answers, published, result, study)}


def map_schema() -> dict[str, object]:
    """The schema of a mapping file."""
    from samskab_cli.loading.answers import map_file

    return {"$schema": _DRAFT, **_described(map_file.MapFile.model_json_schema(), map_file)}


def files_schema() -> dict[str, object]:
    """One schema for `set.yaml`, for a file of a dimension, and for a single file with all."""
    from samskab_cli.model import judging, question_set, statement_source

    whole = _described(question_set.QuestionSet.model_json_schema(), question_set, judging, statement_source)
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
        # not anyOf: an editor would complete and explain the keys of both in either file
        "if": {"anyOf": [{"required": [key]} for key in ("format", "languages", "scale", "verdict", "dimensions")]},
        "then": {"$ref": "#/$defs/QuestionSet"},
        "else": {"$ref": "#/$defs/Dimension"},
        "$defs": {**definitions, "QuestionSet": whole},
    }


def _output_schema(model: type[BaseModel], *modules: ModuleType) -> dict[str, object]:
    """The schema of what is written. modules: those with the classes that the model is made of."""
    schema = model.model_json_schema(mode="serialization", by_alias=True)
    return {"$schema": _DRAFT, **_described(schema, *modules)}


def _described(schema: dict[str, Any], *modules: ModuleType) -> dict[str, Any]:
    """The schema with what stands under each field of the models.

    pydantic could look these texts up itself, whenever a model is made: it reads the source for it, and every start of
    the program would wait for that.
    """
    texts = {name: fields for module in modules for name, fields in _texts(module).items()}
    for name, definition in {**schema.get("$defs", {}), schema["title"]: schema}.items():
        for field, text in texts.get(name, {}).items():
            shown = definition.get("properties", {}).get(field)
            if shown is not None:
                shown.setdefault("description", text)
    return schema


def _texts(module: ModuleType) -> dict[str, dict[str, str]]:
    """Class → field → the string under it."""
    return {
        made.name: {
            field.target.id: inspect.cleandoc(below.value.value)
            for field, below in zip(made.body, made.body[1:], strict=False)
            if isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
            and isinstance(below.value.value, str)
        }
        for made in ast.parse(inspect.getsource(module)).body
        if isinstance(made, ast.ClassDef)
    }
