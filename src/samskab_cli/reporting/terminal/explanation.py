"""An explanation in the terminal: numbered steps, each with its numbers and where its rule is written."""

from __future__ import annotations

from samskab_cli.reporting.explanation_view import ExplanationView, StepView
from samskab_cli.reporting.terminal.glyphs import signs, speakable
from samskab_cli.reporting.terminal.line_writer import Paper, column, drawn

_INDENT = 3


def render_explanation(view: ExplanationView, *, width: int = 80, encoding: str = "utf-8", colour: bool = False) -> str:
    """The whole explanation; otherwise as `render` of a report."""
    paper, view = Paper(width, signs(encoding)), speakable(view, encoding)
    paper.say(view.heading)
    paper.lines[0].stylize("bold")
    paper.say(view.question)
    paper.say(view.result)
    for number, step in enumerate(view.steps, start=1):
        _step(paper, number, step)
    return drawn(paper.lines, colour=colour)


def _step(paper: Paper, number: int, step: StepView) -> None:
    paper.blank()
    paper.say(step.text, first=f"{number} ", indent=_INDENT)
    values = column([term.value for term in step.terms], paper.width * 3 // 5)
    weights = column([term.weight for term in step.terms], paper.width // 4)
    room = paper.width - _INDENT - values - weights - 4
    labels = column([term.label for term in step.terms], room)
    for term in step.terms:
        weight = f"  {paper.pad(term.weight, weights)}" if weights else ""
        paper.line(" " * _INDENT, paper.pad(term.label, labels), "  ", paper.right(term.value, values), weight)
    paper.say(step.calculation, indent=_INDENT)
    paper.say(step.section, indent=_INDENT)
