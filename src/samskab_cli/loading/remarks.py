"""What is said on stderr about how answers were read. No cell is quoted here, and no heading of a column left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samskab_cli.loading.one_file import FileAnswers
from samskab_cli.loading.together import Joined, numbered
from samskab_cli.model.question_set import QuestionSet


def remarks(files: Sequence[FileAnswers], joined: Joined, question_set: QuestionSet) -> tuple[str, ...]:
    """All remarks, file by file, then those on the whole."""
    said = [remark for file in files for remark in _of_file(file, joined)]
    return (*said, *_of_all(files, joined, question_set))


def _of_file(file: FileAnswers, joined: Joined) -> Iterator[str]:
    mapping = file.mapping
    yield f"{file.file}: {_count(file.body.rows, 'row')} ({file.sheet.described})"
    if mapping.not_quick:
        yield f"{file.file}: {_count(mapping.not_quick, 'column')} of items outside the quick version left out"
    if mapping.ignored:
        yield f"{file.file}: {_count(mapping.ignored, 'other column')} ignored"
    if mapping.role is None:
        yield f"{file.file}: no column role or rolle; nobody has a role"
    else:
        coded = file.body.columns[mapping.role.position]
        unreadable = file.roles.unreadable(coded.counts).total()
        if unreadable:
            yield f"{file.file}: {_count(unreadable, 'role')} can't be read; they count as none"
    here = [item for item in mapping.missing if item not in joined.missing]
    if here:
        yield f"{file.file}: no column for {', '.join(here)}; blank here, since another file has it"


def _of_all(files: Sequence[FileAnswers], joined: Joined, question_set: QuestionSet) -> Iterator[str]:
    if any(file.has_numbers for file in files):
        low, high = question_set.scale.options[0], question_set.scale.options[-1]
        language = question_set.languages[0]
        yield (
            f"numbers are read as {low.value} = {low.label.text(language)} … "
            f"{high.value} = {high.label.text(language)}; a file coded the other way round can't be seen"
        )
    if joined.missing:
        names = ", ".join(item.id for item in question_set.items if item.id in joined.missing)
        yield f"no column for {names}; the result is provisional"
    if any(file.names_somebody for file in files):
        yield "respondents' ids look like mail addresses or CPR numbers; rows are numbered instead"
    elif numbered(files):
        yield "no column respondent; rows are numbered"
    if joined.left_out:
        yield f"{_count(joined.left_out, 'row')} of repeated respondents left out: the last complete one counts"


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
