"""`SetFiles`: which file and line of a question set a place in its merged content stands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from samskab_cli.loading.sets.yaml_document import YamlDocument, YamlPath


@dataclass
class SetFiles:
    """A question set as its files say it: one merged content, and the file behind every path of it."""

    main: YamlDocument
    dimensions: dict[int, YamlDocument] = field(default_factory=dict)
    """Position of a dimension → the file it stands in; inline dimensions aren't here."""
    content: Any = None
    """Plain data with all dimensions inline."""
    all_read: bool = True
    """False where a file of a dimension couldn't be read: then nobody knows what it says."""

    def locate(self, path: YamlPath) -> tuple[YamlDocument, YamlPath]:
        """The file that says what stands at a path, and the path in that file."""
        if len(path) >= 2 and path[0] == "dimensions" and isinstance(path[1], int) and path[1] in self.dimensions:
            return self.dimensions[path[1]], path[2:]
        return self.main, path

    @property
    def documents(self) -> tuple[YamlDocument, ...]:
        """All files, in question order."""
        return (self.main, *(document for _, document in sorted(self.dimensions.items())))
