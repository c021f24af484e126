"""A document as Markdown, for a wiki or the case file: CommonMark with the tables that every wiki knows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from samskab_cli.reporting.document import (
    Block,
    Distribution,
    Document,
    Entries,
    Entry,
    Group,
    Paragraph,
    Prose,
    ProseKind,
    Run,
    State,
    Table,
    Verdict,
    cell_text,
    figure_text,
)
from samskab_cli.reporting.wording import ReportWords

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$@^])")
_ADDRESS = re.compile(r"(https?|ftp)://|www\.", re.IGNORECASE)
_STARTS_A_BLOCK = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)])(?=\s|$))")


def render(document: Document) -> str:
    """The document as Markdown, every foreign text escaped; ends with a line break."""
    words = ReportWords(document.language)
    parts = [f"# {escaped(document.heading)}", " · ".join(map(escaped, document.facts))]
    parts += [f"*{escaped(document.subtitle)}*"] if document.subtitle else []
    for section in document.sections:
        parts += [f"## {escaped(section.title)}" if section.title else "", escaped(section.note)]
        parts += [text for block in section.blocks for text in _block(block, words)]
    parts += [f"**{words.pages.caveat}.** {escaped(document.caveat)}"] if document.caveat else []
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    r"""Text that Markdown takes as nothing but text, also at the start of a line and in the cell of a table.

    >>> escaped("*Se* <b>[her](http://x.dk)</b>"), escaped("1. maj"), escaped("- nej")
    ('\\*Se\\* \\<b\\>\\[her\\](http\\://x.dk)\\</b\\>', '1\\. maj', '\\- nej')
    """
    safe = _MARKS.sub(r"\\\1", text)
    safe = _ADDRESS.sub(lambda match: match[0].replace(":", "\\:").replace(".", "\\."), safe)
    return _STARTS_A_BLOCK.sub(lambda m: f"{m[1]}{m[3] or ''}\\{m[2] or m[4]}", safe)


def _block(block: Block, words: ReportWords) -> Iterable[str]:
    match block:
        case Paragraph():
            yield f"**{escaped(block.text)}**" if block.look == "strong" else escaped(block.text)
        case Entries():
            yield "\n".join(
                _entry(entry, f"{n}." if block.numbered else "-") for n, entry in enumerate(block.entries, 1)
            )
        case Table():
            yield _table(block)
        case State():
            span = f" ({escaped(block.span)})" if block.span else ""
            figure = f" {escaped(figure_text(block.figure))}" if block.figure else ""
            yield f"**{escaped(block.word)}.**{figure}{span}"
            yield from (escaped(text) for text in (block.text, *block.remarks))
        case Distribution():
            yield from (escaped(block.explained), " · ".join(map(escaped, block.legend)), _table(block.table))
        case Verdict():
            yield from _verdict(block, words)
        case Prose():
            yield from _prose(block)
        case Group():
            title = f"[{escaped(block.title)}]({block.href})" if block.href else escaped(block.title)
            yield f"**{block.number}.** {title}" if block.number else f"### {title}"
            yield from (text for inner in block.blocks for text in _block(inner, words))


def _verdict(block: Verdict, words: ReportWords) -> Iterable[str]:
    verdict, pages = block.view, words.pages
    provisional = f"{verdict.provisional}: " if verdict.provisional else ""
    if verdict.label:
        yield f"## {escaped(provisional + verdict.label)}"
    yield from map(escaped, verdict.lines)
    answers = [(pages.why, verdict.why), (pages.differs, verdict.differs), *((pages.who, one) for one in verdict.who)]
    yield "\n".join(f"- **{escaped(label)}** {escaped(text)}" for label, text in answers if text)


def _entry(entry: Entry, marker: str) -> str:
    lead = f"**{escaped(entry.lead)}** " if entry.lead else ""
    below = f"\n{' ' * (len(marker) + 1)}" if entry.lead else " "
    aside = f"{below}*{escaped(entry.aside)}*" if entry.aside else ""
    return f"{marker} {lead}{escaped(entry.text)}{aside}"


def _table(table: Table) -> str:
    columns = [(at, column) for at, column in enumerate(table.columns) if not column.sheet_only]
    ids, notes = any(row.id for row in table.rows), any(row.note for row in table.rows)
    heads = [*([""] if ids else []), *(escaped(column.head) for _, column in columns), *([""] if notes else [])]
    rules = ["--:" if column.align == "right" else "---" for _, column in columns]
    rules = [*(["---"] if ids else []), *rules, *(["---"] if notes else [])]
    rows = [
        [
            *([escaped(row.id)] if ids else []),
            *(escaped(row.title if at == 0 else cell_text(row.cells[at])) for at, _ in columns),
            *([escaped(row.note)] if notes else []),
        ]
        for row in table.rows
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in (heads, rules, *rows))


def _prose(prose: Prose) -> Iterable[str]:
    """A facilitator's text, said again in our own Markdown."""
    for block in prose.blocks:
        text = "".join(map(_run, block.runs)).strip()
        match block.kind:
            case ProseKind.HEADING:
                yield f"### {text}"
            case ProseKind.QUOTE:
                yield f"> {text}"
            case ProseKind.BULLET | ProseKind.NUMBER:
                marker = "-" if block.kind is ProseKind.BULLET else block.marker
                yield f"{'    ' * (block.depth - 1)}{marker or '-'} {text}"
            case ProseKind.PARAGRAPH:
                yield text


def _run(run: Run) -> str:
    """Words with their marks; blanks stay outside, where marks would not be read as such."""
    core = run.text.strip()
    if not core:
        return run.text
    before, _, after = run.text.partition(core)
    mark = ("**" if run.strong else "") + ("*" if run.emphasis else "")
    return f"{before}{mark}{escaped(core)}{mark[::-1]}{after}"
