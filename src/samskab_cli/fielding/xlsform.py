"""A form for KoboToolbox and ODK, as an XLSForm: a group a dimension, in every language of the set."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from babel import Locale, UnknownLocaleError

from samskab_cli.fielding.form import Form, local
from samskab_cli.fielding.wording import form_words
from samskab_cli.fielding.workbook import workbook
from samskab_cli.model.content import LocalText
from samskab_cli.model.question_set import Item

_SCALE: Final = "answers"
_ROLES: Final = "roles"

_Row = Mapping[str, str]


def xlsform(form: Form) -> bytes:
    """The workbook: `survey`, `choices`, `settings`."""
    out = io.BytesIO()
    with workbook(out) as book:
        for name, rows in (("survey", _survey(form)), ("choices", _choices(form)), ("settings", _settings(form))):
            sheet = book.add_worksheet(name)
            listed = list(rows)
            columns = list(dict.fromkeys(column for row in listed for column in row))
            for column, heading in enumerate(columns):
                sheet.write_string(0, column, heading)
                for number, row in enumerate(listed, start=1):
                    if row.get(heading):
                        sheet.write_string(number, column, row[heading])
    return out.getvalue()


def _survey(form: Form) -> Iterator[_Row]:
    about = {language: "\n\n".join(form.about(language)) for language in form.languages}
    yield {"type": "note", "name": "about", **_labels(form, about)}
    if form.roles:
        question = {language: form_words(language).role_question for language in form.languages}
        yield {"type": f"select_one {_ROLES}", "name": form.role_column, **_labels(form, question)}
    for section in form.sections:
        dimension = section.dimension
        title = local(dimension.title, form.languages)
        yield {"type": "begin_group", "name": dimension.id, **_labels(form, title), "appearance": "field-list"}
        stem = form.scale.stem or dimension.question
        if stem is not None:
            yield {"type": "note", "name": f"{dimension.id}_stem", **_labels(form, local(stem, form.languages))}
        yield from (_question(form, item) for item in section.items)
        yield {"type": "end_group", "name": dimension.id}


def _question(form: Form, item: Item) -> _Row:
    row = {"type": f"select_one {_SCALE}", "name": item.id, **_labels(form, local(item.text, form.languages))}
    row |= _labels(form, form.notes_in_all(item, "\n"), "hint")
    if item.skip_roles:
        row["relevant"] = " and ".join(f"${{{form.role_column}}} != '{role}'" for role in item.skip_roles)
    return row


def _choices(form: Form) -> Iterator[_Row]:
    lists: Sequence[tuple[str, Sequence[tuple[str, LocalText]]]] = (
        (_SCALE, form.choices),
        (_ROLES, [(role.id, role.label) for role in form.roles]),
    )
    for name, choices in lists:
        for code, label in choices:
            yield {"list_name": name, "name": code, **_labels(form, local(label, form.languages))}


def _settings(form: Form) -> Iterator[_Row]:
    found = form.question_set
    yield {
        "form_title": form.text(found.title),
        "form_id": found.id,
        "version": found.version,
        "default_language": _language(form.language),
    }


def _labels(form: Form, texts: Mapping[str, str], kind: str = "label") -> dict[str, str]:
    """The columns of a text, `label::Dansk (da)`; `$` with a brace would be a reference."""
    return {f"{kind}::{_language(language)}": texts[language].replace("${", "$ {") for language in form.languages}


def _language(code: str) -> str:
    try:
        name = Locale.parse(code).language_name or code
    except UnknownLocaleError:
        name = code
    return f"{name.capitalize()} ({code})"
