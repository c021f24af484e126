"""Sessions as answers: a workshop gives the figures of the same answers in a file."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from samskab_cli.disclosure.result import score
from samskab_cli.errors import SessionRefused
from samskab_cli.loading.answers.load import load
from samskab_cli.loading.sessions import items_answered, load_session, read_journal
from samskab_cli.model.answers import Mode, Responses, Tallies, Votes
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Result
from samskab_cli.model.session import SessionTrouble, Trouble
from samskab_cli.model.session_lines import AnswerNoted, Entry, Finished, RespondentBegan, SessionMode, VotesNoted
from tests.scored import verdict_of
from tests.workshop.notes import header

OLD = Path(__file__).parents[1] / "sessions"
"""Sessions that 0.1.0 wrote: in the middle of votes, a finished consensus, two turns at the laptop, and a torn line."""
EXAMPLE = Path(__file__).parents[2] / "examples" / "havneby.csv"
OTHERS = {"Ved ikke": "unsure", "Ikke relevant": "not_relevant"}


def rows() -> list[dict[str, str]]:
    with EXAMPLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def written(folder: Path, readiness: QuestionSet, mode: SessionMode, entries: list[Entry], **head: object) -> Path:
    path = folder / "sag.samskab.jsonl"
    lines = [header(readiness, mode, **head), *entries]
    path.write_text("".join(f"{line.model_dump_json(exclude_none=True)}\n" for line in lines), encoding="utf-8")
    return path


def figures(result: Result) -> dict[str, object]:
    """Every score, also of the sides."""
    shown = result.model_dump(mode="json")
    found = {one["id"]: one["score"] for kind in ("dimensions", "gates", "items") for one in shown[kind]}
    sides = {f"{one['id']}/{side}": of["score"] for one in shown["dimensions"] for side, of in one["sides"].items()}
    return {"overall": shown["overall"]["score"], **found, **sides}


def by_file(readiness: QuestionSet) -> Result:
    return score(readiness, load([EXAMPLE], readiness).answers, 1)


def test_turns_at_the_laptop_are_the_rows_of_a_file(tmp_path: Path, readiness: QuestionSet) -> None:
    entries: list[Entry] = []
    for number, row in enumerate(rows(), start=1):
        who = f"r{number:02d}"
        entries.append(RespondentBegan(respondent=who, role=row["rolle"]))
        for item in readiness.item_by_id:
            if cell := row[item]:
                given = OTHERS.get(cell) or int(cell)
                entries.append(AnswerNoted(item=item, given=given, respondent=who))  # type: ignore[arg-type]  # as noted
    path = written(tmp_path, readiness, Mode.INDIVIDUAL, [*entries, Finished()], min_group=1)

    answers, remarks = load_session(path, readiness)

    assert isinstance(answers.cells, Responses)
    assert (remarks, answers.finished) == ((), True)
    session = score(readiness, answers, 1)
    assert figures(session) == pytest.approx(figures(by_file(readiness)), abs=1e-9)
    assert verdict_of(session).level == verdict_of(by_file(readiness)).level


def test_a_vote_of_all_on_everything_has_the_scores_of_the_file(tmp_path: Path, readiness: QuestionSet) -> None:
    # given a file in which everybody answered everything
    full = [{key: cell if cell not in {*OTHERS, ""} else "3" for key, cell in row.items()} for row in rows()]
    roles = Counter(row["rolle"] for row in full)
    counts: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for row in full:
        for item in readiness.item_by_id:
            counts[item, row["rolle"]][int(row[item])] += 1
    entries: list[Entry] = [
        VotesNoted(item=item, role=role, votes=Votes(counts=tuple(of[v] for v in range(1, 6)), present=roles[role]))
        for (item, role), of in counts.items()
    ]
    file = tmp_path / "full.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, list(full[0]))
        table.writeheader()
        table.writerows(full)
    # when
    path = written(tmp_path, readiness, Mode.VOTES, entries, present=dict(roles), min_group=1)
    answers, _ = load_session(path, readiness)
    # then
    assert isinstance(answers.cells, Tallies)
    session, answered = score(readiness, answers), score(readiness, load([file], readiness).answers, 1)
    assert figures(session) == pytest.approx(figures(answered), abs=1e-9)
    assert verdict_of(session).level == verdict_of(answered).level
    assert not session.finished


def test_another_set_is_refused_and_named(tmp_path: Path, readiness: QuestionSet) -> None:
    path = written(tmp_path, readiness, Mode.CONSENSUS, [])
    other = readiness.model_copy(update={"id": "other"})

    with pytest.raises(SessionTrouble, match="the session asks 'readiness', not other"):
        load_session(path, other)


def test_what_does_not_fit_the_set_is_refused_whole(tmp_path: Path, readiness: QuestionSet) -> None:
    entries: list[Entry] = [
        AnswerNoted(item="aktie", given=9),
        VotesNoted(item="flere", role="byraad", votes=Votes(counts=(1, 2), present=3)),
        VotesNoted(item="flere", role="nisse", votes=Votes(counts=(1, 2, 0, 0, 0), present=3)),
    ]
    with pytest.raises(SessionRefused) as refusal:
        load_session(written(tmp_path, readiness, Mode.CONSENSUS, entries), readiness)
    assert [problem.message for problem in refusal.value.problems] == [
        "aktie: 9 isn't on the scale of readiness",
        "flere: the votes are on another scale than that of readiness",
        "'nisse' is no role of readiness",
    ]


def test_answers_on_items_that_are_gone_are_left_out_and_named(tmp_path: Path, readiness: QuestionSet) -> None:
    path = written(
        tmp_path, readiness, Mode.CONSENSUS, [AnswerNoted(item="borte", given=4), AnswerNoted(item="aktie", given=4)]
    )
    changed = readiness.model_copy(update={"version": "99.0.0"})
    changed.__dict__.pop("sha256", None)

    answers, (remark,) = load_session(path, changed)

    assert f"the question set has changed since ({readiness.version}, now 99.0.0)" in remark
    assert remark.endswith("answers on items that it no longer has are left out: borte")
    assert isinstance(answers.cells, Responses)
    assert "borte" not in answers.cells.frame.collect_schema()


@pytest.mark.parametrize(
    ("name", "mode", "items", "finished"),
    [
        ("votes", Mode.VOTES, 3, False),
        ("consensus", Mode.CONSENSUS, 29, True),
        ("individual", Mode.INDIVIDUAL, 29, True),
        ("torn", Mode.CONSENSUS, 2, False),
    ],
)
def test_sessions_of_the_first_version_still_open(
    name: str, mode: Mode, items: int, finished: bool, readiness: QuestionSet
) -> None:
    path = OLD / f"{name}.samskab.jsonl"
    session = read_journal(path).session

    assert (session.header.mode, len(items_answered(session)), session.is_finished) == (mode, items, finished)
    assert (session.revote, session.sides) == (None, None)
    answers, _ = load_session(path, readiness)
    assert answers.mode is mode


@pytest.mark.parametrize(
    "line",
    [
        '{"kind":"weather","text":"rain"}',
        '{"kind":"next_date","date":"2027-02-26","place":"Kantinen"}',
        '{"kind":"sides","choice":"vote","small":{"politics":1},"min_group":1}',
    ],
)
def test_a_line_that_says_more_than_is_known_is_of_a_newer_version(line: str, tmp_path: Path) -> None:
    path = tmp_path / "sag.samskab.jsonl"
    path.write_text((OLD / "votes.samskab.jsonl").read_text(encoding="utf-8") + line + "\n", encoding="utf-8")

    with pytest.raises(SessionTrouble) as refusal:
        read_journal(path)
    assert (refusal.value.trouble, refusal.value.line) == (Trouble.NEWER, 13)


def test_a_newer_first_line_is_told_as_newer(tmp_path: Path) -> None:
    first, *_ = (OLD / "votes.samskab.jsonl").read_text(encoding="utf-8").splitlines()
    for changed in (first.replace("session/1", "session/3"), first[:-1] + ',"weather":"rain"}'):
        path = tmp_path / "sag.samskab.jsonl"
        path.write_text(changed + "\n", encoding="utf-8")
        with pytest.raises(SessionTrouble) as refusal:
            read_journal(path)
        assert (refusal.value.trouble, refusal.value.line) == (Trouble.NEWER, 1)
