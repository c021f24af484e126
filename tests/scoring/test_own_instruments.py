"""Instruments of somebody's own equal a computation that knows nothing of ours, and are checked before they are used.

The first has the structure of a personality inventory (25 statements of our own, five traits, 1 to 6, seven reversed,
no "don't know", no verdict); the second goes from 0 to 10 and from -3 to 3, with a statement in two dimensions.
"""

from __future__ import annotations

import csv
import io
import json
import random
import runpy
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from samskab_cli.cli.app import main
from samskab_cli.errors import QuestionSetRefused
from samskab_cli.loading.sets.load import load_question_set

Captured = pytest.CaptureFixture[str]
Cells = dict[str, int | None]
TRAITS = {
    "venlig": ["Jeg lytter til ende", "Jeg deler gerne", "Jeg trøster andre", "Jeg tilgiver let", "Andre er mig lige"],
    "grundig": ["Jeg planlægger", "Jeg gør ting færdige", "Jeg rydder op", "Jeg udskyder ting", "Jeg glemmer aftaler"],
    "udadvendt": ["Jeg tier i grupper", "Jeg undgår fester", "Jeg taler først", "Jeg søger selskab", "Jeg ler højt"],
    "urolig": ["Jeg bliver let vred", "Jeg skifter humør", "Jeg bekymrer mig", "Jeg er nedtrykt", "Jeg er ængstelig"],
    "aaben": [
        "Jeg får ideer",
        "Jeg undgår svære tekster",
        "Jeg tænker længe",
        "Jeg ser nyt",
        "Jeg haster videre",
    ],
}
REVERSED = {"venlig5", "grundi4", "grundi5", "udadve1", "udadve2", "aaben2", "aaben5"}


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def scale(low: int, high: int, **more: Any) -> dict[str, Any]:
    options = [{"value": value, "label": f"svar {value}"} for value in range(low, high + 1)]
    return {"options": options, **more}


def written(dimensions: Sequence[Mapping[str, Any]], of: Mapping[str, Any], **more: Any) -> str:
    content = {
        "format": 1,
        "id": "eget",
        "version": "1.0.0",
        "languages": ["da"],
        "title": "Et eget instrument",
        "about": "Om det.",
        "caveat": "Et forbehold.",
        "scale": of,
        "dimensions": list(dimensions),
        **more,
    }
    Path("eget.yaml").write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return "eget.yaml"


def inventory(**more: Any) -> str:
    dimensions = [
        {
            "id": trait,
            "title": trait.capitalize(),
            "raw": "mean",
            "items": [
                {"id": f"{trait[:6]}{n}", "text": text, **({"reverse": True} if f"{trait[:6]}{n}" in REVERSED else {})}
                for n, text in enumerate(texts, start=1)
            ],
        }
        for trait, texts in TRAITS.items()
    ]
    return written(dimensions, scale(1, 6), **more)


def answers(ids: Sequence[str], values: Mapping[str, range], people: int = 400, gaps: float = 0.08) -> list[Cells]:
    """Made by a fixed seed: some cells are empty, and everybody gives one answer at least."""
    rng = random.Random(20)
    rows: list[Cells] = []
    for _ in range(people):
        row: Cells = {item: None if rng.random() < gaps else rng.choice(values[item]) for item in ids}
        row[ids[0]] = row[ids[0]] if row[ids[0]] is not None else values[ids[0]][0]
        rows.append(row)
    return rows


