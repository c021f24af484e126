"""`Snapshot`, `Shown`: what phones and projector show now (statement, options, counts, scores), new at each step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from samskab_cli.model.answers import Mode
from samskab_cli.model.question_set import Item
from samskab_cli.model.text import clean
from samskab_cli.workshop.board import Card
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.interim_report import Picture
from samskab_cli.workshop.phones.chart import Chart, chart_of
from samskab_cli.workshop.stage import Stage
from samskab_cli.workshop.summary import follow_up_lines, overview_lines

Kind = Literal[
    "title",
    "lobby",
    "trial",
    "sides",
    "question",
    "distribution",
    "dimension",
    "page",
    "talk",
    "result",
    "turn",
    "over",
]
"""What kind of page it is; `page`: a heading with lines below it."""


@dataclass(frozen=True)
class Option:
    """One answer to choose."""

    value: Card
    label: str
    example: str = ""


@dataclass(frozen=True)
class RoleHere:
    """A role (or side) that somebody can be here as."""

    id: str
    label: str
    people: int


@dataclass(frozen=True)
class SideScore:
    """A side's figure on a dimension."""

    mark: int
    label: str
    text: str


@dataclass(frozen=True)
class Score:
    """A dimension's figure: only where the room asked for it."""

    text: str
    word: str
    position: float | None
    sides: tuple[SideScore, ...]
    gap: str


@dataclass(frozen=True)
class Shown:
    """One moment of the room."""

    kind: Kind
    language: str
    matter: str
    """What it is about; the set's title where nobody said."""
    facts: str = ""
    heading: str = ""
    lines: tuple[str, ...] = ()
    dimension: str = ""
    number: int = 0
    total: int = 0
    item: str = ""
    stem: str = ""
    statement: str = ""
    note: str = ""
    """What is to be known of the statement: that it is turned round, whom it is asked of."""
    options: tuple[Option, ...] = ()
    others: tuple[Option, ...] = ()
    help: str = ""
    roles: tuple[RoleHere, ...] = ()
    asked: frozenset[str] = frozenset()
    """Roles whose phones may answer now."""
    is_revote: bool = False
    people: int = 0
    """Who are asked, present."""
    cast: int = 0
    """Cards on the board; of phones the box counts."""
    chart: Chart | None = None
    dilemma: str = ""
    begins: str = ""
    agreed: str = ""
    written: tuple[str, ...] = ()
    score: Score | None = None
    report: str = field(default="", repr=False)
    """The finished report, as a page of its own."""
    agreement: str = ""
    """What the room decided about small sides, as a phone says it."""

    @property
    def alone(self) -> frozenset[str]:
        """Roles of one person."""
        return frozenset(role.id for role in self.roles if role.people == 1)


