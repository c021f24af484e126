"""The Python API: the same answers, rules and refusals as on the command line, which is made of it.

    import samskab_cli.api as samskab

    answers = samskab.read("svar/*.csv", "readiness", groups=["kommune"])
    answers.groups(["kommune"], min_group=5)      # polars.DataFrame
    answers.report().write("report.html")

Options are called as those of the command line, with `_` for `-`. Every error is a `SamskabError`: its `problems` say
where, what was found and what was expected; nothing is half-written. Figures are 0…100, numbers of people are counts.
"""

from samskab_cli.api.answers import Answers
from samskab_cli.api.comparison import compare, compare_groups
from samskab_cli.api.each import Each
from samskab_cli.api.publication import Publication
from samskab_cli.api.reading import Reading, preview, question_set, read
from samskab_cli.errors import (
    AnswersRefused,
    Misused,
    OutputRefused,
    Problem,
    QuestionSetRefused,
    Refused,
    SamskabError,
    SessionRefused,
    TextRefused,
)

__all__ = [
    "Answers",
    "AnswersRefused",
    "Each",
    "Misused",
    "OutputRefused",
    "Problem",
    "Publication",
    "QuestionSetRefused",
    "Reading",
    "Refused",
    "SamskabError",
    "SessionRefused",
    "TextRefused",
    "compare",
    "compare_groups",
    "preview",
    "question_set",
    "read",
]