def saved(rows: Sequence[Cells]) -> str:
    with Path("svar.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["respondent", *rows[0]])
        table.writeheader()
        table.writerows({"respondent": f"P{n}", **row} for n, row in enumerate(rows))
    return "svar.csv"


def rows_of(capsys: Captured, *arguments: str) -> list[dict[str, str]]:
    assert main(["score", "svar.csv", "--questions", "eget.yaml", "-q", *arguments]) == 0
    return sorted(csv.DictReader(io.StringIO(capsys.readouterr().out)), key=lambda row: int(row["respondent"][1:]))


def report(*more: str) -> Any:
    assert main(["report", "svar.csv", "--questions", "eget.yaml", "-o", "r.json", "-q", "--force", *more]) == 0
    return json.loads(Path("r.json").read_text(encoding="utf-8"))


def same(shown: str, expected: float | None) -> None:
    """Equal to 1e-9, or both nothing."""
    if expected is None:
        assert shown == ""
    else:
        assert float(shown) == pytest.approx(expected, abs=1e-9)


def test_an_inventory_of_25_statements_equals_a_computation_of_its_own(capsys: Captured) -> None:
    inventory()
    ids = [f"{trait[:6]}{n}" for trait in TRAITS for n in range(1, 6)]
    people = answers(ids, dict.fromkeys(ids, range(1, 7)))
    saved(people)

    def turned(row: Cells, item: str) -> int | None:
        value = row[item]
        return value if value is None or item not in REVERSED else 7 - value

    for shown, row in zip(rows_of(capsys, "--items"), people, strict=True):
        for trait in TRAITS:
            mine = [turned(row, f"{trait[:6]}{n}") for n in range(1, 6)]
            given = [value for value in mine if value is not None]
            # 60 % of the statements, or 3 of 5; who gave nothing in a trait hasn't come to it
            mean = statistics.fmean(given) if len(given) >= 3 else None
            same(shown[f"{trait}_raw"], mean)
            same(shown[trait], None if mean is None else (mean - 1) * 20)
        assert [shown[item] for item in ids] == ["" if row[item] is None else str(row[item]) for item in ids]
        assert "verdict" not in shown
    result = report()
    assert result["verdict"] is None
    for figure, trait in zip(result["dimensions"], TRAITS, strict=True):
        means = [
            statistics.fmean(v for row in people if (v := turned(row, f"{trait[:6]}{n}")) is not None)
            for n in range(1, 6)
        ]
        assert figure["raw"] == pytest.approx(statistics.fmean(means), abs=1e-9)
        assert figure["score"] == pytest.approx((statistics.fmean(means) - 1) * 20, abs=1e-9)


def two_scales() -> str:
    """0 to 10, one statement from 1 to 5; the second dimension from -3 to 3, with a statement of the first."""
    trust = [{"id": "t1", "text": "Tillid et"}, {"id": "t2", "text": "Tillid to", "reverse": True, "weight": 2.0}]
    return written(
        [
            {"id": "tillid", "title": "Tillid", "min_answered": 0.5, "items": [*trust, {"id": "t3", "text": "T tre"}]},
            {
                "id": "retning",
                "title": "Retning",
                "scale": scale(-3, 3),
                "raw": "sum",
                "items": [{"id": f"r{n}", "text": f"Retning {n}", "reverse": n == 2} for n in (1, 2, 3)],
            },
            {
                "id": "begge",
                "title": "Begge",
                "also": ["t1", "r1"],
                "min_answered": 1.0,
                "items": [{"id": "b1", "text": "Egen skala", "scale": scale(1, 5)}],
            },
        ],
        scale(0, 10, unsure={"code": "dk", "label": "Ved ikke"}, not_relevant={"code": "na", "label": "Ikke relevant"}),
    )


RANGES = {
    **{f"t{n}": range(11) for n in (1, 2, 3)},
    **{f"r{n}": range(-3, 4) for n in (1, 2, 3)},
    "b1": range(1, 6),
}


def share(row: Cells, item: str) -> float | None:
    """An answer from 0 to 1, turned round where it is reversed."""
    value, values = row[item], RANGES[item]
    if value is None:
        return None
    at = (value - values[0]) / (values[-1] - values[0])
    return 1 - at if item in {"t2", "r2"} else at


def weighted(row: Cells, weights: Mapping[str, float], least: float, own: Sequence[str]) -> float | None:
    """Of one person, 0 to 100. own: the items asked in the dimension; blanks of one nobody came to don't count."""
    came = any(row[item] is not None for item in own)
    applies = {item: w for item, w in weights.items() if row[item] is not None or item not in own or came}
    applies = {item: w for item, w in applies.items() if row[item] is not None or _came_to(row, item)}
    given = {item: w for item, w in applies.items() if share(row, item) is not None}
    if not given or sum(given.values()) < least * sum(applies.values()) - 1e-9:
        return None
    return 100 * sum(w * float(str(share(row, item))) for item, w in given.items()) / sum(given.values())


def _came_to(row: Cells, item: str) -> bool:
    return any(row[other] is not None for other in RANGES if other[0] == item[0])


def test_scales_of_dimensions_and_items_shares_sums_and_an_item_in_two_dimensions(capsys: Captured) -> None:
    two_scales()
    people = answers(list(RANGES), RANGES, gaps=0.2)
    saved(people)

    for shown, row in zip(rows_of(capsys, "--items"), people, strict=True):
        same(shown["tillid"], weighted(row, {"t1": 1, "t2": 2, "t3": 1}, 0.5, ["t1", "t2", "t3"]))
        turn = weighted(row, {"r1": 1, "r2": 1, "r3": 1}, 0.6, ["r1", "r2", "r3"])
        same(shown["retning"], turn)
        same(shown["retning_raw"], None if turn is None else -9 + turn * 18 / 100)
        same(shown["begge"], weighted(row, {"b1": 1, "t1": 1, "r1": 1}, 1.0, ["b1"]))
        assert [shown[item] for item in RANGES] == ["" if row[item] is None else str(row[item]) for item in RANGES]


def test_rows_of_one_person_and_the_report_of_that_person_say_the_same(capsys: Captured) -> None:
    two_scales()
    for row in answers(list(RANGES), RANGES, people=12, gaps=0.25):
        saved([row])
        (shown,) = rows_of(capsys)
        result = report("--min-group", "1")
        for figure in result["dimensions"]:
            same(shown[figure["id"]], figure["score"])
            if figure["id"] == "retning":
                same(shown["retning_raw"], figure["raw"])


@pytest.mark.parametrize("gaps", [0.0, 0.2])
def test_the_result_follows_from_its_tables_by_the_page_that_recomputes_it(gaps: float) -> None:
    page = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "recompute.py"))
    for make in (two_scales, inventory):
        make()
        ids = RANGES if make is two_scales else {f"{t[:6]}{n}": range(1, 7) for t in TRAITS for n in range(1, 6)}
        saved(answers(list(ids), ids, people=60, gaps=gaps))
        result = report()
        assert result["items"]
        assert result["answers"]["cells"]["value"] == sum(item["n"] for item in result["items"])
        assert list(page["differences"](page["recomputed"](result), result, "")) == []