@dataclass(frozen=True)
class Snapshot:
    """Makes what is shown out of where the room is."""

    facilitator: Facilitator
    picture: Picture | None = None
    shows_numbers: bool = False
    report: str = ""

    def taken(self) -> Shown:
        """The room as it stands. The picture is asked for where answers are shown; none of it is worked out here."""
        stage = self.facilitator.interview.stage
        pages: dict[Stage, Callable[[], Shown]] = {
            Stage.SIDES: self._sides,
            Stage.QUESTION: self._question,
            Stage.DISTRIBUTION: self._distribution,
            Stage.DIMENSION: self._dimension,
            Stage.TALK: self._talk,
            Stage.RESULT: lambda: replace(self.base("result"), report=self.report),
            Stage.OVERVIEW: lambda: self._page(self.facilitator.words.summary.overview, self._overview()),
            Stage.FOLLOW_UP: self._follow_up,
            Stage.LIST: self._list,
            Stage.TURN: lambda: self.base("turn"),
        }
        return pages[stage]()

    def base(self, kind: Kind) -> Shown:
        """What every page has."""
        interview, words = self.facilitator.interview, self.facilitator.words
        session = interview.session
        title = clean(interview.question_set.title.text(words.language))
        matter = clean(session.header.matter or title)
        facts = [clean(session.header.municipality or ""), title if matter != title else ""]
        return Shown(
            kind=kind,
            language=words.language,
            matter=matter,
            facts=" · ".join(filter(None, facts)),
            roles=tuple(
                RoleHere(role, self.facilitator.captions.role(role), session.present[role])
                for role in interview.items_by_role.roles_here
            ),
            agreement=self._agreement(),
        )

    def trial(self, item: str, statement: str) -> Shown:
        """A statement that everybody here is asked, and that belongs to nothing."""
        base, scale = self.base("trial"), self._at_item("trial")
        return replace(
            base,
            item=item,
            statement=statement,
            options=tuple(Option(one.value, one.label) for one in scale.options),
            others=scale.others,
            asked=frozenset(role.id for role in base.roles),
            people=sum(role.people for role in base.roles),
        )

    def _agreement(self) -> str:
        texts, session = self.facilitator.words.elsewhere.page, self.facilitator.interview.session
        if session.sides is not None:
            return texts.sides[session.sides.choice]
        return texts.sides_later if self.facilitator.interview.sides.is_undecided else texts.sides_unasked

    def _page(self, heading: str, lines: list[str]) -> Shown:
        return replace(self.base("page"), heading=heading, lines=tuple(filter(None, lines)))

    def _sides(self) -> Shown:
        captions = self.facilitator.captions
        question, choices = captions.sides_question(), [one[3:].strip() for one in captions.sides_choices()]
        return replace(self.base("sides"), heading=question[0], note=question[-1], lines=tuple(choices))

    def _overview(self) -> list[str]:
        return list(overview_lines(self.facilitator.interview, self.facilitator.words))[2:]

    def _follow_up(self) -> Shown:
        heading, *lines = [line for line in follow_up_lines(self.facilitator) if line]
        return self._page(heading, lines)

    def _list(self) -> Shown:
        texts, captions = self.facilitator.words.talk, self.facilitator.captions
        items = captions.ranked(self.picture) if self.picture else []
        return self._page(texts.ranked, [captions.statement(item) for item in items[:8]] or [texts.nothing_shown])

    def _at_item(self, kind: Kind, item: Item | None = None) -> Shown:
        interview, captions, words = self.facilitator.interview, self.facilitator.captions, self.facilitator.words
        item = item or interview.item
        anchors = {value: clean(text.text(words.language)) for value, text in item.anchors.items()}
        values = interview.question_set.scale.values
        stem = interview.question_set.scale.stem
        return replace(
            self.base(kind),
            item=item.id,
            dimension=clean(interview.question_set.dimension_of[item.id].title.text(words.language)),
            number=interview.numbered.index(item) + 1 if item in interview.numbered else 0,
            total=len(interview.numbered),
            stem=clean(stem.text(words.language)) if stem else "",
            statement=clean(item.text.text(words.language)),
            help=clean(item.help.text(words.language)) if item.help else "",
            options=tuple(Option(value, captions.label(value), anchors.get(value, "")) for value in values),
            others=(
                Option("unsure", captions.label("unsure")),
                Option("not_relevant", captions.label("not_relevant")),
            ),
        )

    def _question(self) -> Shown:
        interview = self.facilitator.interview
        if interview.mode is Mode.INDIVIDUAL:
            return self.base("turn")
        if interview.mode is Mode.CONSENSUS:
            return self._at_item("question")
        board = interview.board
        rows = board.rows if board.is_revote else board.open_rows
        here = interview.session.present
        return replace(
            self._at_item("question"),
            note=self.facilitator.captions.not_asked(with_phones=self.facilitator.elsewhere.takes_votes),
            asked=frozenset(row.role for row in rows),
            is_revote=board.is_revote,
            people=sum(here.get(row.role, 0) for row in rows),
            cast=sum(len(row.cards) for row in rows),
        )

    def _answered(self, kind: Kind, item: Item | None = None) -> Shown:
        """An item with its answers, as they may be shown."""
        captions = self.facilitator.captions
        item = item or self.facilitator.interview.item
        shown = replace(self._at_item(kind, item), dilemma=_talk(item, self.facilitator.words.language))
        if self.facilitator.interview.mode is Mode.CONSENSUS or self.picture is None:
            return shown
        note = self.facilitator.words.votes.turned_note if item.reverse else ""
        return replace(
            shown, chart=chart_of(self.facilitator, self.picture, item), note=note, agreed=captions.agreed(item)
        )

    def _distribution(self) -> Shown:
        return replace(self._answered("distribution"), written=self._written())

    def _talk(self) -> Shown:
        facilitator, picture = self.facilitator, self.picture
        if not facilitator.interview.topics:
            return self._page(facilitator.words.end.discuss, [picture.view.no_discuss if picture else ""])
        shown = replace(self._answered("talk"), heading=facilitator.captions.place(), written=self._written())
        if facilitator.interview.mode is Mode.CONSENSUS:
            lines = (facilitator.captions.answer(), facilitator.captions.advice())
            return replace(shown, lines=tuple(filter(None, lines)))
        return replace(shown, begins=facilitator.captions.begins(picture) if picture else "")

    def _dimension(self) -> Shown:
        facilitator, picture = self.facilitator, self.picture
        words, dimension = facilitator.words.summary, facilitator.interview.dimension
        heading = words.done.format(dimension=clean(dimension.title.text(facilitator.words.language)))
        if picture is None:
            return self._page(heading, [])
        if self.shows_numbers:
            return replace(self._page(heading, [picture.dimension(dimension.id).question]), score=self._score(picture))
        item = facilitator.captions.furthest(picture) if facilitator.interview.mode is not Mode.CONSENSUS else None
        if item is None:
            return self._page(heading, [words.no_distance] if facilitator.interview.mode is Mode.VOTES else [])
        return replace(self._answered("dimension", item), heading=heading, lines=(words.furthest,))

    def _score(self, picture: Picture) -> Score:
        dimension = self.facilitator.interview.dimension.id
        shown, in_the_room = picture.dimension(dimension), picture.dimension_in_the_room(dimension)
        sides = [one for one in in_the_room.sides if one.figure is not None and one.figure.kind == "number"]
        return Score(
            text=shown.figure.text,
            word=shown.word,
            position=shown.figure.position,
            sides=tuple(SideScore(one.side.mark, one.side.label, one.figure.text) for one in sides if one.figure),
            gap=in_the_room.gap if len(sides) > 1 else "",
        )

    def _written(self) -> tuple[str, ...]:
        return tuple(f"{label}: {clean(text)}" for label, text in self.facilitator.notebook.lines())


def _talk(item: Item, language: str) -> str:
    return clean(item.dilemma.text(language)) if item.dilemma else ""
