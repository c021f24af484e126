"""A survey for SurveyJS, as JSON: a page a dimension, in every language of the set.

Each statement is a question of its own and not a row of a matrix: only a question has a description, and there the
anchors stand.
"""

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
    dimension = section.dimension
    texts = [text for text in (dimension.question, form.scale.stem) if text]
    about = {language: "\n".join(text.text(language) for text in texts) for language in form.languages}
    first = (
        [{"type": "html", "name": f"{dimension.id}_about", "html": _texts(form, about, markup=True)}] if texts else []
    )
    return {
        "name": f"page_{dimension.id}",
        "title": _text(form, dimension.title),
        "elements": [*first, *(_question(form, item) for item in section.items)],
    }


def _question(form: Form, item: Item) -> _Json:
    question: _Json = {
        "type": "radiogroup",
        "name": item.id,
        "title": _text(form, item.text),
        "choices": [
            *({"value": int(choice.code), "text": _text(form, choice.label)} for choice in form.options),
            *({"value": choice.code, "text": _text(form, choice.label)} for choice in form.others),
        ],
        "colCount": 0,
    }
    if any(form.notes(item, language) for language in form.languages):
        question["description"] = _texts(form, form.notes_in_all(item, " · "))
    if item.skip_roles:
        question["visibleIf"] = " and ".join(f"{{{form.role_column}}} <> '{role}'" for role in item.skip_roles)
    return question


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
