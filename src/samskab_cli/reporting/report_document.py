"""The report: verdict, gates, dimensions, sides, discuss, next steps, notes, indicators, items, method as sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from samskab_cli.model.answers import Action, Note
from samskab_cli.model.figures_shown import IndicatorShown
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Result
from samskab_cli.reporting import view_answers, view_method
from samskab_cli.reporting.dates import day_in_words, long_date
from samskab_cli.reporting.document import (
    Block,
    Cell,
    Column,
    Distribution,
    Document,
    Entries,
    Entry,
    Group,
    Paragraph,
    Prose,
    Row,
    Section,
    State,
    Table,
    Verdict,
    Word,
    section,
)
from samskab_cli.reporting.every_text import clean_texts
from samskab_cli.reporting.formatter import ResultFormatter
from samskab_cli.reporting.item_table import item_table
from samskab_cli.reporting.report_view import DimensionView, GateView, PartView, ReportView, SideFigureView
from samskab_cli.reporting.view import view
from samskab_cli.reporting.view_figures import part_views
from samskab_cli.reporting.wording import ReportWords

if TYPE_CHECKING:
    from samskab_cli.model.comparison import Comparison, NoComparison


def report_document(  # noqa: PLR0913  # each is a part of the report
    result: Result,
    question_set: QuestionSet,
    language: str,
    *,
    since: Comparison | NoComparison | None = None,
    intro: str = "",
    conclusion: str = "",
) -> Document:
    """The report of one result, every text cleaned.

    `question_set` is the one that was asked. `language`: one of the catalogues' ("da", "en"); a set without it speaks
    its own first language inside the report's. `since`: what changed since the meeting before, or why that can't be
    said. `intro`, `conclusion`: what the facilitator wrote, in Markdown. Raises KeyError for a language without a
    catalogue.
    """
    formatter = ResultFormatter(ReportWords(language), question_set, result)
    front = view(formatter)
    sections = _sections(front, formatter, since, intro, conclusion)
    return clean_texts(
        Document(
            language=language,
            title=f"{front.verdict.title} – {front.heading}" if front.verdict.label else front.heading,
            heading=front.matter,
            facts=tuple(fact for fact in (front.municipality, front.facts) if fact),
            subtitle=front.title,
            sections=tuple(one for one in sections if one.blocks),
            caveat=front.caveat,
            front=front,
        )
    )


def _sections(
    front: ReportView,
    formatter: ResultFormatter,
    since: Comparison | NoComparison | None,
    intro: str,
    conclusion: str,
) -> tuple[Section, ...]:
    """In the order in which they are read; those without blocks have nothing to say."""
    words = formatter.words
    return (
        section("verdict", "", Verdict(front.verdict, front.comparison.sides), on_front=True),
        section("intro", words.pages.intro, _prose(intro), on_front=True),
        section("gates", words.headings.gates, *(_gate(gate, words) for gate in front.gates), on_front=True),
        section("dimensions", words.headings.dimensions, _dimensions(front, words), on_front=True),
        _sides(front, words),
        _discuss(front, words),
        _followed(formatter),
        _next_steps(front, words),
        _room(formatter),
        *_changes(since, formatter.question_set, words),
        section("conclusion", words.pages.conclusion, _prose(conclusion)),
        section("held", words.headings.held_back, _list((*front.verdict.held_back, *front.verdict.near))),
        section("not-asked", words.headings.not_asked, _list(front.verdict.not_asked)),
        section(
            "indicators",
            words.headings.indicators,
            *(_indicator(formatter, indicator) for indicator in formatter.result.indicators),
            note=words.evidence.indicators_explained,
        ),
        _evidence(formatter),
        _answers(formatter),
        _items(front, formatter),
        section("method", words.headings.method, _list(view_method.method(formatter))),
    )


def _prose(markdown: str) -> Block | None:
    if not markdown:
        return None
    from samskab_cli.reporting.markdown_text import blocks  # noqa: PLC0415  # a parser that few reports need

    return Prose(blocks(markdown))


def _changes(
    since: Comparison | NoComparison | None, question_set: QuestionSet, words: ReportWords
) -> tuple[Section, ...]:
    if since is None:
        return ()
    from samskab_cli.reporting.comparison_document import changes_section  # noqa: PLC0415  # after a meeting before

    return (changes_section(since, question_set, words),)


def _gate(gate: GateView, words: ReportWords) -> Group:
    state = State(
        title=gate.title,
        word=gate.word,
        mark=gate.state,
        figure=gate.figure if gate.state else None,
        span=gate.span,
        text=gate.text,
        remarks=(gate.reason, gate.range),
        table=words.headings.gates,
        columns=(
            Column(words.pages.topic),
            Column(words.columns.score, "right"),
            Column(words.columns.span, "right"),
            Column(words.pages.state),
        ),
    )
    parts = _parts(words.headings.gates, gate.parts, words.columns.weakest, words, gate.cutoffs)
    sides = ", ".join(f"{one.side.label} {_figure(one)}" for one in gate.sides if one.figure)
    return Group(gate.title, (state, parts, *([Paragraph(sides, "small")] if sides else [])))


def _parts(
    name: str, parts: Sequence[PartView], lowest: str, words: ReportWords, cutoffs: tuple[tuple[float, str], ...] = ()
) -> Table:
    rows = (Row((part.title, part.figure), tag=lowest if part.weakest else "", cutoffs=cutoffs) for part in parts)
    return Table(name, (Column(words.pages.part), Column(words.columns.score, "right")), tuple(rows))


def _figure(one: SideFigureView) -> str:
    if one.figure is None:
        return ""
    return f"{one.figure.text}: {one.figure.reason}" if one.figure.reason else one.figure.text


def _dimensions(front: ReportView, words: ReportWords) -> Table:
    columns = (
        Column(words.headings.dimensions),
        Column(words.columns.score, "right"),
        Column(words.columns.span, "right"),
        Column(words.pages.level),
    )
    rows = (_dimension(row, front) for row in (*front.dimensions, front.overall))
    return Table(words.headings.dimensions, columns, tuple(rows))


def _dimension(row: DimensionView, front: ReportView) -> Row:
    level = Word(row.word, row.level) if row.level else None
    return Row((row.title, row.figure, row.span, level), note=row.raw, cutoffs=front.cutoffs)


def _sides(front: ReportView, words: ReportWords) -> Section:
    """A row a gate or dimension, the largest gap first; then the mean."""
    compared = front.comparison
    columns = (
        Column(words.pages.topic),
        *(Column(side.label, "right", side=side.mark) for side in compared.sides),
        Column(words.columns.gap, "right"),
    )
    rows = [Row((row.title, *(one.figure for one in row.sides), row.gap)) for row in compared.rows]
    if rows and compared.overall:
        rows.append(Row((words.figures.mean, *(one.figure for one in compared.overall), front.overall.gap)))
    table = Table(words.pages.side, columns, tuple(rows))
    return section("sides", words.headings.sides, Paragraph(compared.note), table, on_front=True)


def _discuss(front: ReportView, words: ReportWords) -> Section:
    entries = Entries(tuple(Entry(one.reason, one.item.text, one.dilemma) for one in front.discuss), numbered=True)
    return section("discuss", words.headings.discuss, Paragraph(front.no_discuss), entries, on_front=True)


def _next_steps(front: ReportView, words: ReportWords) -> Section:
    pages = words.pages
    columns = (
        Column(pages.statement, width=26),
        Column(pages.step_gain, width=16),
        Column(pages.step_what, width=30),
        Column(pages.step_who, width=15),
        Column(pages.step_when, width=13),
    )
    rows = (Row((one.text, one.gain, one.what, one.who, f"{one.within} {one.until}".strip())) for one in front.moves)
    table = Table(words.headings.next_steps, columns, tuple(rows))
    explained = Paragraph(front.no_moves or words.steps.moves_explained)
    return section("next", words.headings.next_steps, explained, table, on_front=True)


def _followed(formatter: ResultFormatter) -> Section:
    """What became of the steps of the meeting before."""
    room, words = formatter.result.room, formatter.words
    entries = (
        Entry(_step(one.step, words), words.steps.states[one.state], one.remark or "")
        for one in (room.followed if room else ())
    )
    return section("followed", words.headings.followed, Entries(tuple(entries)))


def _step(action: Action, words: ReportWords) -> str:
    """What is promised, by whom and when."""
    by = ", ".join(part for part in (action.who, day_in_words(action.when or "", words.language)) if part)
    return f"{action.what} ({by})" if by else action.what


def _room(formatter: ResultFormatter) -> Section:
    """What was promised and said in the room."""
    room, words = formatter.result.room, formatter.words
    heads = words.headings
    agreed = [
        Entry(formatter.answer(item.id, item.agreed), aside=_about(formatter, item.id))
        for item in formatter.result.items
        if item.agreed is not None
    ]
    groups = [(heads.agreed, agreed)]
    if room is not None:
        actions = [Entry(_step(action, words), aside=_about(formatter, action.item)) for action in room.actions]
        groups = [
            (heads.actions, actions),
            (heads.dilemmas, _notes(formatter, room.dilemmas)),
            (heads.agreed, agreed),
            (heads.notes, _notes(formatter, room.notes)),
        ]
    date = long_date(room.next_date, words.language) if room and room.next_date else ""
    return section(
        "room",
        words.pages.from_the_room,
        *(Group(heading, (Entries(tuple(entries)),)) for heading, entries in groups if entries),
        Paragraph(words.steps.next_date.format(date=date) if date else "", "strong"),
    )


def _notes(formatter: ResultFormatter, notes: Iterable[Note]) -> list[Entry]:
    return [Entry(note.text, aside=_about(formatter, note.item)) for note in notes]


def _about(formatter: ResultFormatter, item: str | None) -> str:
    text = formatter.item_text(item)
    return formatter.words.steps.about.format(item=text) if text else ""


def _indicator(formatter: ResultFormatter, shown: IndicatorShown) -> Group:
    """Parts side by side, the lowest named, with what its level says."""
    words = formatter.words
    asked = next(indicator for indicator in formatter.question_set.indicators if indicator.id == shown.id)
    reached = next((level.text for level in asked.levels if level.at_least == shown.level), None)
    parts = part_views(formatter, asked.parts, shown.parts, shown.lowest)
    table = _parts(words.headings.indicators, parts, words.columns.lowest, words)
    text = formatter.text(reached) if shown.level is not None else ""
    return Group(formatter.text(asked.title), (table, *([Paragraph(text)] if text else [])))


def _evidence(formatter: ResultFormatter) -> Section:
    room = formatter.result.room
    examples = _notes(formatter, room.evidence) if room else []
    sentence = Paragraph(view_answers.evidence(formatter))
    return section("evidence", formatter.words.headings.evidence, sentence, Entries(tuple(examples)))


def _answers(formatter: ResultFormatter) -> Section:
    words = formatter.words
    people = formatter.people(formatter.result.answers.respondents, formatter.result.mode)
    rows: list[tuple[Cell, ...]] = [(people[:1].upper() + people[1:], ""), *view_answers.gave(formatter)]
    columns = (Column(words.pages.gave), Column(words.pages.number, "right"))
    table = Table(words.headings.answers, columns, tuple(map(Row, rows)))
    return section("answers", words.headings.answers, table, _list(tuple(view_answers.remarks(formatter))))


def _items(front: ReportView, formatter: ResultFormatter) -> Section:
    words = formatter.words
    table = item_table(front, words)
    legend = [f"{value} = {label}" for value, label in front.options]
    legend += [f"{column.head} = {column.meaning}" for column in table.columns if column.meaning]
    stem = formatter.text(formatter.question_set.scale.stem)
    said = words.answers
    explained = said.items_explained_reversed if any(item.reverse for item in front.items) else said.items_explained
    shown = Distribution(front.items, stem, explained, tuple(legend), table)
    return section("items", words.headings.items, shown if front.items else None)


def _list(lines: Sequence[str]) -> Entries:
    return Entries(tuple(map(Entry, lines)))
