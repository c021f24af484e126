"""jinja2 for pages to print: everything foreign is escaped, and nothing may be missing."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from samskab_cli.fielding.form import Form
from samskab_cli.fielding.wording import form_words


def rendered(template: str, form: Form, **more: object) -> str:
    """A page of `templates/` about a form."""
    return _environment().get_template(template).render(form=form, words=form_words(form.language), **more)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("samskab_cli.fielding"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
