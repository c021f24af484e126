"""A facilitator's Markdown as paragraphs, lists, quotations and runs of words; no layout ever gets markup of others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from samskab_cli.model.text import clean
from samskab_cli.reporting.document import ProseBlock, ProseKind, Run

_DEEPEST = 3
_CONTAINERS = {"bullet_list": "bullet", "ordered_list": "number", "blockquote": "quote"}


def blocks(markdown: str) -> tuple[ProseBlock, ...]:
    """Paragraphs, headings, lists and quotations of a text in Markdown (CommonMark).

    HTML is text; a link is its words and its address; an image is what is said of it. Control characters are left out.
    """
    found: list[ProseBlock] = []
    around: list[str] = []
    heading, marker = False, ""
    for token in _parser().parse(clean(markdown, lines=True)):
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _CONTAINERS and token.nesting:
            around = [*around, _CONTAINERS[name]] if token.nesting > 0 else around[:-1]
        elif token.type == "list_item_open":
            marker = f"{token.info}." if token.info else "\N{EN DASH}"
        elif name == "heading":
            heading = token.nesting > 0
        elif token.type == "inline":
            runs = tuple(_runs(token.children or ()))
            found += [_block(runs, around, marker, heading=heading)] if runs else []
            marker = ""
        elif token.type in {"fence", "code_block"}:
            code = clean(token.content).strip()
            found += [_block((Run(text=code, code=True),), around, marker, heading=False)] if code else []
    return tuple(found)


def _block(runs: tuple[Run, ...], around: list[str], marker: str, *, heading: bool) -> ProseBlock:
    kind = "heading" if heading else (around or ["paragraph"])[-1]
    return ProseBlock(kind=ProseKind(kind), depth=min(len(around), _DEEPEST), marker=marker, runs=runs)


def _runs(tokens: Iterable[Token]) -> Iterable[Run]:
    strong = emphasis = 0
    addresses: list[tuple[str, str]] = []
    content = ""
    for token in tokens:
        text, code = "", token.type == "code_inline"
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "softbreak" | "hardbreak":
                text = " "
            case "link_open":
                addresses.append((str(token.attrGet("href") or ""), content))
            case "link_close":
                address, before = addresses.pop()
                text = "" if content.removeprefix(before) in address else f" ({address})"
            case _:
                text = token.content  # an image's content is what is content of it
        if text:
            content += text
            yield Run(text=clean(text), strong=strong > 0, emphasis=emphasis > 0, code=code)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})
