"""A document as one page: no script, nothing loaded from anywhere, and a policy that allows neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import groupby

from jinja2 import ChoiceLoader, DictLoader, Environment, PackageLoader, StrictUndefined

from samskab_cli.reporting import chart_positions
from samskab_cli.reporting.document import Block, Document, Row
from samskab_cli.reporting.page_policy import minified, percent, source_hash
from samskab_cli.reporting.wording import ReportWords

_STYLES = ("colours.css", "screen.css", "dark.css", "narrow.css", "print.css")
_LINE_STARTS = re.compile(r"\n\s*")
_MAY_BE_LEFT_OUT = re.compile(
    r"</(?:td|th|tr|thead|tbody|tfoot|li|dt|dd)>"
)  # HTML says so; foreign text is escaped and has none


def render(document: Document) -> str:
    """The document as one self-contained HTML page, every text in it escaped; ends with a line break.

    Templates get the `document`, its language's `words`, and `drawing` for places in charts; a name that is missing is
    an error.
    """
    template = _environment().get_template("document.html.j2")
    words = ReportWords(document.language)
    text = template.render(document=document, view=document.front, words=words, style_hash=source_hash(_style()))
    return _LINE_STARTS.sub("\n", _MAY_BE_LEFT_OUT.sub("", text)).strip() + "\n"


def _kind(block: Block) -> str:
    return type(block).__name__


def _by_kind(blocks: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    """Runs of blocks of one kind: groups stand beside each other."""
    return [(kind, list(some)) for kind, some in groupby(blocks, key=_kind)]


def _by_group(rows: Sequence[Row]) -> list[tuple[str, list[tuple[int, Row]]]]:
    """Rows under what they stand under, each with its place among all."""
    return [(group, list(some)) for group, some in groupby(enumerate(rows), key=lambda pair: pair[1].group)]


@cache
def _style() -> str:
    """All styles in one."""
    files = resources.files("samskab_cli.reporting") / "templates"
    return minified("\n".join((files / name).read_text(encoding="utf-8") for name in _STYLES))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([DictLoader({"style.css": _style()}), PackageLoader("samskab_cli.reporting")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = percent
    environment.filters["kind"] = _kind
    environment.filters["groupby_kind"] = _by_kind
    environment.filters["groupby_group"] = _by_group
    environment.globals["drawing"] = chart_positions
    return environment
