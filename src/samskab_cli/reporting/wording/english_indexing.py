"""The English catalogue of the index."""

from __future__ import annotations

from samskab_cli.reporting.wording.indexing import Indexing

ENGLISH_INDEXING = Indexing(
    title="Overview",
    by="One report for each group (the column {column})",
    group="Group",
    empty="without {column}",
    verdict="Verdict",
    people="Answers",
    order=(
        "The order is alphabetical. This is no ranking: each group has its own matter and its own answers, and the "
        "figures are there to talk about."
    ),
    withheld="Withheld",
    withheld_explained=(
        "These groups have no report, so that nobody can be recognised, not even by subtracting figures."
    ),
    nobody_shown="All groups are withheld.",
)
