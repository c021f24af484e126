"""A form to print on A4 and fill in by hand: numbered statements, what answers look like, and room for notes."""

from __future__ import annotations

from samskab_cli.fielding.form import Form
from samskab_cli.fielding.print_template import rendered


def paper_form(form: Form) -> str:
    """One self-contained HTML page in the form's language; the browser prints it."""
    return rendered("paper.html.j2", form)
