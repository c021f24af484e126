"""The English catalogue of pages and documents."""

from __future__ import annotations

from samskab_cli.reporting.wording.pages import Pages

ENGLISH_PAGES = Pages(
    ladder="The levels, the best at the top",
    here="you are here",
    why="Why",
    differs="Who sees it differently?",
    same_alone="Each side by itself reaches the same level: {level}.",
    unknown_alone="There are too few answers to say what each side reaches by itself.",
    who="Who answered?",
    intro="Introduction",
    conclusion="Conclusion",
    weakest_decides="The weakest part decides.",
    gate_scale="0 to 100: in place from {pass_at} (line), not in place below {fail_below} (dotted).",
    all_answers="All answers, 0 to 100.",
    whisker="how far the unanswered could move the figure",
    distribution="Answers on each step: {counts}",
    topic="Topic",
    step_what="What",
    step_who="Who",
    step_when="When",
    step_gain="What it moves",
    from_the_room="From the room",
    to_agree="Agreed at the meeting",
    to_agree_note="what, who, when",
    took_part="Who took part",
    gave="What they answered",
    items_read=(
        "Right of the middle lie the answers that pull up; left of it those that pull down. Reversed statements are "
        "mirrored, so that right is always the good side. The numbers count answers."
    ),
    worst="pulls down",
    best="pulls up",
    statement="Statement",
    counts="Answers",
    scale="0–100",
    behind="The figures behind the charts",
    sides_figures="The sides, 0 to 100",
    as_given="Answers on each step as they were given, also on reversed statements.",
    caveat="Caveat",
    state="State",
    part="Part",
    side="Side",
    level="Level",
    document="Report",
    text="Text",
    number="Figure",
    reason="Reason",
)
