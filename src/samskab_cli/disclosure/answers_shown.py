"""Who answered, and how much, as a result says it: numbers of people and of cells, doubts about the reading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from samskab_cli.disclosure.shown_tables import Disclosed
from samskab_cli.model.answers import Answers, Tallies
from samskab_cli.model.answers_shown import AnswersShown, Cells, DoubtShown, SidePeople, SurplusShown
from samskab_cli.model.doubts import FROM_ANSWERS
from samskab_cli.model.tables import ItemTable
from samskab_cli.scoring.crowd import Crowd
from samskab_cli.scoring.votes import surpluses


def answers_shown(answers: Answers, crowd: Crowd, disclosed: Disclosed, min_group: int) -> AnswersShown:
    """The numbers of one crowd. crowd: with its sizes alone; disclosed: which of its people and cells may be said."""
    qs, sides, tables = disclosed.asked.question_set, disclosed.sides, disclosed.tables
    # Items may have scales of their own: over all of them, an answer is an answer.
    one_scale = (table._replace(counts=(table.n,)) for table in tables.everybody.values()) if tables else ()
    total = reduce(ItemTable.plus, one_scale) if tables else None
    taking_part = {side for side in sides.roles if side is not None}
    here = {None if role is None else qs.side_of.get(role) for role in crowd.present}
    return AnswersShown(
        respondents=disclosed.people.most,
        unanswered=crowd.unanswered,
        incomplete=answers.incomplete,
        straight_lining=crowd.straight_lining if crowd.straight_lining >= min_group or min_group == 1 else None,
        coverage=total.n / total.applicable if total and total.applicable else None,
        side_level=sides.level,
        sides=tuple(
            SidePeople(id=side, withheld=sides.hidden[side])
            if side in sides.hidden
            else SidePeople(id=side, n=crowd.people_of(crowd.tables_of(roles)).most)
            for side, roles in sides.roles.items()
            if side is not None
        ),
        sides_choice=answers.sides_choice,
        phones=answers.phones,
        missing_sides=tuple(side.id for side in qs.all_sides if taking_part and side.id not in here),
        without_role=crowd.present.get(None, 0),
        items_left_out=disclosed.left_out,
        items_without_sides=disclosed.without_sides,
        surplus=_surplus(answers, disclosed),
        cells=_cells(total) if total else None,
        rejected=answers.rejected,
        doubts=tuple(_doubts(answers, few=tables is None)),
    )


def _doubts(answers: Answers, *, few: bool) -> Iterator[DoubtShown]:
    """The doubts about the reading; what says something of people's answers only where there are enough of them."""
    for doubt in answers.doubts:
        if not (few and doubt.kind in FROM_ANSWERS):
            yield DoubtShown(kind=doubt.kind, count=doubt.count, where=doubt.where, text=doubt.text)


def _surplus(answers: Answers, disclosed: Disclosed) -> tuple[SurplusShown, ...]:
    if not isinstance(answers.cells, Tallies):
        return ()
    return tuple(
        SurplusShown(item=one.item, role=one.role, cards=one.cards, people=one.present)
        for one in surpluses(disclosed.asked, answers.cells)
    )


def _cells(total: ItemTable) -> Cells:
    states = total._asdict()
    del states["counts"]
    return Cells(value=total.n, **states)
