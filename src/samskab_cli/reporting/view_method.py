"""Section "method" in words: scale, unanswered, what levels demand, caps, doubts about the reading, program."""

from __future__ import annotations

from collections.abc import Iterable

from samskab_cli.model.answers import Mode
from samskab_cli.reporting.formatter import ResultFormatter
from samskab_cli.reporting.numbers import decimal
from samskab_cli.reporting.statement_sources import count_of_interview


def method(formatter: ResultFormatter) -> tuple[str, ...]:
    """How it was computed: what was asked, by which rules, by which program."""
    words, set_, result = formatter.words, formatter.question_set, formatter.result
    not_asked = result.provisional.items_not_asked if result.provisional else ()
    reverses = any(item.reverse for item in set_.items if item.id not in not_asked)
    turned = words.method.turned if reverses else ""
    lines = [words.method.score.format(turned=turned, share=_share(formatter, set_.min_answered))]
    if set_.scale.others:
        lines.append(words.method.unknown.format(unsure=formatter.unsure, not_relevant=formatter.not_relevant))
    if result.mode is Mode.VOTES:
        lines.append(words.method.votes)
    if result.answers.phones:
        lines.append(words.method.phones)
    lines += _levels(formatter)
    if result.answers.sides and any(item.skip_roles for item in set_.items):
        lines.append(words.method.sides)
    lines.append(words.method.agreement)
    if result.verdict and result.verdict.sure is not None:
        lines.append(words.sure.explained)
    lines.append(words.method.min_group.of(result.min_group, formatter.count))
    lines += _doubts(formatter)
    if of_interview := count_of_interview(set_):
        lines.append(words.sources.counted.of(of_interview, formatter.count))
    ref = result.question_set
    asked = words.method.set.format(id=ref.id, version=ref.version, sha256=ref.sha256, program=result.generated_by)
    lines.append(f"{words.method.scoring} {asked}")
    return tuple(lines)


def _levels(formatter: ResultFormatter) -> Iterable[str]:
    """What each level demands, and what caps it."""
    words, rules = formatter.words.method, formatter.question_set.verdict
    if rules is None:
        return
    cutoffs, levels = rules.cutoffs, rules.levels
    yield words.levels.format(
        ready=formatter.text(levels.ready.label),
        ready_dimension=formatter.cutoff(cutoffs.ready.dimension),
        ready_overall=formatter.cutoff(cutoffs.ready.overall),
        attention=formatter.text(levels.attention.label),
        attention_dimension=formatter.cutoff(cutoffs.attention.dimension),
        attention_overall=formatter.cutoff(cutoffs.attention.overall),
    )
    if formatter.result.gates:
        yield words.gates.format(
            not_now=formatter.text(levels.not_now.label), prepare=formatter.text(levels.prepare.label)
        )
    for one in formatter.question_set.indicators:
        if one.caps:
            level = formatter.text(levels.of(one.caps.level).label)
            yield words.caps.format(
                title=formatter.text(one.title), below=formatter.cutoff(one.caps.below), level=level
            )


def _doubts(formatter: ResultFormatter) -> Iterable[str]:
    """A sentence for each doubt about the reading."""
    texts = formatter.words.doubts.read
    for doubt in formatter.result.answers.doubts:
        place = f" ({doubt.where})" if doubt.where else ""
        yield texts[doubt.kind].format(n=formatter.count(doubt.count), place=place)


def _share(formatter: ResultFormatter, share: float) -> str:
    """A share 0…1 in per cent; never 100 unless it is whole."""
    text = decimal(100 * share, formatter.words.decimal_mark)
    whole, _, tenth = text.rpartition(formatter.words.decimal_mark)
    return formatter.words.per_cent.format(number=whole if tenth == "0" else text)