def test_every_output_takes_such_a_set(capsys: Captured) -> None:
    two_scales()
    saved(answers(list(RANGES), RANGES, people=40))
    for suffix in ("html", "md", "xlsx", "txt", "pdf", "json"):
        assert main(["report", "svar.csv", "--questions", "eget.yaml", "-o", f"r.{suffix}", "-q"]) == 0
    for what in ("overall", "tillid", "begge", "b1", "r2"):
        assert main(["explain", "svar.csv", what, "--questions", "eget.yaml", "-q"]) == 0
    assert main(["preview", "svar.csv", "--questions", "eget.yaml"]) == 0
    assert "0 = svar 0 … 10 = svar 10; -3 = svar -3 … 3 = svar 3; 1 = svar 1 … 5 = svar 5" in capsys.readouterr().out
    assert main(["score", "svar.csv", "--questions", "eget.yaml", "--items", "-o", "r.sav", "-q"]) == 0
    assert main(["questions", "show", "eget.yaml"]) == 0
    told = capsys.readouterr().out
    assert "tæller også med: t1, r1" in told
    assert "egen skala, 1 svar 1 … 5 svar 5" in told
    assert "også summen på udsagnenes egen skala" in told
    assert not told.endswith("\n\n")
    assert main(["questions", "export", "codebook", "eget.yaml"]) == 0
    assert "-3 = svar -3" in capsys.readouterr().out


def test_a_value_of_another_statements_scale_is_no_answer(capsys: Captured) -> None:
    two_scales()
    people = answers(list(RANGES), RANGES, people=40, gaps=0)
    people[3]["b1"] = 9  # on the scale of t1, not on its own
    saved(people)

    assert rows_of(capsys)[3]["invalid"] == "1"


@pytest.mark.parametrize("change", [1, -4, 7])
def test_numbers_beyond_the_scale_are_refused_with_its_own_ends(change: int, capsys: Captured) -> None:
    two_scales()
    people = answers(list(RANGES), RANGES, people=40, gaps=0)
    for row in people[:3]:
        row["r1"] = 4 if change == 1 else change
    saved(people)

    assert main(["score", "svar.csv", "--questions", "eget.yaml"]) == 3
    assert "outside -3 to 3" in capsys.readouterr().err


def test_a_room_and_paper_are_asked_on_one_scale(capsys: Captured) -> None:
    two_scales()
    for command in (["assess", "--questions", "eget.yaml"], ["questions", "export", "paper", "eget.yaml"]):
        assert main(command) == 3
        assert "3 scales" in capsys.readouterr().err
    inventory()
    assert main(["assess", "--questions", "eget.yaml"]) == 3
    assert "no answer for" in capsys.readouterr().err
    assert main(["questions", "export", "paper", "eget.yaml", "-o", "papir.html"]) == 0
    assert "Ved ikke" not in Path("papir.html").read_text(encoding="utf-8")


def faults(change: Mapping[str, Any]) -> str:
    two_scales()
    content = yaml.safe_load(Path("eget.yaml").read_text(encoding="utf-8"))
    content["dimensions"][2].update(change)
    Path("eget.yaml").write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    with pytest.raises(QuestionSetRefused) as refused:
        load_question_set("eget.yaml")
    return "\n".join(map(str, refused.value.problems))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"also": ["t9"]}, "the set has no item 't9'"),
        ({"also": ["b1"]}, "'b1' is asked in this dimension already"),
        ({"also": ["t1", "t1"]}, "the item 't1' stands twice"),
        ({"raw": "mean"}, "a mean needs items of one scale"),
        ({"raw": "median"}, "expected 'mean' or 'sum'"),
        ({"min_answered": 1.5}, "a number of 1 or less"),
        ({"scale": scale(-95, -89)}, "a number of -90 or more"),
        ({"scale": {"options": [{"value": 1, "label": "a"}, {"value": 3, "label": "b"}]}}, "values rise by one"),
        ({"scale": {"options": [{"value": 1, "label": "a"}, {"value": 2, "label": "a"}]}}, "means"),
    ],
)
def test_what_cant_be_scored_is_said_with_its_place(change: Mapping[str, Any], sentence: str) -> None:
    found = faults(change)
    assert sentence in found
    assert found.startswith("eget.yaml:")


def test_a_sum_needs_equal_weights() -> None:
    two_scales()
    content = yaml.safe_load(Path("eget.yaml").read_text(encoding="utf-8"))
    content["dimensions"][0]["raw"] = "sum"
    Path("eget.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(QuestionSetRefused, match="a sum needs items of weight 1"):
        load_question_set("eget.yaml")
