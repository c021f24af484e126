"""The result as JSON: `samskab.result/1`, the unformatted figures."""

from __future__ import annotations

import json

from samskab_cli.model.result import Result


def dumps(result: Result) -> str:
    """The result as indented JSON with a final line break; letters of every script as themselves, figures in full."""
    shown = result.model_dump(mode="json", by_alias=True)
    return json.dumps(shown, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
