"""A report as one page: no script, nothing loaded from anywhere, and a policy that allows neither."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources

from jinja2 import ChoiceLoader, DictLoader, Environment, PackageLoader, StrictUndefined

from samskab_cli.reporting import drawing
from samskab_cli.reporting.item_columns import item_columns
from samskab_cli.reporting.report_view import ReportView
from samskab_cli.reporting.wording import ReportWords

_STYLES = ("screen.css", "dark.css", "narrow.css", "print.css")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?|(?<=:) ")
_LINE_STARTS = re.compile(r"\n\s*")
_MAY_BE_LEFT_OUT = re.compile(r"</(?:td|th|tr|li|dt|dd)>")  # HTML says so; foreign text is escaped and has none


def render(view: ReportView) -> str:
    """The report as one self-contained HTML page in the view's language; ends with a line break."""
    return page("report.html.j2", view.language, view=view, columns=item_columns(view, ReportWords(view.language)))


def page(template: str, language: str, **shown: object) -> str:
    """A page of `templates/` that extends `base.html.j2`; every text in it is escaped.

    Templates get the language's `words`, `drawing` for places in charts, and whatever is `shown`; a name that is
    missing is an error.
    """
    text = (
        _environment()
        .get_template(template)
        .render(language=language, words=ReportWords(language), style_hash=_style_hash(), **shown)
    )
    return _LINE_STARTS.sub("\n", _MAY_BE_LEFT_OUT.sub("", text)).strip() + "\n"


def _percent(value: float) -> str:
    """A place in a chart, with no more digits than a screen has."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


@cache
def _style() -> str:
    """All styles in one, without what only people read; `@media` keeps its blanks."""
    files = resources.files("samskab_cli.reporting") / "templates"
    together = "\n".join((files / name).read_text(encoding="utf-8") for name in _STYLES)
    return _AROUND.sub(lambda found: found[1] or "", _BLANKS.sub(" ", _COMMENT.sub("", together))).strip()


@cache
def _style_hash() -> str:
    """What the content security policy says of the style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(_style().encode("utf-8")).digest()).decode("ascii")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([DictLoader({"style.css": _style()}), PackageLoader("samskab_cli.reporting")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = _percent
    environment.globals["drawing"] = drawing
    return environment
