"""The map of `src/`: each file with the first line of its docstring and the public names that it defines."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "samskab_cli"


def sentence(path: Path) -> str:
    """The first line of a module's docstring."""
    return (ast.get_docstring(_module(path)) or "").partition("\n")[0]


def map_of_files() -> str:
    """A heading a room, and a row a file."""
    rooms = sorted({path.parent for path in SOURCE.rglob("*.py")})
    return "\n\n".join(_room(room) for room in rooms)


def _room(room: Path) -> str:
    front = room / "__init__.py"
    name = room.relative_to(SOURCE.parent).as_posix()
    names = f"\n\n{_names(front)}" if _names(front) else ""
    rows = [
        f"| `{path.name}` | {_cell(sentence(path))} | {_names(path)} |"
        for path in sorted(room.glob("*.py"))
        if path != front
    ]
    table = "\n".join(["| file | what stands in it | by name |", "|---|---|---|", *rows])
    return f"### `{name}/`\n{sentence(front)}{names}\n\n{table}"


def _names(path: Path) -> str:
    return " ".join(f"`{name}`" for name in _defined(_module(path)) if not name.startswith("_"))


def _defined(module: ast.Module) -> Iterator[str]:
    """Classes, functions and constants of a module, in their order."""
    for statement in module.body:
        match statement:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case _:
                pass


def _module(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
