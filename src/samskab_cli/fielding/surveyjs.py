"""A survey for SurveyJS, as JSON: a page with a matrix a dimension, in every language of the set."""

from __future__ import annotations

import html
import json
from typing import Any, Final

from samskab_cli.fielding.form import Form, Section, local
from samskab_cli.fielding.wording import form_words
from samskab_cli.model.content import LocalText
from samskab_cli.model.question_set import Item

_Json = dict[str, Any]
_DEFAULT: Final = "en"


def surveyjs_form(form: Form) -> str:
    """The survey as JSON text."""
    return f"{json.dumps(_survey(form), ensure_ascii=False, indent=2)}\n"


def _survey(form: Form) -> _Json:
    found = form.question_set
    about = {language: "\n".join(form.about(language)) for language in form.languages}
    first: list[_Json] = [{"type": "html", "name": "about", "html": _texts(form, about, markup=True)}]
    if form.roles:
        question = {language: form_words(language).role_question for language in form.languages}
        roles = [{"value": role.id, "text": _text(form, role.label)} for role in form.roles]
        title = _texts(form, question)
        first.append({"type": "radiogroup", "name": form.role_column, "title": title, "choices": roles})
    thanks = {language: f"{form_words(language).thanks}\n{found.caveat.text(language)}" for language in form.languages}
    return {
        "title": _text(form, found.title),
        "locale": form.language,
        "showProgressBar": True,
        "completedHtml": _texts(form, thanks, markup=True),
        "pages": [{"name": "start", "elements": first}, *(_page(form, section) for section in form.sections)],
    }


def _page(form: Form, section: Section) -> _Json:
    dimension, scale = section.dimension, form.question_set.scale
    matrix = {
        "type": "matrix",
        "name": dimension.id,
        "title": _text(form, scale.stem or dimension.question or dimension.title),
        "columns": [*_scale(form), *_others(form)],
        "rows": [_row(form, item) for item in section.items],
    }
    page = {"name": f"page_{dimension.id}", "title": _text(form, dimension.title), "elements": [matrix]}
    if dimension.question:
        page["description"] = _text(form, dimension.question)
    return page


def _scale(form: Form) -> list[_Json]:
    return [{"value": int(choice.code), "text": _text(form, choice.label)} for choice in form.options]


def _others(form: Form) -> list[_Json]:
    return [{"value": choice.code, "text": _text(form, choice.label)} for choice in form.others]


def _row(form: Form, item: Item) -> _Json:
    row: _Json = {"value": item.id, "text": _text(form, item.text)}
    if item.skip_roles:
        row["visibleIf"] = " and ".join(f"{{{form.role_column}}} <> '{role}'" for role in item.skip_roles)
    return row


def _text(form: Form, content: LocalText) -> _Json | str:
    return _texts(form, local(content, form.languages))


def _texts(form: Form, texts: dict[str, str], *, markup: bool = False) -> _Json | str:
    """A text in every language; braces would be names of questions. To SurveyJS `default` is English."""
    plain = {language: _escaped(text) if markup else _without_names(text) for language, text in texts.items()}
    if len(plain) == 1:
        return plain[form.language]
    return {"default": plain.pop(_DEFAULT, plain[form.language])} | plain


def _without_names(text: str) -> str:
    return text.replace("{", "(").replace("}", ")")


def _escaped(text: str) -> str:
    """A text as HTML, a paragraph a line."""
    return "".join(f"<p>{html.escape(_without_names(line), quote=False)}</p>" for line in text.splitlines())
