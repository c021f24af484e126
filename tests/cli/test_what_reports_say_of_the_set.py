"""What a report says of its set: whose words the statements are, what caps the verdict, and who answered all alike."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from samskab_cli.cli.app import main
from samskab_cli.model.question_set import QuestionSet

ROLES = ("byraad", "ledelse", "medarb", "medarb", "borger", "borger", "forening", "anden")


def written(folder: Path, question_set: QuestionSet, *, alike: int = 0, **changed: int) -> str:
    """Eight people; the first `alike` answer 4 to everything, the others high, but for what is changed."""
    high = {
        item.id: (2, 1, 1)[at % 3] if item.reverse else (4, 5, 5)[at % 3] for at, item in enumerate(question_set.items)
    }
    path = folder / "svar.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["respondent", "role", *question_set.item_by_id])
        for number, role in enumerate(ROLES):
            cells = [4] * len(high) if number < alike else [changed.get(item, value) for item, value in high.items()]
            table.writerow([number, role, *cells])
    return str(path)


def printed(capfd: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main([*argv, "-q", "--min-group", "1"]) == 0
    return " ".join(capfd.readouterr().out.split())


@pytest.mark.parametrize(("alike", "is_said"), [(3, False), (4, True)])
def test_half_a_room_that_answered_all_alike_stands_on_the_first_screen(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, readiness: QuestionSet, alike: int, is_said: bool
) -> None:
    out = printed(capfd, "report", written(tmp_path, readiness, alike=alike))
    first = out[: out.index("HVAD DET BETYDER")]
    assert (f"{alike} har givet det samme svar på næsten alt" in first) is is_said


def test_nobody_invited_and_the_rest_high_is_not_ready(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, readiness: QuestionSet
) -> None:
    out = printed(capfd, "report", written(tmp_path, readiness, inviter=1))
    assert "KLAR, MEN HOLD ØJE" in out
    assert 'Begge afgørende spørgsmål er på plads, men "De berørte" (0,0) er under 50.' in out
    assert "Hvem er med? De berørte 0,0: Der mangler 50,0 op til 50." in out
    assert 'Er den laveste del af "Hvem er med?" under 50, bliver det højst "Klar, men hold øje".' in out


def test_explain_has_the_cap_as_a_step(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, readiness: QuestionSet
) -> None:
    path = written(tmp_path, readiness, inviter=1)
    said = 'Er den laveste del af "Hvem er med?" for lav, kan det højst blive "Klar, men hold øje". Når den grænsen?'
    for what in ("verdict", "who"):
        assert f"{said} 0 er mindst 50: nej" in printed(capfd, "explain", path, what)


def test_the_same_end_whoever_takes_part_is_much_hot_air(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, readiness: QuestionSet
) -> None:
    assert "Meget varm luft" in printed(capfd, "report", written(tmp_path, readiness, varmluft=5))


@pytest.mark.parametrize(
    ("item", "source"),
    [
        ("aktie", "Bygger på interviewet, C34."),
        ("hurtigt", "Bygger på interviewet, C39; det halve år er vores."),
        ("muligt", "Almindelig praksis, nær C16, C31."),
    ],
)
def test_explain_says_where_a_statement_comes_from(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, readiness: QuestionSet, item: str, source: str
) -> None:
    text = readiness.item_by_id[item].text.text("da")
    assert f"{text} {source}" in printed(capfd, "explain", written(tmp_path, readiness), item)


def test_the_method_says_how_many_statements_build_on_the_interview(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, readiness: QuestionSet
) -> None:
    out = printed(capfd, "report", written(tmp_path, readiness))
    assert "29 udsagn bygger på et interview; samskab questions show --sources siger" in out


def test_a_short_version_of_all_fours_is_not_ready(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, readiness: QuestionSet
) -> None:
    quick = [item.id for item in readiness.items if item.quick]
    path = tmp_path / "kort.csv"
    rows = "".join(f"{number},{role}{',4' * len(quick)}\n" for number, role in enumerate(ROLES))
    path.write_text(f"respondent,role,{','.join(quick)}\n{rows}", encoding="utf-8")
    out = printed(capfd, "report", str(path), "--quick")
    assert "FORELØBIG: KLAR, MEN HOLD ØJE" in out
