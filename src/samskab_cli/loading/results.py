"""A result that was published, read back: `samskab report --format json` wrote it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from samskab_cli.errors import AnswersRefused, Problem

if TYPE_CHECKING:
    from samskab_cli.model.result import Result

_LARGEST: Final = 32 << 20
"""Bytes; a result of a hundred statements and eight sides has a tenth of it."""
_SCHEMA: Final = re.compile(rb'"schema"\s*:\s*"samskab\.result/(\d{1,4})"')
_VERSION: Final = 2


def read_result(path: str) -> Result | None:
    """The result that a file holds; None for any other file, and for one that can't be opened.

    Raises AnswersRefused for a result of another version, and for one that was changed by hand beyond reading.
    """
    try:
        with Path(path).open("rb") as file:
            if not file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
                return None
            file.seek(0)
            content = file.read(_LARGEST)
    except (OSError, ValueError):  # whoever reads it as answers says why
        return None
    match = _SCHEMA.search(content)
    if match is None:
        return None
    if (version := int(match[1])) != _VERSION:
        raise AnswersRefused(Problem(_other(version), path))

    from pydantic import ValidationError  # noqa: PLC0415  # only a result waits for it

    from samskab_cli.model.result import Result  # noqa: PLC0415  # the same

    try:
        return Result.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        message = f"a result, but not as this version writes it: {place}: {first['msg'].lower()}"
        raise AnswersRefused(Problem(message, path)) from None


def _other(version: int) -> str:
    if version > _VERSION:
        return f"a result of samskab.result/{version}, by a newer samskab; this one reads samskab.result/{_VERSION}"
    return f"a result of samskab.result/{version} has no tables to compare; make it anew from its answers"
