"""Lines of plain mode: distribution, topics, overview, list of items, steps of last time."""

from __future__ import annotations

from collections.abc import Iterator

from samskab_cli.model.answers import Mode
from samskab_cli.model.text import clean
from samskab_cli.workshop.facilitator import Facilitator
from samskab_cli.workshop.interview import Interview
from samskab_cli.workshop.side_rows import SideRow
from samskab_cli.workshop.wording import RoomWords


def distribution_lines(facilitator: Facilitator, *, with_numbers: bool) -> Iterator[str]:
    """The answers to the item, a line a side that may be shown; the question to talk about; what was agreed."""
    picture, captions = facilitator.picture(), facilitator.captions
    yield from _rows(facilitator, captions.rows_with_before(picture))
    yield from filter(None, (captions.turned_note(), captions.gap(picture) if with_numbers else ""))
    yield from filter(None, (captions.dilemma(), captions.agreed()))
    yield from _written(facilitator)


def summary_lines(facilitator: Facilitator) -> Iterator[str]:
    """Where the cards of a dimension lay furthest apart; no figures, which would colour the answers that follow."""
    picture, captions, texts = facilitator.picture(), facilitator.captions, facilitator.words.summary
    yield ""
    yield texts.done.format(dimension=picture.dimension(facilitator.interview.dimension.id).title)
    item = captions.furthest(picture) if facilitator.interview.mode is Mode.VOTES else None
    if item is None:
        return
    yield f"{texts.furthest}: {captions.statement(item)}"
    yield from _rows(facilitator, captions.rows(picture, item))
    yield from filter(None, (captions.dilemma(item),))


def topic_lines(facilitator: Facilitator, *, with_numbers: bool) -> Iterator[str]:
    """One statement to talk about; or why there is none."""
    picture, captions = facilitator.picture(), facilitator.captions
    yield ""
    if not facilitator.interview.topics:
        yield facilitator.words.end.discuss
        yield picture.view.no_discuss
        return
    yield captions.place()
    yield captions.statement()
    if facilitator.interview.mode is Mode.CONSENSUS:
        yield from filter(None, (captions.answer(), captions.advice(), captions.dilemma()))
        yield from _written(facilitator)
    else:
        yield from distribution_lines(facilitator, with_numbers=with_numbers)
        yield from filter(None, (captions.begins(picture),))


def follow_up_lines(facilitator: Facilitator) -> Iterator[str]:
    """A step of the previous meeting that nothing was said about yet."""
    step = facilitator.interview.follow_up.step
    yield ""
    yield f"{facilitator.words.follow_up.heading} {facilitator.captions.met_before()}."
    yield clean(facilitator.notebook.step_in_words(step)) if step else ""


def list_lines(facilitator: Facilitator) -> Iterator[str]:
    """Every statement that may be shown, numbered, those with most disagreement first."""
    texts, captions, picture = facilitator.words.talk, facilitator.captions, facilitator.picture()
    items = captions.ranked(picture)
    yield ""
    yield f"{texts.answered_before.format(n=len(facilitator.interview.session.answers))} · {texts.ranked}"
    for number, item in enumerate(items, start=1):
        yield f"{number}  {captions.statement(item)}"
    if not items:
        yield texts.nothing_shown


def overview_lines(interview: Interview, words: RoomWords) -> Iterator[str]:
    """How much of each dimension is answered, and the numbers of what isn't."""
    texts, by_role = words.summary, interview.items_by_role
    yield ""
    yield texts.overview
    for dimension in interview.dimensions:
        items = [item for item in interview.numbered if item in dimension.items and by_role.is_asked(item)]
        answered = sum(map(by_role.is_answered, items))
        title = clean(dimension.title.text(words.language))
        yield texts.overview_answered.format(dimension=title, answered=answered, total=len(items))
    missing = interview.unanswered
    yield texts.overview_missing.format(numbers=", ".join(map(str, missing))) if missing else texts.overview_all


def _rows(facilitator: Facilitator, rows: list[SideRow]) -> Iterator[str]:
    label = facilitator.captions.label
    labels = [label(value) for value in facilitator.interview.question_set.scale.values]
    for row in rows:
        given = [f"{name} {n}" for name, n in zip(labels, row.counts, strict=True) if n]
        others = ((label("unsure"), row.unsure), (label("not_relevant"), row.not_relevant))
        given += [f"{name} {n}" for name, n in others if n]
        yield f"{row.label}: {', '.join(given) or '0'}"


def _written(facilitator: Facilitator) -> Iterator[str]:
    for label, text in facilitator.notebook.lines():
        yield f"{label}: {clean(text)}"
