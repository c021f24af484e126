"""`load_question_set`: by name or path; of a bundled one the ready-made JSON, so that no YAML is parsed.

Of a bundled one the model lies as JSON beside the YAML (a test holds them equal): to read that takes a twentieth of the
time that the YAML takes with all its checks, and every command that scores begins with it.
"""

from __future__ import annotations

from samskab_cli.loading.sets.bundled import MODEL, bundled_sets, path_of_set
from samskab_cli.model.question_set import QuestionSet


def load_question_set(name_or_path: str = "readiness") -> QuestionSet:
    """The question set of a bundled name, of a folder (`set.yaml` and a file a dimension), or of a single file.

    A bundled name may end in an earlier version, as `readiness@1.1.0`; it goes before a folder of the same name: write
    `./name` for the folder.
    Raises QuestionSetRefused with all its faults, in the order of the files.
    """
    place = path_of_set(name_or_path)
    if place.parent == bundled_sets() and (model := place / MODEL).is_file():
        return QuestionSet.model_validate_json(model.read_bytes())
    from samskab_cli.loading.sets.yaml_set import read_question_set  # noqa: PLC0415  # YAML and its checks, only where needed

    return read_question_set(name_or_path)[0]
