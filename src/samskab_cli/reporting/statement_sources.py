"""A statement's source in one sentence: claims of the interview, practice, ours."""

from __future__ import annotations

from collections.abc import Callable

from samskab_cli.model.content import LocalText
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.statement_source import AnySource, Source, SourceKind
from samskab_cli.reporting.wording.statement_sources import SourceWords


def source_sentence(source: AnySource | None, words: SourceWords, text: Callable[[LocalText], str]) -> str:
    """The sentence; empty where nothing is said. text: how a text of the set is read."""
    if not isinstance(source, Source):
        return source or ""
    of_interview = source.kind is SourceKind.INTERVIEW
    if source.claims:
        template = words.interview_claims if of_interview else words.practice_claims
        claimed = template.format(claims=", ".join(source.claims))
    else:
        claimed = words.interview if of_interview else words.practice
    return words.ours.format(source=claimed, ours=text(source.ours)) if source.ours else f"{claimed}."


def count_of_interview(question_set: QuestionSet) -> int:
    """How many statements build on an interview."""
    sources = [item.source for item in question_set.items]
    return sum(isinstance(one, Source) and one.kind is SourceKind.INTERVIEW for one in sources)
