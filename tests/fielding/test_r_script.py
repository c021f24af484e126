"""The script for R: R isn't needed here; it is read as text, and its keys are those of the set."""

from __future__ import annotations

import re

from samskab_cli.fielding.form import Form
from samskab_cli.fielding.r_script import r_script
from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.question_set import QuestionSet
from tests.answers_as_written import question_set


def script(question_set: QuestionSet) -> str:
    return r_script(Form(question_set, question_set.languages[0]))


def test_the_keys_are_every_dimension_with_its_items_reversed_ones_marked() -> None:
    readiness = load_question_set("readiness")
    keys = dict(re.findall(r'^  "(\w+)" = c\((.*)\),?$', script(readiness), re.MULTILINE))

    assert {name: re.findall(r'"(-?\w+)"', items) for name, items in keys.items()} == {
        dimension.id: [f"{'-' if item.reverse else ''}{item.id}" for item in dimension.items]
        for dimension in readiness.dimensions
    }


def test_the_model_has_a_factor_a_dimension_of_two_items_or_more_called_as_no_item_is() -> None:
    small = question_set({"aaa": [{"id": "a1"}, {"id": "a2"}], "bbb": [{"id": "aaa"}]})
    assert re.findall(r"^  (\w+) =~ (.*)$", script(small), re.MULTILINE) == [("f_aaa", "a1 + a2")]


def test_a_scale_from_nought_is_turned_round_at_its_own_ends() -> None:
    found = script(question_set({"aaa": [{"id": "a1", "reverse": True}, {"id": "a2"}]}, values=(0, 1, 2, 3)))
    assert 'reversed <- c("a1")' in found
    assert "low <- rep(0, length(items))\nhigh <- rep(3, length(items))" in found
    assert "values[[at]][value < low[at] | value > high[at]] <- NA" in found
    assert "turned <- low + high\nnames(turned) <- items" in found


def test_items_of_several_scales_have_ends_of_their_own() -> None:
    found = script(own_scales())
    assert "low <- c(1, 1, 0)\nhigh <- c(5, 5, 10)" in found


def own_scales() -> QuestionSet:
    """Two items of five answers, one from 0 to 10."""
    raw = question_set({"aaa": [{"id": "a1"}, {"id": "a2"}], "bbb": [{"id": "b1"}]})
    wide = raw.scale.model_copy(
        update={"options": tuple(raw.scale.options[0].model_copy(update={"value": value}) for value in range(11))}
    )
    bbb = raw.dimensions[1].model_copy(update={"scale": wide})
    return raw.model_copy(update={"dimensions": (raw.dimensions[0], bbb)})


def test_a_text_of_a_set_stays_a_comment_whatever_it_holds() -> None:
    evil = question_set({"aaa": [{"id": "a1", "text": 'one"\nsystem("rm x")\u2028q()'}, {"id": "a2"}]})
    lines = [line for line in script(evil).splitlines() if "system" in line]
    assert [line.startswith("#   a1: ") for line in lines] == [True]


def test_brackets_and_quotes_are_closed() -> None:
    for name in ("readiness",):
        code = "\n".join(line.partition("# ")[0] for line in script(load_question_set(name)).splitlines())
        assert code.count("(") == code.count(")")
        assert code.count('"') % 2 == 0
