"""`view`: a `Result` becomes the `ReportView`; calls the other `view_*` files."""

from __future__ import annotations

from samskab_cli.reporting import view_answers, view_figures, view_items
from samskab_cli.reporting.formatter import ResultFormatter
from samskab_cli.reporting.report_view import ReportView
from samskab_cli.reporting.view_verdict import verdict


def view(formatter: ResultFormatter) -> ReportView:
    """The figures of one result; texts from outside aren't cleaned yet."""
    result, question_set = formatter.result, formatter.question_set
    cutoffs = question_set.cutoffs
    return ReportView(
        language=formatter.words.language,
        title=formatter.text(question_set.title) if result.context.matter else "",  # else it is the heading
        heading=_heading(formatter),
        matter=result.context.matter or formatter.text(question_set.title),
        municipality=result.context.municipality or "",
        facts=view_answers.facts(formatter),
        people=formatter.people(result.answers.respondents, result.mode),
        verdict=verdict(formatter),
        gates=tuple(view_figures.gate(formatter, gate) for gate in result.gates),
        dimensions=tuple(view_figures.dimension(formatter, dimension) for dimension in result.dimensions),
        overall=view_figures.overall(formatter),
        cutoffs=formatter.cutoffs(cutoffs.attention.dimension, cutoffs.ready.dimension) if cutoffs else (),
        comparison=view_figures.comparison(formatter),
        discuss=view_items.discuss_first(formatter),
        no_discuss=view_items.no_discuss(formatter),
        moves=view_items.moves(formatter),
        no_moves=view_items.no_moves(formatter),
        options=tuple(
            (str(option.value), formatter.text(option.label))
            for scale in question_set.scales
            for option in scale.options
        ),
        unsure=formatter.unsure,
        not_relevant=formatter.not_relevant,
        items=tuple(view_items.item(formatter, item) for item in result.items),
        caveat=formatter.text(question_set.caveat),
    )


def _heading(formatter: ResultFormatter) -> str:
    context = formatter.result.context
    named = [part for part in (context.matter, context.municipality) if part]
    return " · ".join(named) or formatter.text(formatter.question_set.title)
