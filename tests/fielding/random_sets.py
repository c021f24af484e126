"""Random question sets with texts that upset file formats, random answers to them, and the figures these must give."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from samskab_cli.cli.app import main
from samskab_cli.model.content import LocalText
from samskab_cli.model.question_set import QuestionSet

_SIGNS = ("æ", "Ø", ",", ";", '"', "'", "<b>", "&amp;", "{x}", "${y}", "=1+1", "–", "/", "(z)", ": w", "100 %")
_LEVELS = ("not_now", "prepare", "attention", "ready", "undecided")


@dataclass(frozen=True)
class Answered:
    """One row of answers."""

    role: str | None
    cells: Mapping[str, str | None]
    """Item id → a number of the scale, the code of unsure or not relevant, or nothing."""


def random_set(seed: int) -> QuestionSet:
    """A question set that every check accepts."""
    random = Random(seed)
    languages = random.choice((["da"], ["en"], ["da", "en"], ["en", "da"]))

    def text(what: str) -> Any:
        words = {language: f"{what} {language} {random.choice(_SIGNS)} slut" for language in languages}
        return words if random.random() < 0.8 else f"{what} {random.choice(_SIGNS)} slut"

    first = random.choice((0, 1, 10))
    roles = [f"rolle_{number}" for number in range(random.choice((0, 2, 4)))]
    dimensions = [
        {
            "id": f"dim_{number}",
            "title": text(f"Dimension {number}"),
            "items": [
                {
                    "id": f"i{number}x{at}",
                    "text": text(f"Udsagn {number} {at}"),
                    "quick": at == 0,
                    "reverse": random.random() < 0.2,
                    **({"help": text("Hjælp")} if random.random() < 0.3 else {}),
                    "anchors": {first: text("Lavt"), first + 1: text("Højt")} if random.random() < 0.6 else {},
                    "skip_roles": [role for role in roles if random.random() < 0.15][:1],
                }
                for at in range(random.randint(1, 4))
            ],
        }
        for number in range(random.randint(1, 3))
    ]
    return QuestionSet.model_validate(
        {
            "format": 1,
            "id": f"random-{seed}",
            "version": "1.0.0",
            "languages": languages,
            **{key: text(key) for key in ("title", "about", "caveat")},
            "scale": {
                **({"stem": text("Hvor meget")} if random.random() < 0.7 else {}),
                "options": [
                    {"value": value, "label": text(f"Svar {value - first}")}
                    for value in range(first, first + random.randint(2, 10))
                ],
                "unsure": {"code": "dk", "label": text("Ved ikke")},
                "not_relevant": {"code": "na", "label": text("Ikke relevant")},
            },
            "roles": [{"id": role, "label": text(f"Folk {role[-1]}")} for role in roles],
            "dimensions": dimensions,
            "verdict": {
                "cutoffs": {
                    "ready": {"dimension": 65.0, "overall": 70.0},
                    "attention": {"dimension": 50.0, "overall": 60.0},
                },
                "levels": {level: {"label": "l", "text": "t"} for level in _LEVELS},
            },
        }
    )


def random_answers(question_set: QuestionSet, seed: int, count: int = 12) -> list[Answered]:
    """Answers of some people, nobody of whom is asked what the role isn't asked of; blanks among them."""
    random = Random(seed)
    scale = question_set.scale
    given = [*map(str, scale.values)] * 3 + [*(other.code for other in scale.others), None]
    people = []
    for _ in range(count):
        role = random.choice(question_set.roles).id if question_set.roles else None
        cells = {item.id: None if role in item.skip_roles else random.choice(given) for item in question_set.items}
        cells[question_set.items[0].id] = str(scale.minimum)  # so that everybody takes part
        people.append(Answered(role, cells))
    return people


def label_of(question_set: QuestionSet, code: str, language: str) -> str:
    """What an answer reads as."""
    scale = question_set.scale
    labels: dict[str, LocalText] = {str(option.value): option.label for option in scale.options}
    labels |= {other.code: other.label for other in scale.others}
    return labels[code].text(language)


def saved(question_set: QuestionSet, folder: Path) -> str:
    """The set as a file that commands take."""
    path = folder / f"{question_set.id}.yaml"
    content = question_set.model_dump(mode="json", exclude_none=True)
    for item in (item for dimension in content["dimensions"] for item in dimension["items"]):
        item["anchors"] = {int(value): anchor for value, anchor in item["anchors"].items()}
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return str(path)


def figures(capfd: pytest.CaptureFixture[str], file: Path, questions: str) -> dict[str, Any]:
    """The whole result of an answer file, as `samskab report` gives it."""
    code = main(["report", str(file), "--questions", questions, "--format", "json", "--min-group", "1"])
    out, err = capfd.readouterr()
    assert code == 0, err
    result: dict[str, Any] = json.loads(out)
    return result


def expected(
    capfd: pytest.CaptureFixture[str], people: list[Answered], question_set: QuestionSet, questions: str, folder: Path
) -> dict[str, Any]:
    """The result of the same answers in the program's own layout."""
    path = folder / "own.csv"
    items = [item.id for item in question_set.items]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["respondent", "role", *items])
        for number, person in enumerate(people, start=1):
            table.writerow([number, person.role, *(person.cells[item] for item in items)])
    return figures(capfd, path, questions)
