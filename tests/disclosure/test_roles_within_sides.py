"""Groups by role add up to the sides that the report of everybody shows: nothing of a few is left by subtraction."""

from __future__ import annotations

from samskab_cli.disclosure.per_group import results_by_group
from samskab_cli.disclosure.result import score
from samskab_cli.model.answers import BLANK
from samskab_cli.model.result import Result
from samskab_cli.model.suppression import Reason
from tests.answers_as_written import frame, question_set, responses


def test_an_item_that_too_few_hidden_roles_of_a_side_were_asked_is_in_no_role() -> None:
    # given two sides of three roles each; the third role of one side isn't asked a2
    roles = {"r1": "s", "r2": "s", "r3": "s", "t1": "t", "t2": "t", "t3": "t"}
    questions = question_set({"a": [{"id": "a1"}, {"id": "a2", "skip_roles": ["r3"]}]}, roles=roles)
    people = [role for role, n in zip(roles, (6, 3, 3, 6, 3, 3), strict=True) for _ in range(n)]
    cells = [[at % 5 + 1, BLANK if role == "r3" else at % 4 + 1] for at, role in enumerate(people)]
    answers = responses(frame(["a1", "a2"], people, cells))

    # when everybody's report shows both sides with a2, and groups by role hide the small ones
    everybody = score(questions, answers, 5)
    groups = dict(results_by_group(questions, answers, "role", 5))
    assert set(everybody.items[1].sides) == {"s", "t"}
    assert [role for (role), shown in groups.items() if shown is Reason.MIN_GROUP] == ["r2", "r3", "t2", "t3"]

    # then a2 of side s less a2 of r1, which would be r2's three answers, can't be computed
    shown = [one for one in groups.values() if isinstance(one, Result)]
    assert [[item.id for item in one.items] for one in shown] == [["a1"], ["a1"]]
    assert [one.answers.items_left_out for one in shown] == [("a2",), ("a2",)]
