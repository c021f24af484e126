"""Results, comparisons and explanations as JSON: the unformatted figures."""

from __future__ import annotations

import json

from pydantic import BaseModel


def dumps(shown: BaseModel) -> str:
    """Indented JSON with a final line break; letters of every script as themselves, figures in full."""
    content = shown.model_dump(mode="json", by_alias=True)
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
