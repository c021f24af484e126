"""Doubts about all files together: ids that identify nobody, groups spelled in several ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from samskab_cli.loading.answers.answer_file import FileAnswers
from samskab_cli.loading.answers.combine import Ids
from samskab_cli.model.doubts import Doubt, DoubtKind
from samskab_cli.model.text import fold, listing, shown

_NAMED: Final = 4
_SCIENTIFIC: Final = r"^\d[.,]\d+[Ee]\+\d+$"


def id_doubts(files: Sequence[FileAnswers], ids: Ids) -> Iterator[Doubt]:
    """Ids that are none: one for most rows; or numbers that a spreadsheet cut to the same few digits."""
    if ids.again is None:
        return
    column = next((str(file.mapping.respondent) for file in files if file.mapping.respondent), None)
    short = ids.texts.filter(ids.again & ids.texts.str.contains(_SCIENTIFIC))
    if len(short):
        cut = f"{len(short):,} ids were cut short by a spreadsheet ({shown(short[0])})"
        text = f"{cut}; fetch the export again, or number the rows"
        heading = next(file.mapping.respondent.heading for file in files if file.mapping.respondent)
        settles = f'`ignore: ["{heading}"]`'
        yield Doubt(DoubtKind.IDS, text, len(short), files[0].file, column=column, settles=settles, stops=True)
    elif ids.common is not None:
        text = f"{ids.common[1]:,} of {len(ids.texts):,} rows have one id, so it is nobody's; rows are numbered"
        yield Doubt(DoubtKind.IDS, text, ids.common[1], files[0].file, column=column)


def group_names(files: Sequence[FileAnswers]) -> dict[str, dict[str, str]]:
    """Name of a group column → group → what it is called, where spellings differ in case and blanks only.

    The commonest spelling counts, of equally common ones the first in order.
    """
    sizes: dict[str, Counter[str]] = defaultdict(Counter)
    for file in files:
        for name, groups in file.group_sizes().items():
            sizes[name].update(groups)
    called: dict[str, dict[str, str]] = {}
    for name, groups in sizes.items():
        alike: dict[str, list[str]] = defaultdict(list)
        for group in sorted(groups, key=lambda group: (-groups[group], group)):
            alike[fold(group)].append(group)
        called[name] = {group: spellings[0] for spellings in alike.values() for group in spellings[1:]}
    return {name: groups for name, groups in called.items() if groups}


def group_doubts(called: Mapping[str, Mapping[str, str]]) -> Iterator[Doubt]:
    """One doubt a group column."""
    for name, groups in called.items():
        pairs = [f"{shown(group)} is {shown(main)}" for group, main in groups.items()]
        text = f"groups spelled in several ways are one: {listing(pairs, len(pairs), _NAMED)}"
        yield Doubt(DoubtKind.GROUP_CASE, text, len(pairs), column=f"column {shown(name)}")
