from __future__ import annotations

import json

from samskab_cli.loading.sets.structure import PATTERNS
from samskab_cli.model.question_set import QuestionSet


def patterns(schema: object) -> set[str]:
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    own = {schema["pattern"]} if isinstance(schema, dict) and isinstance(schema.get("pattern"), str) else set()
    return own.union(*map(patterns, inner))


def test_every_pattern_of_the_model_has_a_sentence() -> None:
    schema = json.loads(json.dumps(QuestionSet.model_json_schema()))
    assert patterns(schema) == set(PATTERNS)
