"""What each survey system does to a table, plain and nasty, apart from the samples."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import polars as pl
import pytest

from samskab_cli.loading.answers.load import Loaded
from samskab_cli.model.answers import BLANK, UNSURE

if TYPE_CHECKING:
    from samskab_cli.model.question_set import QuestionSet
    from tests.loading.conftest import Read, Refusal, Write

FrameOf = Callable[[Loaded], pl.DataFrame]
Rows = list[list[str]]

COUNT = 29
FOURS = ["4"] * COUNT
HIGH = ["I høj grad"] * COUNT


@pytest.fixture
def ids(readiness: QuestionSet) -> list[str]:
    return [item.id for item in readiness.items]


@pytest.fixture
def texts(readiness: QuestionSet) -> list[str]:
    return [item.text.text("da") for item in readiness.items]


def fours(frame: pl.DataFrame, item: str = "aktie") -> list[int]:
    return frame[item].to_list()


def said(loaded: Loaded) -> str:
    return " ".join(loaded.remarks)


def test_microsoft_forms_names_no_one_and_refuses_a_branch_that_asks_twice(
    texts: list[str], write: Write, read: Read, refusal: Refusal, frame_of: FrameOf
) -> None:
    own = ["ID", "Starttidspunkt", "Fuldførelsestidspunkt", "Mail", "Navn", "Rolle"]
    answers = ["1", "x", "y", "bo@example.org", "Bo Eksempel", "Borger / pårørende", *HIGH]

    loaded = read(write([[*own, *(f"{text}\u00a0" for text in texts)], answers]))

    assert fours(frame_of(loaded)) == [4]
    assert "Microsoft Forms" in said(loaded)
    again = refusal(write([[*own, *texts, f"{texts[0]}2"], [*answers, ""]]))
    assert "two columns for aktie: column 7" in again


def test_google_forms_keeps_statements_in_brackets_apart(
    texts: list[str], write: Write, read: Read, frame_of: FrameOf
) -> None:
    header = ["Timestamp", "Rolle", *(f"I hvilken grad (1-5)? [{text}]" for text in texts), "Andet [valgfrit]"]

    loaded = read(write([header, ["x", "borger", *HIGH[:-1], "Ved ikke", "Fri tekst"]], delimiter="\t"))

    assert frame_of(loaded).select("aktie", "laer").row(0) == (4, UNSURE)
    assert "Google Forms" in said(loaded)


@pytest.mark.parametrize(
    "heading",
    [
        "{group}[{id}]",
        "{group}[{id}]. I hvilken grad .. [{cut}.. ]",
        "{id}. {text}",
        "I hvilken grad? [{text}]",
        "{id}",
    ],
)
def test_limesurvey_headings_are_read_in_all_their_ways(
    heading: str, ids: list[str], texts: list[str], write: Write, read: Read, frame_of: FrameOf
) -> None:
    named = [
        heading.format(group="suita", id=item, text=text, cut=text[:15]) for item, text in zip(ids, texts, strict=True)
    ]
    codes = ["id. Svar-ID", "submitdate. Dato indsendt", "lastpage. Sidste side", "startlanguage. Startsprog"]
    own = codes if ". " in heading else ["id", "submitdate", "lastpage", "startlanguage"]
    rows = [[*own, *named], ["1", "2026-11-03", "5", "da", "N/A", *HIGH[1:]]]

    loaded = read(write([[f'"{cell}"' for cell in row] for row in rows], delimiter=",", encoding="utf-8-sig"))

    assert frame_of(loaded).select(ids).row(0) == (BLANK, *[4] * 28)


def test_limesurvey_rows_without_a_date_were_not_submitted_and_blank_records_are_nobody(
    ids: list[str], write: Write, read: Read, frame_of: FrameOf
) -> None:
    own = ["id", "submitdate", "lastpage", "startlanguage", "seed"]
    rows = [[*own, *ids], ["1", "2026-11-03", "5", "da", "9", *FOURS], ["2", " ", "1", "da", "9", "3", *[""] * 28]]

    loaded = read(write([*rows, [""] * 34]))

    assert fours(frame_of(loaded)) == [4, 3]
    assert loaded.answers.incomplete == 1


def test_enalyzer_says_who_did_not_finish(texts: list[str], write: Write, read: Read) -> None:
    header = ["Besvarelses-ID", "Status", "Oprettet", "E-mail", "Rolle", *(f"Grad? - {text}" for text in texts)]
    rows = [[str(n), status, "x", "", "borger", *HIGH] for n, status in enumerate(["Gennemført", "Delvist besvaret"])]

    loaded = read(write([header, *rows]))

    assert loaded.answers.incomplete == 1
    assert "Enalyzer" in said(loaded)


def test_enalyzer_positions_beyond_the_scale_are_codes_nobody_declared(
    texts: list[str], write: Write, refusal: Refusal
) -> None:
    header = ["Besvarelses-ID", "Status", "Oprettet", "Rolle", *(f"Grad? - {text}" for text in texts)]

    message = refusal(write([header, ["1", "Gennemført", "x", "borger", "6", "6", *FOURS[2:]]]))

    assert "6 stands 2 times in 2 columns" in message


def test_surveymonkey_has_two_rows_of_headings_and_single_questions_have_one(
    texts: list[str], write: Write, read: Read, frame_of: FrameOf
) -> None:
    first = ["Respondent ID", "Collector ID", "IP Address", "Rolle", "I hvilken grad?", *[""] * 27, texts[-1], "Alder"]
    second = ["", "", "", "Response", *texts[:-1], "Response", "Open-Ended Response"]
    answers = ["9", "8", "192.0.2.1", "borger", *HIGH, "47"]

    loaded = read(write([first, second, answers, second, ["10", *answers[1:]]]), groups=("Alder",))

    assert frame_of(loaded).select("aktie", "laer").rows() == [(4, 4)] * 2
    assert frame_of(loaded)["group:Alder"].to_list() == ["47"] * 2
    assert "1 row left out (repeated header)" in said(loaded)


def test_qualtrics_previews_are_nobody_and_negative_codes_stop_the_run(
    ids: list[str], texts: list[str], write: Write, read: Read, refusal: Refusal
) -> None:
    first = ["StartDate", "Status", "Finished", "DistributionChannel", *ids]
    second = ["Start Date", "Response Type", "Finished", "Distribution Channel", *(f"Grad? - {text}" for text in texts)]
    third = [f'{{"ImportId":"QID{n}"}}' for n in range(len(first))]
    third = [f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in third]
    rows = [["x", "0", "1", "anonymous", *FOURS], ["x", "1", "1", "preview", *FOURS], ["x", "0", "0", "email", *FOURS]]

    loaded = read(write([first, second, third, *rows]))

    assert loaded.answers.incomplete == 1
    assert "1 row left out (survey preview)" in said(loaded)
    assert "-99 stands 2 times" in refusal(
        write([first, second, third, *rows, ["x", "0", "1", "email", "-99", "-99", *FOURS[2:]]])
    )


def test_qualtrics_of_old_has_two_rows_of_headings(ids: list[str], write: Write, read: Read, frame_of: FrameOf) -> None:
    first = ["V1", "V2", "V10", *ids]
    second = ["ResponseID", "Status", "Finished", *ids]

    loaded = read(write([first, second, ["R_1", "0", "1", *FOURS], ["R_2", "1", "1", *FOURS]]))

    assert fours(frame_of(loaded)) == [4]


@pytest.mark.parametrize(
    ("own", "reviewed"),
    [
        (["_uuid", "_index", "_validation_status"], [["u1", "1", "Approved"], ["u2", "2", "Not approved"]]),
        (["KEY", "SubmitterID", "ReviewState"], [["u1", "7", "hasIssues"], ["u2", "7", "rejected"]]),
    ],
)
def test_what_a_review_rejected_is_left_out_and_tags_are_no_answers(
    own: list[str], reviewed: Rows, ids: list[str], write: Write, read: Read, frame_of: FrameOf
) -> None:
    header = [*own, "start", *(f"g/{item}" for item in ids)]
    tags = ["#meta+id", *[""] * (len(own) - 1), "", *["#indicator +value"] * COUNT]

    loaded = read(write([header, tags, *([*row, "x", *FOURS] for row in reviewed)]))

    assert fours(frame_of(loaded)) == [4]
    assert "1 row left out (rejected in review)" in said(loaded)


def test_redcap_counts_what_concerns_the_items_only(ids: list[str], write: Write, read: Read) -> None:
    header = ["record_id", "redcap_survey_identifier", "alder", "om_complete", "s_timestamp", *ids, "s_complete"]
    rows = [
        ["1", "", "47", "0", "2026-11-03", *FOURS, "2"],
        ["2", "", "47", "2", "[not completed]", *FOURS, "0"],
        ["3", "", "47", "2", "", *FOURS, "Complete"],
    ]

    assert read(write([header, *rows], delimiter=",")).answers.incomplete == 1


def test_redcap_labels_have_headings_again_and_again(texts: list[str], write: Write, read: Read) -> None:
    header = ["Record ID", "Survey Identifier", "Survey Timestamp", "Navn", "Complete?", "Survey Timestamp", *texts]
    answers = ["1", "", "x", "Bo", "Incomplete", "x", *HIGH]

    assert read(write([[*header, "Complete?"], [*answers, "Complete"]])).answers.incomplete == 0
    assert read(write([[*header, "Complete?"], [*answers, "Incomplete"]])).answers.incomplete == 1


def test_nextcloud_grids_have_the_statement_in_parentheses(
    texts: list[str], write: Write, read: Read, frame_of: FrameOf
) -> None:
    header = ["Bruger ID", "Brugers visningsnavn", "Tidsstempel", "Rolle", *(f"Grad? ({text})" for text in texts)]

    loaded = read(write([header, ["bo", "Bo Eksempel", "x", "borger", *HIGH]], encoding="utf-8-sig"))

    assert fours(frame_of(loaded)) == [4]
    assert "Nextcloud" in said(loaded)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_sosci_has_a_row_of_labels_or_none(
    encoding: str, texts: list[str], write: Write, read: Read, refusal: Refusal, frame_of: FrameOf
) -> None:
    own = ["CASE", "QUESTNNR", "MODE", "FINISHED"]
    names = [f"RE01_{number:02}" for number in range(1, COUNT + 1)]
    labels = ["Interview-Nummer", "Fragebogen", "Modus", "Fertig", *(f"Grad: {text}" for text in texts)]
    rows = [
        ["1", "s", "interview", "1", *FOURS],
        ["2", "s", "admin", "1", *FOURS],
        ["3", "s", "interview", "0", *FOURS],
    ]

    loaded = read(write([[*own, *names], labels, *rows], delimiter="\t", encoding=encoding))

    assert fours(frame_of(loaded)) == [4, 4]
    assert loaded.answers.incomplete == 1
    assert "1 row left out (test of the survey)" in said(loaded)
    assert "no column belongs to an item" in refusal(write([[*own, *names], *rows]))


def test_formr_marks_who_never_ended(ids: list[str], write: Write, read: Read) -> None:
    header = ["session", "created", "modified", "ended", "expired", "rolle", *ids]
    rows = [["a", "x", "x", "x", "", "borger", *FOURS], ["b", "x", "x", "", "x", "borger", *FOURS]]

    assert read(write([header, *rows])).answers.incomplete == 1


def test_a_table_of_nobody_we_know_may_have_its_items_in_a_second_row(
    texts: list[str], write: Write, read: Read, frame_of: FrameOf
) -> None:
    first = ["Nr", *(f"Q{number}" for number in range(COUNT))]

    assert fours(frame_of(read(write([first, ["", *texts], ["1", *HIGH]])))) == [4]


def test_headings_in_the_middle_of_pasted_files_are_left_out(
    header: list[str], write: Write, read: Read, frame_of: FrameOf
) -> None:
    loaded = read(write([header, ["A", "borger", *FOURS], header, ["B", "borger", *FOURS]]))

    assert frame_of(loaded)["respondent"].to_list() == ["A", "B"]
    assert "1 row left out (repeated header)" in said(loaded)
    assert loaded.rejected == ()


def test_the_first_row_of_headings_may_end_before_the_second(
    texts: list[str], write: Write, read: Read, frame_of: FrameOf
) -> None:
    first = ["Respondent ID", "Collector ID", "Rolle", "I hvilken grad?"]
    second = ["", "", "Response", *texts]

    assert fours(frame_of(read(write([first, second, ["9", "8", "borger", *HIGH]]))), "laer") == [4]


def test_a_column_of_roles_under_another_name_is_said(
    ids: list[str], write: Write, read: Read, frame_of: FrameOf
) -> None:
    loaded = read(write([["nr", "Hvem er du?", *ids], ["1", "Borger / pårørende", *FOURS], ["2", "medarb", *FOURS]]))

    assert frame_of(loaded)["role"].to_list() == [None, None]
    assert "nobody has a role; column 2 holds roles: a mapping file can say so (--map)" in said(loaded)
    assert "Hvem er du" not in said(loaded)
