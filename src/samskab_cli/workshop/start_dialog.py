"""The start line by line: matter, municipality, date, mode, roles; unfinished sessions; what keys change."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from samskab_cli.model.answers import Mode
from samskab_cli.model.session_lines import SessionMode
from samskab_cli.model.text import clean
from samskab_cli.workshop.attendance import role_label
from samskab_cli.workshop.date_dialog import Left, ask_date
from samskab_cli.workshop.facilitator import Front
from samskab_cli.workshop.journal import UnfinishedSession, now
from samskab_cli.workshop.other_screens import INSTALL, has_extra
from samskab_cli.workshop.settings import Settings
from samskab_cli.workshop.wording import RoomWords

MODES: Final[tuple[SessionMode, ...]] = (Mode.VOTES, Mode.CONSENSUS, Mode.INDIVIDUAL)


_OF_ANY: Final = frozenset("skt")
"""Keys of the start that hold whatever way is answered."""


def choose_unfinished(found: Sequence[UnfinishedSession], words: RoomWords, front: Front) -> UnfinishedSession | None:
    """The session to go on with; None for a new one."""
    texts = words.start
    front.say(texts.unfinished)
    for number, one in enumerate(found, start=1):
        matter = clean(one.header.matter or one.path.name)
        line = texts.unfinished_line.format(number=number, matter=matter, date=one.header.date, answered=one.answered)
        front.say(line)
    while True:
        text = (front.ask(texts.choose_unfinished) or "").strip()
        if not text:
            return None
        if text.isascii() and text.isdigit() and 1 <= int(text) <= len(found):
            return found[int(text) - 1]
        front.say(texts.bad_number)


def ask_about(settings: Settings, words: RoomWords, front: Front) -> Settings:
    """The two things that nobody can know: the issue and the municipality, where they are missing."""
    if settings.matter is None:
        settings = settings.with_text("matter", front.ask(words.start.ask_matter) or "")
    if settings.municipality is None:
        settings = settings.with_text("municipality", front.ask(words.start.ask_municipality) or "")
    return settings


def start_lines(settings: Settings, words: RoomWords) -> list[tuple[str, str]]:
    """The defaults: what they are called, and what they are."""
    from samskab_cli.reporting.dates import long_date  # not before somebody sees a date

    texts, qs = words.start, settings.question_set
    people = Counter(one.role for one in settings.answers if one.role) if settings.answers else settings.present
    here = ", ".join(f"{role_label(role, qs, words.language)} {n}" for role, n in people.items() if n > 0)
    version = texts.quick_set if settings.quick else texts.whole_set
    before = texts.mode_before.format(n=len(settings.answers))
    return [
        (texts.matter, settings.matter or "–"),
        (texts.municipality, settings.municipality or "–"),
        (texts.date, long_date(settings.date, words.language)),
        (texts.mode, before if settings.answers else _way(settings, words)),
        *_previous(settings, words),
        (texts.roles_before if settings.answers else texts.roles, here or texts.no_roles),
        (texts.set, version.format(n=settings.items)),
    ]


def _way(settings: Settings, words: RoomWords) -> str:
    return words.start.mode_phones if settings.has_phones else words.start.modes[settings.mode]


def _previous(settings: Settings, words: RoomWords) -> list[tuple[str, str]]:
    if settings.previous is None:
        return []
    from samskab_cli.reporting.dates import long_date  # as above

    met, steps = long_date(settings.previous.header.date, words.language), len(settings.previous.actions)
    return [(words.follow_up.previous, words.follow_up.mode_previous.format(date=met, n=steps))]


def change_keys(settings: Settings, words: RoomWords) -> str:
    """The keys that change something."""
    return words.start.change_before if settings.answers else words.start.change


def remarks(settings: Settings, words: RoomWords) -> list[str]:
    """How long it takes, and what to mind."""
    texts = words.start
    if settings.answers:
        return [texts.takes_before.format(talking=settings.duration.talking)]
    one_by_one = settings.mode is Mode.INDIVIDUAL
    takes = texts.takes_one_by_one if one_by_one else texts.takes
    duration = settings.duration
    lines = [takes.format(whole=duration.whole, answering=duration.answering, talking=duration.talking)]
    if settings.proposes_quick:
        lines.append(texts.propose_quick.format(minutes=settings.quick_duration.whole))
    if one_by_one:
        lines.append(texts.not_for_projector)
    return lines


@dataclass(frozen=True)
class Changing:
    """What a key of the start screen changes."""

    words: RoomWords
    front: Front

    def change(self, key: str, settings: Settings) -> Settings | None:
        """The settings after a key; None for a key that changes nothing."""
        texts = self.words.start
        changes: dict[str, Callable[[], Settings]] = {
            "s": lambda: settings.with_text("matter", self.front.ask(texts.ask_matter) or ""),
            "k": lambda: settings.with_text("municipality", self.front.ask(texts.ask_municipality) or ""),
            "t": lambda: self._date(settings),
            "f": lambda: dataclasses.replace(settings, mode=MODES[(MODES.index(settings.mode) + 1) % len(MODES)]),
            "m": lambda: self._phones(settings),
            "r": lambda: self._roles(settings),
            "u": lambda: self._version(settings),
        }
        if settings.answers:  # how these were given, and of which statements, is no longer a choice
            changes = {key: change for key, change in changes.items() if key in _OF_ANY}
        change = changes.get(key.casefold())
        return change() if change else None

    def _phones(self, settings: Settings) -> Settings:
        """With phones or without; they vote, so that is how the room answers then."""
        if not has_extra():
            self.front.say(self.words.elsewhere.count.needs_extra.format(command=INSTALL))
            return settings
        phones = not settings.has_phones
        return dataclasses.replace(settings, phones=phones, mode=Mode.VOTES if phones else settings.mode)

    def _version(self, settings: Settings) -> Settings:
        has_quick = any(item.quick for item in settings.question_set.items)
        return dataclasses.replace(settings, quick=has_quick and not settings.quick)

    def _date(self, settings: Settings) -> Settings:
        try:
            date = ask_date(self.front, self.words.start.ask_date, self.words, now().date(), ahead=False)
        except Left:
            return settings
        return dataclasses.replace(settings, date=date) if date else settings

    def _roles(self, settings: Settings) -> Settings:
        present = self.front.ask_present(settings.question_set, settings.present, self.words)
        if present is None:
            return settings
        mode: SessionMode = Mode.VOTES if any(present.values()) and settings.mode is Mode.CONSENSUS else settings.mode
        return dataclasses.replace(settings, present=present, mode=mode)


def begin(settings: Settings, words: RoomWords, front: Front) -> Settings | None:
    """The start line by line, at a terminal; None where the room leaves."""
    while True:
        for name, value in start_lines(settings, words):
            front.say(f"{name}: {value}")
        for line in remarks(settings, words):
            front.say(line)
        front.say(change_keys(settings, words))
        key = front.ask(words.start.begin)
        if key is None or key.strip().casefold() == "q":
            return None
        if key.strip():
            settings = Changing(words, front).change(key.strip(), settings) or settings
        elif lacks_roles(settings):
            front.say(words.start.votes_need_roles)
            settings = Changing(words, front).change("r", settings) or settings
        else:
            return settings


def lacks_roles(settings: Settings) -> bool:
    """Whether votes are to be counted of nobody knows whom."""
    return settings.mode is Mode.VOTES and not any(settings.present.values())
