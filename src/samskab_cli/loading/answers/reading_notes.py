"""Remarks on stderr about how answers were read: system, encoding, mapping, rows and columns left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samskab_cli.loading.answers.answer_file import COUNTED, FileAnswers
from samskab_cli.loading.answers.cells import key_of
from samskab_cli.loading.answers.combine import Ids, Joined, numbered
from samskab_cli.loading.answers.layouts import own
from samskab_cli.loading.answers.load_options import LoadOptions
from samskab_cli.loading.answers.nobody_rows import NOBODY
from samskab_cli.model.answers import LEAST_VALUE
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.text import amount, shown


def remarks(
    files: Sequence[FileAnswers], ids: Ids, joined: Joined, question_set: QuestionSet, options: LoadOptions
) -> tuple[str, ...]:
    """All remarks, file by file, then those on the whole."""
    lines = [remark for file in files for remark in _of_file(file, joined)]
    unmarked = [file.file for file in files if options.complete_only and not file.known.rules.incomplete]
    lines += [f"{file}: no column marks unfinished rows; --complete-only leaves nothing out" for file in unmarked]
    return (*lines, *_of_all(files, ids, joined, question_set))


def _of_file(file: FileAnswers, joined: Joined) -> Iterator[str]:
    mapping = file.mapping
    system = file.known.layout.system
    by = f"; {system}" if system not in {"", own.NAME} else ""
    yield f"{file.file}: {amount(file.body.rows, 'row')} ({file.sheet.described}{by})"
    yield from _of_rows(file)
    yield from _of_companions(file)
    if file.sheet.facts.hidden_sheets:
        names = ", ".join(map(shown, file.sheet.facts.hidden_sheets))
        yield f"{file.file}: {amount(len(file.sheet.facts.hidden_sheets), 'hidden sheet')} not read: {names}"
    if mapping.not_quick:
        yield f"{file.file}: {amount(mapping.not_quick, 'column')} of items outside the quick version left out"
    if mapping.ignored:
        yield f"{file.file}: {amount(mapping.ignored, 'other column')} ignored"
    if mapping.role is None:
        places = " and ".join(str(position + 1) for position in sorted(file.known.role_candidates))
        hint = f"; column {places} holds roles: a mapping file can say so (--map)" if places else ""
        yield f"{file.file}: no column role or rolle; nobody has a role{hint}"
    else:
        coded = file.body.columns[mapping.role.position]
        unreadable = file.roles.unreadable(coded.counts).total()
        if unreadable:
            yield f"{file.file}: {amount(unreadable, 'role')} can't be read; they count as none"
    here = [item for item in mapping.missing if item not in joined.missing]
    if here:
        yield f"{file.file}: no column for {', '.join(here)}; blank here, since another file has it"


def _of_rows(file: FileAnswers) -> Iterator[str]:
    """Rows that aren't somebody's whole answers."""
    for why, count in sorted(file.body.left_out.items()):
        if why in {NOBODY, COUNTED}:
            continue  # said as a doubt
        yield f"{file.file}: {amount(count, 'row')} left out ({why})"
    if file.unanswered:
        yield f"{file.file}: {amount(file.unanswered, 'row')} without any answer, left out of every figure"
    if file.incomplete:
        many = amount(file.incomplete, "row")
        yield f"{file.file}: {many} that the survey system marks as not finished, kept; --complete-only leaves them out"


def _of_companions(file: FileAnswers) -> Iterator[str]:
    """What files beside the answers say, and answers that they know and nobody gave."""
    if file.known.beside:
        yield f"{file.file}: its codes and texts are explained by {' and '.join(file.known.beside)}, found beside it"
    known = {key: label for item in file.items.values() for key, label in file.known.labels_of(item.column).items()}
    given = {key_of(text) for item in file.items.values() for text in item.reading.counts}
    unused = {
        key: label for key, label in known.items() if file.known.cells.code(label) < LEAST_VALUE and key not in given
    }
    for key, label in sorted(unused.items()):
        yield f"{file.file}: no cell is {shown(key)}, which the labels call {shown(label)}"


def direction(question_set: QuestionSet) -> str:
    """Which way numbers are read, of each scale."""
    language = question_set.languages[0]
    ends = ((scale.options[0], scale.options[-1]) for scale in question_set.scales)
    return "; ".join(
        f"{low.value} = {low.label.text(language)} … {high.value} = {high.label.text(language)}" for low, high in ends
    )


def _of_all(files: Sequence[FileAnswers], ids: Ids, joined: Joined, question_set: QuestionSet) -> Iterator[str]:
    if any(file.has_numbers for file in files):
        yield f"numbers are read as {direction(question_set)}; a file coded the other way round can't be seen"
    if joined.missing:
        names = ", ".join(item.id for item in question_set.items if item.id in joined.missing)
        yield f"no column for {names}; the result is provisional"
    if any(file.names_somebody for file in files):
        yield "respondents' ids look like mail addresses or CPR numbers; rows are numbered instead"
    elif ids.common is None and numbered(files, ids):
        yield "no column respondent; rows are numbered"
    if joined.left_out:
        yield f"{amount(joined.left_out, 'row')} of repeated respondents left out: the last complete one counts"
