"""A question set from YAML: `set.yaml` and a file a dimension, or one file; checked, then the model."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from samskab_cli.errors import Problem, QuestionSetRefused
from samskab_cli.loading.sets import cross_checks, structure
from samskab_cli.loading.sets.bundled import SET, path_of_set
from samskab_cli.loading.sets.faults import Faults
from samskab_cli.loading.sets.set_files import SetFiles
from samskab_cli.loading.sets.yaml_document import MAX_VALUES, YamlDocument, read_yaml
from samskab_cli.model.question_set import QuestionSet
from samskab_cli.model.text import nearest, shown

MAX_DIMENSIONS = 40

_A_NAME: Final = "the name of a dimension: small letters a-z, digits and _, a letter first, at most 32"
_DIMENSION_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")


def read_question_set(name_or_path: str) -> tuple[QuestionSet, SetFiles]:
    """A question set and the files that it was read from, for what must say where something stands.

    Raises QuestionSetRefused with all its faults, in the order of the files.
    """
    files = _read(path_of_set(name_or_path))
    faults = Faults(files)
    question_set = None
    if isinstance(files.content, dict):
        question_set = structure.build(faults)
        cross_checks.check(faults)
    elif files.main.whole:
        faults.add((), f"expected the keys and values of a question set, found {structure.describe(files.content)}")
    if faults.problems or question_set is None:
        raise QuestionSetRefused(*faults.in_order())
    return question_set, files


def _read(place: Path) -> SetFiles:
    """Read all files of a set; what can't be read is noted in them."""
    folder = place if place.is_dir() else None
    main = _read_inside(folder, SET) if folder else read_yaml(place, str(place))
    files = SetFiles(main, content=main.data)
    if not isinstance(main.data, dict) or not isinstance(main.data.get("dimensions"), list):
        return files
    names: list[object] = main.data["dimensions"]
    merged = list(names)
    for position, name in enumerate(names):
        if isinstance(name, str):
            document = _read_dimension(files, folder, name, position)
            merged[position] = document.data if document else None
    files.content = main.data | {"dimensions": merged}
    return files


def _read_dimension(files: SetFiles, folder: Path | None, name: str, position: int) -> YamlDocument | None:
    """Read the file of a dimension named in `set.yaml`; None, and a problem at the name, where there is none."""
    spot = ("dimensions", position)
    problem = None
    if folder is None:
        message = f"a single file has its dimensions inline, found the name {shown(name)}"
        problem = files.main.problem(spot, message)
    elif position >= MAX_DIMENSIONS:
        problem = files.main.problem(spot, f"more than {MAX_DIMENSIONS} dimensions, the limit")
    elif sum(len(document.values) for document in files.documents) > MAX_VALUES:
        problem = files.main.problem(spot, f"more than {MAX_VALUES:,} keys and values before this file, the limit")
    elif not _DIMENSION_NAME.fullmatch(name):
        problem = files.main.problem(spot, f"expected {_A_NAME}, found {shown(name)}")
    elif any(Path(d.file).name == f"{name}.yaml" for d in files.dimensions.values()):
        problem = files.main.problem(spot, f"the dimension {shown(name)} stands twice")
    elif not (folder / f"{name}.yaml").exists():
        there = sorted(path.stem for path in folder.glob("*.yaml") if path.name != SET)
        problem = files.main.problem(spot, f"the folder has no file {name}.yaml", nearest(name, there))
    if problem or folder is None:
        files.main.problems.extend([problem] if problem else [])
        files.main.faulty.add(spot)
        files.all_read = False
        return None
    document = _read_inside(folder, f"{name}.yaml")
    if not document.whole:
        document.faulty.add(())
        files.all_read = False
    files.dimensions[position] = document
    return document


def _read_inside(folder: Path, name: str) -> YamlDocument:
    """Read a file of a folder, and nothing that a link leads to outside it."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        return YamlDocument(
            str(path), problems=[Problem("a link that leads out of the folder", str(path))], whole=False
        )
    return read_yaml(path, str(path))
