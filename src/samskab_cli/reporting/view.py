"""From a result to the figures in words that designed pages draw from."""

from __future__ import annotations

from samskab_cli.reporting import view_answers, view_figures, view_items
from samskab_cli.reporting.formatter import ResultFormatter
from samskab_cli.reporting.report_view import ReportView
from samskab_cli.reporting.view_verdict import verdict


def view(voice: ResultFormatter) -> ReportView:
    """The figures of one result; texts from outside aren't cleaned yet."""
    result, question_set = voice.result, voice.question_set
    cutoffs = question_set.cutoffs
    return ReportView(
        language=voice.words.language,
        title=voice.text(question_set.title),
        heading=_heading(voice),
        matter=result.context.matter or voice.text(question_set.title),
        municipality=result.context.municipality or "",
        facts=view_answers.facts(voice),
        people=voice.people(result.answers.respondents, result.mode),
        verdict=verdict(voice),
        gates=tuple(view_figures.gate(voice, gate) for gate in result.gates),
        dimensions=tuple(view_figures.dimension(voice, dimension) for dimension in result.dimensions),
        overall=view_figures.overall(voice),
        cutoffs=voice.cutoffs(cutoffs.attention.dimension, cutoffs.ready.dimension) if cutoffs else (),
        comparison=view_figures.comparison(voice),
        discuss=view_items.discuss_first(voice),
        no_discuss=view_items.no_discuss(voice),
        moves=view_items.moves(voice),
        no_moves=view_items.no_moves(voice),
        options=tuple((str(option.value), voice.text(option.label)) for option in question_set.scale.options),
        unsure=voice.unsure,
        not_relevant=voice.text(question_set.scale.not_relevant.label),
        items=tuple(view_items.item(voice, item) for item in result.items),
        caveat=voice.text(question_set.caveat),
    )


def _heading(voice: ResultFormatter) -> str:
    context = voice.result.context
    named = [part for part in (context.matter, context.municipality) if part]
    return " · ".join(named) or voice.text(voice.question_set.title)
