"""What pages and documents say beside what every report says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Pages:
    """Labels of a report that is read on paper or in a browser."""

    ladder: str
    here: str
    why: str
    differs: str
    same_alone: str
    unknown_alone: str
    who: str
    intro: str
    conclusion: str
    weakest_decides: str
    gate_scale: str
    all_answers: str
    whisker: str
    distribution: str
    topic: str
    step_what: str
    step_who: str
    step_when: str
    step_gain: str
    from_the_room: str
    to_agree: str
    to_agree_note: str
    took_part: str
    gave: str
    items_read: str
    worst: str
    best: str
    statement: str
    counts: str
    scale: str
    behind: str
    sides_figures: str
    as_given: str
    caveat: str
    state: str
    part: str
    side: str
    level: str
    document: str
    text: str
    number: str
    reason: str
