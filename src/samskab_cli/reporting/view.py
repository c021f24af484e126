"""From a result to the report as strings: the one way, whatever the layout."""

from __future__ import annotations

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.result import Result
from samskab_cli.reporting import view_answers, view_figures, view_items
from samskab_cli.reporting.formatter import Voice
from samskab_cli.reporting.prose import blocks
from samskab_cli.reporting.report_view import ReportView
from samskab_cli.reporting.strings import cleaned
from samskab_cli.reporting.view_verdict import verdict
from samskab_cli.reporting.wording import ReportWords


def view(
    result: Result, question_set: QuestionSet, language: str, *, intro: str = "", conclusion: str = ""
) -> ReportView:
    """The report of one result, every text cleaned.

    `question_set` is the one that was asked. `language`: one of the catalogues' ("da", "en"); a set without it speaks
    its own first language inside the report's. `intro`, `conclusion`: what the facilitator wrote, in Markdown. Raises
    KeyError for a language without a catalogue.
    """
    voice = Voice(result, question_set, ReportWords(language))
    cutoffs = question_set.cutoffs
    return cleaned(
        ReportView(
            language=language,
            title=voice.text(question_set.title),
            heading=_heading(voice),
            matter=result.context.matter or voice.text(question_set.title),
            municipality=result.context.municipality or "",
            intro=blocks(intro) if intro else (),
            conclusion=blocks(conclusion) if conclusion else (),
            facts=view_answers.facts(voice),
            verdict=verdict(voice),
            gates=tuple(view_figures.gate(voice, gate) for gate in result.gates),
            dimensions=tuple(view_figures.dimension(voice, dimension) for dimension in result.dimensions),
            overall=view_figures.overall(voice),
            cutoffs=tuple(
                (cutoff, voice.cutoff(cutoff))
                for cutoff in (sorted({cutoffs.attention.dimension, cutoffs.ready.dimension}) if cutoffs else ())
            ),
            comparison=view_figures.comparison(voice),
            discuss=view_items.discuss_first(voice),
            no_discuss=view_items.no_discuss(voice),
            next_steps=view_items.next_steps(voice),
            indicators=tuple(view_figures.indicator(voice, indicator) for indicator in result.indicators),
            evidence=view_answers.evidence(voice),
            answers=view_answers.answers(voice),
            options=tuple((str(option.value), voice.text(option.label)) for option in question_set.scale.options),
            stem=voice.text(question_set.scale.stem),
            unsure=voice.text(question_set.scale.unsure.label),
            not_relevant=voice.text(question_set.scale.not_relevant.label),
            items=tuple(view_items.item(voice, item) for item in result.items),
            method=view_answers.method(voice),
            caveat=voice.text(question_set.caveat),
        )
    )


def _heading(voice: Voice) -> str:
    context = voice.result.context
    named = [part for part in (context.matter, context.municipality) if part]
    return " · ".join(named) or voice.text(voice.question_set.title)
