"""What programs write where nothing was answered: words that are read as blank, and said."""

from __future__ import annotations

from typing import Final

EMPTY_WORDS: Final = frozenset({
    "null", "(null)", "<null>", "[null]", "#null!", "\\n", "nil", "none", "nan", "nat", "<na>", "#n/a", "#i/t",
    ".", "..", "...", "…", "-", "--", "---", "–", "—",
    "(tom)", "(tomt)", "(blank)", "(empty)", "(missing)", "missing", "system missing", "sysmis", "{question_not_shown}",
    "ubesvaret", "ikke besvaret", "intet svar", "no answer", "not answered", "no response",
})  # fmt: skip
"""Folded. A question set or a mapping file that knows one of them as an answer goes first."""
NA_WORDS: Final = frozenset({"NA", "N/A"})
"""As R, pandas and spreadsheets write nothing: in capitals only, since `na` is an answer of ours."""
