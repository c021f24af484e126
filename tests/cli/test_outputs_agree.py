"""Terminal, JSON and CSV say the same figures: read back from all three."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from samskab_cli.cli.app import main

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = {
    "suitability": "Egnethed",
    "expectations": "Forventninger",
    "openness": "Åbenhed",
    "resources": "Ressourcer",
    "time": "Tid og læring",
    "overall": "Gennemsnit",
}
GATES = {"suited": "Egner sagen sig?", "letgo": "Vil ledelse og medarbejdere slippe kontrollen?"}
CUTOFFS = (40, 50, 60, 65, 70, 100)
Captured = pytest.CaptureFixture[str]


def in_danish(figure: float) -> str:
    """One decimal, half up, but never rounded up to a cut-off or to the whole (reports.md)."""
    exact = Decimal(str(round(figure, 9)))
    rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if any(exact < cutoff <= rounded for cutoff in CUTOFFS):
        rounded = exact.quantize(Decimal("0.1"), ROUND_DOWN)
    return str(rounded).replace(".", ",")


@pytest.mark.parametrize("name", ["ensomhed", "ensomhed-tidligt", "havneby", "integration"])
def test_terminal_json_and_csv_agree(
    name: str, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a case with a group column in which all are one group, so that the row of `score --by` is the whole
    monkeypatch.setenv("COLUMNS", "80")
    lines = (EXAMPLES / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    file = tmp_path / "answers.csv"
    file.write_text("\n".join([f"{lines[0]},sted", *(f"{line},her" for line in lines[1:])]), encoding="utf-8")
    common = [str(file), "--min-group", "1"]
    # when all three are written
    outputs = []
    for command in (["report", *common], ["report", *common, "--format", "json"]):
        assert main(command) == 0
        outputs.append(capsys.readouterr().out)
    assert main(["score", *common, "--by", "sted", "--ranges"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    terminal, result = outputs[0], json.loads(outputs[1])
    # then
    shown = result["dimensions"] + [{**result["overall"], "id": "overall"}] + result["gates"]
    for figure in shown:
        low, score, high = (figure[key] for key in ("low", "score", "high"))
        assert [float(row[figure["id"] + end]) for end in ("_low", "", "_high")] == pytest.approx([low, score, high])
        title = re.escape(NAMES.get(figure["id"]) or GATES[figure["id"]])
        # Its row under the headings: a dimension's, or a gate's state. A range that is none isn't said.
        span = rf"\s+\(?{in_danish(low)}–{in_danish(high)}" if high > low else r"(?!\s+\(?[\d,]+–)"
        assert re.search(rf"^{title}(?:\n  \S )?[^│▄\n]*?\s{in_danish(score)}{span}", terminal, re.MULTILINE), title
    assert row["verdict"] == result["verdict"]["level"]
    assert {gate: row[f"{gate}_state"] for gate in GATES} == {gate["id"]: gate["state"] for gate in result["gates"]}
    for item in result["items"]:
        assert re.search(rf"^{item['id']}: [^:]*?\s{in_danish(item['score'])}\s", terminal, re.MULTILINE), item["id"]
