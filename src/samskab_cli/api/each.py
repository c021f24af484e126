"""`Each`: the reports of groups, made one by one as they are gone through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samskab_cli.api.parameters import Prose
from samskab_cli.api.publication import Publication

if TYPE_CHECKING:
    from samskab_cli.disclosure.per_group import GroupResults
    from samskab_cli.model.question_set import QuestionSet
    from samskab_cli.model.result import Result
    from samskab_cli.model.suppression import Reason, SideLevel
    from samskab_cli.reporting.document import Document


@dataclass(frozen=True)
class Each:
    """The reports of groups, made one by one as they are gone through."""

    question_set: QuestionSet
    _groups: GroupResults = field(repr=False)
    _prose: Prose = field(repr=False)

    @property
    def names(self) -> tuple[str | None, ...]:
        """The groups, in order; None: where the column is empty."""
        return self._groups.names

    @property
    def shown(self) -> tuple[str | None, ...]:
        """The groups that have a report, in order."""
        return self._groups.shown

    @property
    def min_group(self) -> int:
        """People in the smallest group that is shown."""
        return self._groups.min_group

    @property
    def beside(self) -> SideLevel:
        """The finest level at which a report of everybody may show sides beside these; `none`: at no level."""
        return self._groups.beside

    def __iter__(self) -> Iterator[tuple[str | None, Publication[Result] | Reason]]:
        """Each group and its report, or the reason why all of it is withheld."""
        for name, outcome in self._groups:
            yield name, outcome if isinstance(outcome, str) else self._report(outcome)

    def _report(self, result: Result) -> Publication[Result]:
        language = result.context.language

        def document() -> Document:
            from samskab_cli.reporting.report_document import report_document

            return report_document(
                result, self.question_set, language, intro=self._prose.intro, conclusion=self._prose.conclusion
            )

        return Publication(result, document)
