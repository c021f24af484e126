"""`Captions`: sentences about an item, who isn't asked, gap, furthest, who begins, advice; for screen and lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import pvariance

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import Item
from samskab_cli.model.small_sides import EVERYBODY
from samskab_cli.model.text import clean
from samskab_cli.workshop.answer_keys import AnswerKeys
from samskab_cli.workshop.attendance import role_label
from samskab_cli.workshop.board import Row
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.side_rows import SideRow, side_rows
from samskab_cli.workshop.wording import RoomWords


@dataclass(frozen=True)
class Captions:
    """Sentences about where the room is. Without an item given, they are about the one that it is at."""

    interview: Interview
    words: RoomWords
    previous: Callable[[], Picture | None] = lambda: None
    """The previous meeting as it may be shown; None where there was none. It is scored when somebody looks back."""

    # What things are called

    def label(self, answer: int | str) -> str:
        """What an answer is called."""
        scale, language = self.interview.question_set.scale, self.words.language
        if answer == "unsure" and scale.unsure:
            return clean(scale.unsure.label.text(language))
        if answer == "not_relevant" and scale.not_relevant:
            return clean(scale.not_relevant.label.text(language))
        return clean(next(option for option in scale.options if option.value == answer).label.text(language))

    def role(self, role: str) -> str:
        """What a role or a side is called."""
        return role_label(role, self.interview.question_set, self.words.language)

    def role_lines(self) -> list[str]:
        """The roles to choose from, numbered."""
        return [f"{n}  {self.role(role)}" for n, role in enumerate(self.interview.question_set.role_by_id, start=1)]

    def broken_off(self) -> str:
        """That somebody's turn was broken off, and how to go on with it; empty where everybody came to the end."""
        turn = self.interview.turns.broken_off
        if turn is None:
            return ""
        role = self.interview.session.roles.get(turn)
        return self.words.turn.broken_off.format(who=self.role(role) if role else self.words.turn.nobody)

    def present_now(self) -> str:
        """Who is here."""
        here = [f"{self.role(role)} {n}" for role, n in self.interview.session.present.items() if n > 0]
        return ", ".join(here) or self.words.start.no_roles

    def sides_question(self) -> list[str]:
        """Which side is small, and why that matters."""
        texts, small = self.words.sides, self.interview.sides.small
        if EVERYBODY in small:
            return [texts.everybody.format(n=small[EVERYBODY]), texts.so]
        forms = {
            side: (texts.one if n == 1 else texts.few).format(side=self.role(side), n=n) for side, n in small.items()
        }
        return [" ".join(forms[side] for side in sorted(small, key=small.__getitem__)), texts.so]

    def sides_choices(self) -> list[str]:
        """What may be decided, a line a key."""
        merged = self._listed(
            [clean(side.label.text(self.words.language)) for side in self.interview.question_set.coarse_sides]
        )
        return [self.words.sides.choices[one].format(sides=merged) for one in self.interview.sides.choices.values()]

    # Votes

    def not_asked(self, *, with_phones: bool = False) -> str:
        """Whom the item is asked of, where somebody here isn't; else empty."""
        by_role, item = self.interview.items_by_role, self.interview.item
        asked = by_role.roles_asked(item)
        if self.interview.mode is not Mode.VOTES or set(asked) == set(by_role.roles_here):
            return ""
        template = self.words.elsewhere.count.only_some if with_phones else self.words.votes.only_some
        return template.format(roles=self._listed([self.role(role) for role in asked]))

    def missing(self, rows: Sequence[Row]) -> str:
        """Which boxes are open, by name."""
        return ", ".join(f"{self.role(row.role)} {row.missing}" for row in rows)

    def full(self, row: Row) -> str:
        """That everybody of a row has voted."""
        template = self.words.votes.full if row.people > 1 else self.words.votes.full_one
        return template.format(role=self.role(row.role), n=row.people)

    def unreadable_votes(self) -> str:
        """What to say of a line that is no votes."""
        keys = list(AnswerKeys.of(self.interview.question_set.scale).values)
        counts = "=" + " ".join(str(i % 3) for i in range(len(keys)))
        return self.words.question.unknown_vote.format(example="".join(keys[-2:]), counts=counts)

    def met_before(self) -> str:
        """When the room met last time."""
        from samskab_cli.reporting.dates import long_date  # not before somebody looks back

        previous = self.interview.session.previous
        date = long_date(previous.header.date, self.words.language) if previous else ""
        return self.words.follow_up.met.format(date=date) if date else ""

    # The item and its answers

    def statement(self, item: Item | None = None) -> str:
        """The statement, and that it is turned round where it is."""
        item = item or self.interview.item
        turned = f" ({self.words.votes.turned})" if item.reverse else ""
        return clean(item.text.text(self.words.language)) + turned

    def turned_note(self) -> str:
        """What it means that the statement is turned round; empty where it isn't."""
        return self.words.votes.turned_note if self.interview.item.reverse else ""

    def dilemma(self, item: Item | None = None) -> str:
        """The question to talk about; empty where there is none."""
        dilemma = (item or self.interview.item).dilemma
        return self.words.votes.talk.format(question=clean(dilemma.text(self.words.language))) if dilemma else ""

    def rows(self, picture: Picture, item: Item | None = None) -> list[SideRow]:
        """The answers to it, a row a side that may be shown, and everybody."""
        interview = self.interview
        wanted = (item or interview.item).id
        return side_rows(picture, interview.session, interview.question_set, wanted, self.words.votes.everybody)

    def rows_with_before(self, picture: Picture, item: Item | None = None) -> list[SideRow]:
        """The same, each followed by last time's answers of the same side, where they may be shown."""
        rows, previous = self.rows(picture, item), self.previous()
        session, wanted = self.interview.session.previous, (item or self.interview.item).id
        if previous is None or session is None or not previous.is_shown(wanted):
            return rows
        question_set = self.interview.question_set
        then = {_side(row): row for row in side_rows(previous, session, question_set, wanted, "")}
        label = self.words.follow_up.before
        before = {side: replace(row, label=label, is_before=True) for side, row in then.items() if row.total}
        return [one for row in rows for one in (row, before.get(_side(row))) if one is not None]

    def gap(self, picture: Picture) -> str:
        """How far apart the sides are in figures; empty where that can't be said."""
        apart = picture.sides_apart(self.interview.item.id)
        if len(apart) < 2:
            return ""
        figures = ", ".join(f"{one.side.label} {one.figure.text}" for one in apart if one.figure)
        return f"{self.words.summary.gap} {picture.gap_in_the_room(self.interview.item.id)}: {figures}"

    def agreed(self, item: Item | None = None) -> str:
        """The value agreed on; empty where none is."""
        value = self.interview.session.agreed.get((item or self.interview.item).id)
        return "" if value is None else self.words.question.agreed_now.format(answer=self.label(value))

    def answer(self) -> str:
        """What the room answered; empty where it didn't."""
        given = self.interview.given
        return "" if given is None else self.words.talk.answer.format(answer=self.label(given))

    def advice(self) -> str:
        """What could be done about it; empty where the set has no advice."""
        advice = self.interview.item.advice
        return self.words.talk.advice.format(what=clean(advice.what.text(self.words.language))) if advice else ""

    def furthest(self, picture: Picture) -> Item | None:
        """The item of the dimension at which the cards lie furthest apart; None where they lie together."""
        items = [item for item in self.interview.dimension.items if item in self.interview.items]
        apart = [(_distance(self.rows(picture, item)), -place, item) for place, item in enumerate(items)]
        distance, _, item = max(apart, key=lambda one: one[:2])
        return item if distance > 0 else None

    def ranked(self, picture: Picture) -> list[Item]:
        """The items that may be shown, first what to talk about first, then by how far answers lie apart."""
        first = {one.item.id: place for place, one in enumerate(picture.view.discuss)}
        items = [item for item in self.interview.items if picture.is_shown(item.id)]
        distances = {item.id: _distance(self.rows(picture, item)) for item in items}
        return sorted(items, key=lambda item: (first.get(item.id, len(items)), -distances[item.id]))

    # The talk

    def place(self) -> str:
        """Which topic of how many."""
        heading = self.words.end.moves if self.interview.mode is Mode.CONSENSUS else self.words.end.discuss
        if self.interview.leafs:
            heading = self.words.talk.ranked
        number, total = self.interview.topic + 1, len(self.interview.topics or ())
        return self.words.talk.place.format(heading=heading, number=number, total=total)

    def begins(self, picture: Picture) -> str:
        """Who begins: the side that answered lowest, turned the right way round."""
        if self.interview.mode is Mode.CONSENSUS:
            return ""
        turned = -1 if self.interview.item.reverse else 1
        rows = self.rows(picture)[:-1]
        lowest = sorted((row.mean * turned, row.label) for row in rows if row.mean is not None)
        if len(lowest) < 2 or lowest[0][0] == lowest[1][0]:
            return self.words.talk.hidden_begins
        return self.words.talk.lowest_begins.format(side=lowest[0][1])

    def _listed(self, names: Sequence[str]) -> str:
        *first, last = names or [""]
        return f"{', '.join(first)} {self.words.votes.and_} {last}" if first else last


def _side(row: SideRow) -> str:
    """What a row is of: a side by its label, since marks of two levels are alike; everybody together."""
    return "" if row.mark is None else row.label


def _distance(rows: Sequence[SideRow]) -> float:
    """How far apart answers lie, in steps of the scale: between sides, else how far they are spread."""
    *sides, everybody = rows
    means = [row.mean for row in sides if row.mean is not None]
    if len(means) > 1:
        return max(means) - min(means)
    places = [place for place, count in enumerate(everybody.counts) for _ in range(count)]
    return float(pvariance(places)) if places else 0.0
