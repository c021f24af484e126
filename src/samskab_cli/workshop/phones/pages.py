"""HTML of phone and projector by jinja2, from a snapshot; Content-Security-Policy, style and script."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Literal

from jinja2 import ChoiceLoader, DictLoader, Environment, PackageLoader, StrictUndefined

from samskab_cli.reporting.page_policy import minified, percent, source_hash
from samskab_cli.workshop.board import Card
from samskab_cli.workshop.phones import qr
from samskab_cli.workshop.phones.snapshot import Shown
from samskab_cli.workshop.wording.phones import ElsewhereWords

Name = Literal[
    "seat", "code", "refused", "over", "question", "noted", "out", "counted", "distribution", "wait", "look_up"
]
"""What a phone shows."""
_ASLEEP: Final = frozenset({"seat", "code", "refused", "over"})
"""Pages that nothing is told: their phone has no seat."""
_LISTENING: Final = "connect-src 'self'; form-action 'self'"


@dataclass(frozen=True)
class PhonePage:
    """One phone's page: what the room shows, and what is this phone's own."""

    name: Name
    language: str
    version: str = ""
    round: str = ""
    role: str = ""
    """What its seat is called; empty without one."""
    is_alone: bool = False
    answer: Card | None = None
    code: str = ""
    trouble: str = ""

    @property
    def is_live(self) -> bool:
        """Whether it is told when the room moves on."""
        return self.name not in _ASLEEP

    @property
    def title(self) -> str:
        """What the window is called."""
        texts = ElsewhereWords(self.language).page
        titles: dict[Name, str] = {
            "seat": texts.who, "code": texts.code, "refused": texts.refused, "over": texts.thanks, "wait": texts.joined,
            "question": texts.answer, "noted": texts.noted, "out": texts.stay_out, "counted": texts.is_counted,
            "distribution": texts.distribution, "look_up": texts.look_up,
        }  # fmt: skip
        return titles[self.name]


@dataclass(frozen=True)
class Lobby:
    """How to join."""

    address: str
    """As somebody types it."""
    link: str
    """As the code says it."""
    network: str = ""
    password: str = ""
    shows_network: bool = False
    """Whether the code is that of the network."""

    @property
    def size(self) -> int:
        """Modules a side."""
        return self._drawn[0]

    @property
    def path(self) -> str:
        """The dark modules."""
        return self._drawn[1]

    @property
    def _drawn(self) -> tuple[int, str]:
        code = qr.wifi_code(self.network, self.password) if self.shows_network else qr.page_code(self.link)
        return qr.svg_path(code)


@dataclass(frozen=True)
class ProjectorPage:
    """What the projector adds to what is shown."""

    version: str
    cast: int
    joined: Counter[str]
    report: str = ""
    """Tells one report from another."""


def phone_page(page: PhonePage, shown: Shown, *, whole: bool = True) -> str:
    """One phone's page; not whole: what is put in place of the old."""
    words = ElsewhereWords(page.language)
    template = "phone.html.j2" if whole else "phone_main.html.j2"
    return _environment().get_template(template).render(page=page, shown=shown, words=words.page, lobby=words.lobby)


def projector_page(page: ProjectorPage, shown: Shown, base: str, lobby: Lobby | None, *, whole: bool = True) -> str:
    """The projector's page; `base`: where it lies."""
    words = ElsewhereWords(shown.language)
    template = "projector.html.j2" if whole else "projector_main.html.j2"
    return (
        _environment()
        .get_template(template)
        .render(page=page, shown=shown, base=base, lobby=lobby, words=words.page, said=words.lobby, count=words.count)
    )


@cache
def policy(of: Literal["phone", "projector"]) -> str:
    """The content security policy: the one style and the one script, nothing from elsewhere, in nobody's frame."""
    style, script = source_hash(_style(of)), source_hash(_script())
    frames = "; frame-src 'self'" if of == "projector" else ""
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; {_LISTENING}{frames}; "
        "base-uri 'none'; frame-ancestors 'none'"
    )


@cache
def _style(of: Literal["phone", "projector"]) -> str:
    ours, reports = resources.files(__package__) / "templates", resources.files("samskab_cli.reporting") / "templates"
    files = (reports / "colours.css", ours / f"{of}.css", reports / "dark.css")
    return minified("\n".join(file.read_text(encoding="utf-8") for file in files))


@cache
def _script() -> str:
    file = resources.files(__package__) / "templates" / "live.js"
    return "\n".join(line.strip() for line in file.read_text(encoding="utf-8").splitlines())


@cache
def _environment() -> Environment:
    inlined = {"phone.style": _style("phone"), "projector.style": _style("projector"), "live.js": _script()}
    environment = Environment(
        loader=ChoiceLoader(
            [
                DictLoader(inlined),
                PackageLoader("samskab_cli.workshop.phones"),
                PackageLoader("samskab_cli.reporting"),  # the signs of sides are the report's
            ]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = percent
    return environment
