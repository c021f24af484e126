"""`export text`: statements and answers to paste into systems that import nothing."""

from __future__ import annotations

from collections.abc import Iterator

from samskab_cli.fielding.form import Form, Section
from samskab_cli.fielding.wording import form_words


def text_to_paste(form: Form) -> str:
    """The whole set in the form's language; every list stands on lines of its own, ready to be copied whole."""
    return "\n".join(_lines(form)) + "\n"


def _lines(form: Form) -> Iterator[str]:
    found, words = form.question_set, form_words(form.language)
    yield form.text(found.title)
    *matter, about = form.about(form.language)
    yield from (*matter, "", about, "", "---", words.paste_systems, words.paste_keep)
    if form.roles:
        yield from ("", words.paste_roles, "", form.role_column.capitalize(), "")
        yield from (form.text(role.label) for role in form.roles)
    yield from ("", words.paste_answers, "")
    yield from (form.text(choice.label) for choice in form.choices)
    yield from ("", words.paste_each)
    for section in form.sections:
        yield from _section(form, section)
    yield from ("", "---", words.thanks, form.text(found.caveat))


def _section(form: Form, section: Section) -> Iterator[str]:
    stem, words = form.scale.stem, form_words(form.language)
    yield from ("", f"--- {section.number}. {form.text(section.dimension.title)}")
    if stem is not None:
        yield form.text(stem)
    yield ""
    yield from (form.text(item.text) for item in section.items)
    skipped = [item for item in section.items if item.skip_roles]
    if skipped:
        yield ""
    for item in skipped:
        roles = "; ".join(form.text(role.label) for role in form.not_asked_of(item))
        yield f"({words.paste_not_for} {roles}: {form.text(item.text)})"
