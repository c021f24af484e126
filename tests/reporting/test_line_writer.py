"""How the terminal breaks a text into lines."""

from __future__ import annotations

from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from samskab_cli.model.text import clean
from samskab_cli.reporting.terminal.line_writer import wrapped

CONSOLE = Console(file=StringIO(), color_system=None, legacy_windows=False, _environ={})


def test_a_text_is_broken_between_words_and_a_longer_word_in_itself() -> None:
    assert wrapped("Vi gør det sammen.", 10) == ["Vi gør det", "sammen."]
    assert wrapped("Vi gør det\nsammen.", 30) == ["Vi gør det", "sammen."]
    assert wrapped("en Samskabelsesparathedens grad", 10) == ["en", "Samskabels", "esparathed", "ens grad"]
    assert wrapped("日本語 å", 4) == ["日本", "語 å"]
    assert wrapped("", 10) == [""]


@given(
    st.text(st.one_of(st.sampled_from("ab cdæøå  -–,.日本👍🏽\n\N{NO-BREAK SPACE}"), st.characters())),
    st.integers(2, 30),
)
def test_lines_are_broken_where_rich_breaks_them(text: str, width: int) -> None:
    text = clean(text, lines=True)

    assert wrapped(text, width) == [line.plain.rstrip() for line in Text(text).wrap(CONSOLE, width)]
