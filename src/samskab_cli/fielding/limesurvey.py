"""A survey for LimeSurvey, as its "tab-separated values" structure: a group a dimension, in every language of the set.

Each statement is a question of its own and not a row of an array: only a question has a help, and there the anchors
stand without becoming part of the heading in exports. Question codes have letters and digits only, answer codes at most
five of them; texts are HTML, and braces would be expressions.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from samskab_cli.fielding.form import Form, Section
from samskab_cli.fielding.wording import form_words
from samskab_cli.model.content import LocalText
from samskab_cli.model.question_set import Item
from samskab_cli.model.short_codes import short_codes

COLUMNS: Final = (
    "class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory", "other",
    "default", "same_default",
)  # fmt: skip
_ANSWER_CODE: Final = 5
_ALWAYS: Final = "1"
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")

_Row = dict[str, str]


def limesurvey_structure(form: Form) -> str:
    """The survey as tab-separated text (to be written as UTF-8)."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, restval="", delimiter="\t", lineterminator="\n")
    table.writeheader()
    table.writerows(_settings(form))
    for language in form.languages:
        table.writerows(_in_language(form, language))
    return out.getvalue()


def answer_codes(form: Form) -> dict[str, str]:
    """Code of an answer → its code in LimeSurvey."""
    return short_codes(tuple(choice.code for choice in form.choices), _ANSWER_CODE)


def role_codes(form: Form) -> dict[str, str]:
    """Role id → its answer code in LimeSurvey."""
    return short_codes(tuple(role.id for role in form.roles), _ANSWER_CODE)


def _settings(form: Form) -> Iterator[_Row]:
    """Nobody is identified: no times, no addresses, no cookies, no name and mail to go on later.

    Leaving a question out is an answer enough: LimeSurvey's own "no answer" would be a third one, chosen beforehand.
    """
    settings = {
        "language": form.languages[0],
        "additional_languages": " ".join(form.languages[1:]),
        "anonymized": "Y",
        "datestamp": "N",
        "ipaddr": "N",
        "refurl": "N",
        "format": "G",
        "allowprev": "Y",
        "allowsave": "N",
        "shownoanswer": "N",
        "showxquestions": "N",
        "showprogress": "Y",
    }
    for name, value in settings.items():
        yield {"class": "S", "name": name, "text": value}


def _in_language(form: Form, language: str) -> Iterator[_Row]:
    for row in (*_welcome(form, language), *_role(form, language), *_statements(form, language)):
        yield {**row, "language": language}


def _welcome(form: Form, language: str) -> Iterator[_Row]:
    found, words = form.question_set, form_words(language)
    about = "".join(f"<p>{_escaped(paragraph)}</p>" for paragraph in form.about(language))
    for name, text in (
        ("surveyls_title", _html(found.title, language)),
        ("surveyls_welcometext", about),
        ("surveyls_endtext", f"<p>{words.thanks}</p><p>{_html(found.caveat, language)}</p>"),
    ):
        yield {"class": "SL", "name": name, "text": text}


def _role(form: Form, language: str) -> Iterator[_Row]:
    if not form.roles:
        return
    words, codes = form_words(language), role_codes(form)
    yield {"class": "G", "type/scale": "G0", "name": words.about_you, "relevance": _ALWAYS}
    yield {
        "class": "Q", "type/scale": "L", "name": form.role_column, "relevance": _ALWAYS,
        "text": form.role_title(language), "help": words.role_question, "mandatory": "N", "other": "N",
    }  # fmt: skip
    for role in form.roles:
        yield {"class": "A", "type/scale": "0", "name": codes[role.id], "text": _html(role.label, language)}


def _statements(form: Form, language: str) -> Iterator[_Row]:
    codes = answer_codes(form)
    for section in form.sections:
        yield {
            "class": "G", "type/scale": f"G{section.number}", "name": _html(section.dimension.title, language),
            "relevance": _ALWAYS, "text": _about(form, section, language),
        }  # fmt: skip
        for item in section.items:
            yield {
                "class": "Q", "type/scale": "L", "name": item.id, "relevance": _asked(form, item),
                "text": _html(item.text, language), "mandatory": "N", "other": "N",
                "help": "<br>".join(map(_escaped, form.notes(item, language))),
            }  # fmt: skip
            for choice in form.choices:
                label = _html(choice.label, language)
                yield {"class": "A", "type/scale": "0", "name": codes[choice.code], "text": label}


def _about(form: Form, section: Section, language: str) -> str:
    """What a group begins with: the question of its dimension, and what is read before every statement."""
    texts = (section.dimension.question, form.scale.stem)
    return "".join(f"<p>{_html(text, language)}</p>" for text in texts if text)


def _asked(form: Form, item: Item) -> str:
    """The condition under which an item is shown."""
    codes = role_codes(form)
    return " and ".join(f'{form.role_column}.NAOK != "{codes[role]}"' for role in item.skip_roles) or _ALWAYS


def _html(text: LocalText, language: str) -> str:
    return _escaped(text.text(language))


def _escaped(text: str) -> str:
    """A text as HTML on one line; a brace would begin an expression.

    An ampersand is left alone where it begins no entity: in some places LimeSurvey escapes it once more itself.
    """
    plain = _ENTITY.sub("&amp;", text)
    for sign, entity in (("<", "&lt;"), (">", "&gt;"), ("{", "&#123;"), ("}", "&#125;")):
        plain = plain.replace(sign, entity)
    return "<br>".join(plain.splitlines())
