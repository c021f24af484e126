"""Every look and the JSON say the same figures: all of them are pulled out and compared."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.reporting import as_json
from samskab_cli.reporting.report_document import report_document
from tests.reporting.cases import CASES, case
from tests.reporting.looks import LOOKS, html_text, markdown_text, page, pdf_text, seen, workbook_rows

DECIMAL = re.compile(r"(?<![\d.,])\d+,\d+")
CUTOFFS = (40, 50, 60, 65, 70, 75, 100)


def one_decimal(figure: float, limits: tuple[float, ...]) -> str:
    """Half up, but never up to a limit, and never down to nothing (reports.md)."""
    exact = Decimal(str(round(abs(figure), 9)))
    shown = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if any(exact < Decimal(str(limit)) <= shown for limit in limits):
        shown = exact.quantize(Decimal("0.1"), ROUND_DOWN)
    if exact > 0 and shown == 0:
        shown = Decimal("0.1")
    return str(shown).replace(".", ",")


def expected(result: dict[str, Any], question_set: QuestionSet) -> set[str]:
    """Every figure with decimals that a report of this result has, from the JSON alone."""
    points = (*CUTOFFS, *(level.at_least for one in question_set.indicators for level in one.levels))
    gaps = (100.0, *(gate.contested_gap for gate in question_set.gates))
    found = {one_decimal(figure, points) for figure in _points(result)} | {
        one_decimal(distance, gaps) for distance in _distances(result)
    }
    for item in result["items"]:
        if isinstance(item["agreement"], float):
            found.add(
                str(abs(Decimal(str(item["agreement"])).quantize(Decimal("0.01"), ROUND_HALF_UP))).replace(".", ",")
            )
    return found


def _points(result: dict[str, Any]) -> Iterator[float]:
    discussed = [one["item"] for one in result["verdict"]["discuss_first"][:3] if one["reason"] == "gap"]
    for figure in (result["overall"], *result["dimensions"], *result["gates"]):
        yield from _shown(figure["score"])
        if figure["low"] != figure["high"]:
            yield from (*_shown(figure["low"]), *_shown(figure["high"]))
        yield from _sides(figure)
    for parts in (*result["gates"], *result["indicators"]):
        for part in parts["parts"]:
            yield from _shown(part["score"])
    for item in result["items"]:
        yield from _shown(item["score"])
        if item["id"] in discussed:
            yield from _sides(item)


def _distances(result: dict[str, Any]) -> Iterator[float]:
    for figure in (result["overall"], *result["dimensions"], *result["gates"], *result["items"]):
        yield from _shown(figure["gap"])
    moves = result["verdict"]["moves_most"]
    for move in moves if isinstance(moves, list) else ():
        yield move["dimension_gain"]
        yield from [move["gate_gain"]] if move["gate_gain"] else []
    held = result["verdict"]["held_back_by"]
    for one in held if isinstance(held, list) else ():
        yield from _shown(one.get("missing"))


def _sides(figure: dict[str, Any]) -> Iterator[float]:
    for side in figure["sides"].values():
        yield from _shown(side.get("score"))


def _shown(figure: Any) -> list[float]:
    return [figure] if isinstance(figure, float) else []


@pytest.mark.parametrize("min_group", [1, 5])
@pytest.mark.parametrize("name", CASES)
def test_every_figure_of_every_look_is_one_of_the_json(name: str, min_group: int, readiness: QuestionSet) -> None:
    # given
    result = case(name, min_group)
    figures = expected(json.loads(as_json.dumps(result)), readiness)
    sides_of_items = {
        one.figure.text
        for item in report_document(result, readiness, "da").figures.items
        for one in item.sides
        if one.figure
    }
    # when
    seen_in = {
        look: set(DECIMAL.findall(text(report_document(result, readiness, "da")))) for look, text in LOOKS.items()
    }
    # then: the workbook alone has every statement's sides
    seen_in["xlsx"] -= sides_of_items - figures
    discussed = {
        one.figure.text
        for row in report_document(result, readiness, "da").figures.discuss
        for one in row.item.sides
        if one.figure
    }
    for look, found in seen_in.items():
        assert found == figures | (found & discussed), look


@pytest.mark.parametrize("name", CASES)
def test_every_look_says_the_coverage_in_whole_per_cent_cut(name: str, readiness: QuestionSet) -> None:
    result = case(name)
    coverage = int(100 * json.loads(as_json.dumps(result))["answers"]["coverage"])
    for look, text in LOOKS.items():
        assert f"svar på skalaen i {coverage} % af felterne" in text(report_document(result, readiness, "da")), look


def test_where_no_matter_is_named_the_title_of_the_set_stands_once(readiness: QuestionSet) -> None:
    nameless = case("havneby").context.model_copy(update={"matter": None, "municipality": None})
    document = report_document(case("havneby").model_copy(update={"context": nameless}), readiness, "da")
    for look, text in LOOKS.items():
        if look == "xlsx":  # where the row of the verdict needs a name
            continue
        assert text(document).count("Er vi klar til samskabelse i denne sag?") == 1, look


@pytest.mark.parametrize("name", CASES)
def test_every_count_of_every_statement_is_the_same_in_every_look(name: str, readiness: QuestionSet) -> None:
    # given
    result = case(name)
    shown = report_document(result, readiness, "da")
    counts = {item.id: [str(count) for count in item.counts] for item in result.items}
    # when
    rows = {
        row[0].text: ["".join(cell.itertext()) for cell in row[1:]] for row in page(shown).iterfind(".//details//tr")
    }
    book = {row[0]: row[2:] for row in workbook_rows(shown)["Alle udsagn"]}
    markdown = {cells[1]: cells[3:] for cells in (line.split(" | ") for line in _table_lines(markdown_text(shown)))}
    pdf = pdf_text(shown)
    # then
    assert len(counts) == len(readiness.items)
    for id_, expected_counts in counts.items():
        n = len(expected_counts)
        assert rows[id_][:n] == expected_counts
        assert book[id_][:n] == expected_counts
        assert markdown[id_][:n] == expected_counts
        assert re.search(rf"\b{id_}: .*?[.!?](?: \(vendt\))? {' '.join(expected_counts)} ", pdf), id_


def test_the_page_says_what_its_charts_show(readiness: QuestionSet) -> None:
    shown = report_document(case("havneby"), readiness, "da")
    text = html_text(shown)
    charts = [chart for chart in page(shown).iter() if str(chart.tag).endswith("svg") and chart.get("role") == "img"]
    told = " ".join("".join(child.itertext()) for chart in charts for child in chart if _is_told(child))

    figures = shown.figures
    assert len(charts) == len(figures.dimensions) + len(figures.comparison.rows) + len(figures.discuss)
    assert set(DECIMAL.findall(told)) <= set(DECIMAL.findall(text))
    assert seen(page(shown)).count("Tallene bag figurerne") == 1


def _is_told(element: Any) -> bool:
    return str(element.tag).rpartition("}")[2] in {"title", "desc"}


def _table_lines(text: str) -> list[str]:
    return [f"x {line}" for line in text.splitlines() if re.match(r"\| [a-z]+ \| ", line)]
