"""`Publication`: what may be shown and its ways out: figures as JSON, words as a page, a table, a text."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from samskab_cli.errors import Misused

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samskab_cli.reporting.document import Document
    from samskab_cli.reporting.formats import Format

Figures_co = TypeVar("Figures_co", bound="BaseModel", covariant=True)
_FRAME = '<iframe sandbox srcdoc="{page}" style="width:100%;height:40em;border:0" title="{title}"></iframe>'


@dataclass(frozen=True, repr=False)
class Publication(Generic[Figures_co]):
    """A report, a comparison, an explanation or a study. A notebook shows it as its page."""

    figures: Figures_co
    """A `Result`, `Comparison`, `Explanation` or `Study`: what JSON has, as values. Nothing withheld is in it."""
    document: Callable[[], Document]
    """Makes the words."""

    def to_json(self) -> str:
        """The figures in full, as `-o x.json` writes them."""
        from samskab_cli.reporting import as_json

        return as_json.dumps(self.figures)

    def to_html(self) -> str:
        """The whole page: no script, nothing loaded from anywhere."""
        from samskab_cli.reporting import as_html

        return as_html.render(self.document())

    def render(self, form: Format) -> bytes:
        """The bytes of a file of this format. Raises OutputRefused for a PDF without what sets it."""
        from samskab_cli.reporting.formats import Format, render

        return self.to_json().encode("utf-8") if form is Format.JSON else render(self.document(), form)

    def write(self, path: str | Path, *, force: bool = False) -> None:
        """Write a file by its suffix: .html, .pdf, .md, .xlsx, .json, .txt. It appears whole or not at all.

        force: whether a file that exists is replaced. Raises Misused for another suffix, OutputRefused for a place that
        can't be written.
        """
        from samskab_cli.reporting.formats import by_suffix, unknown_suffix
        from samskab_cli.reporting.output_file import OutputFile

        place = OutputFile(Path(path), force)
        form = by_suffix(place.path.suffix.lower())
        if form is None:
            raise Misused("path", unknown_suffix(place.path.suffix))
        place.check()
        place.write(self.render(form))

    def __repr__(self) -> str:
        return f"<{type(self.figures).__name__}: .figures, .to_json(), .write('name.html')>"

    def _repr_html_(self) -> str:
        """As a notebook shows it: in a frame of its own, so that neither's styles reach the other."""
        from samskab_cli.reporting import as_html

        document = self.document()
        return _FRAME.format(page=html.escape(as_html.render(document)), title=html.escape(document.title))
