"""JSON Schemas of what people write and scripts read, made from the models; published under `docs/schema`."""

from __future__ import annotations

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def result_schema() -> dict[str, object]:
    """The schema of a result."""
    from samskab_cli.model.result import Result

    return {"$schema": _DRAFT, **Result.model_json_schema(mode="serialization", by_alias=True)}


def map_schema() -> dict[str, object]:
    """The schema of a mapping file."""
    from samskab_cli.loading.map_file import MapFile

    return {"$schema": _DRAFT, **MapFile.model_json_schema()}


def files_schema() -> dict[str, object]:
    """One schema for `set.yaml`, for a file of a dimension, and for a single file with all."""
    from samskab_cli.model.question_set import QuestionSet

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
        # not anyOf: an editor would complete and explain the keys of both in either file
        "if": {"anyOf": [{"required": [key]} for key in ("format", "languages", "scale", "verdict", "dimensions")]},
        "then": {"$ref": "#/$defs/QuestionSet"},
        "else": {"$ref": "#/$defs/Dimension"},
        "$defs": {**definitions, "QuestionSet": whole},
    }
