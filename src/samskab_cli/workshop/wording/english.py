"""The English catalogue."""

from __future__ import annotations

from samskab_cli.model.answers import Mode
from samskab_cli.model.session import Trouble
from samskab_cli.workshop.wording.catalogue import (
    EndWords,
    QuestionWords,
    RemarkWords,
    StartWords,
    SummaryWords,
    TurnWords,
    VoteWords,
    Words,
)

_START = StartWords(
    ask_matter="What is the matter about? One sentence, or Enter: ",
    ask_municipality="Which municipality? Or Enter: ",
    matter="The matter",
    municipality="Municipality",
    date="Date",
    set="Version",
    whole_set="the whole set, {n} statements",
    quick_set="the short one, {n} statements",
    mode="How you answer",
    modes={
        Mode.VOTES: "you vote, and votes are counted for each role",
        Mode.CONSENSUS: "you agree on one answer",
        Mode.INDIVIDUAL: "one at a time at the computer",
    },
    roles="Present",
    no_roles="not given",
    file="The file",
    takes="Answering takes about {minutes} minutes. Allow as long again to talk about it.",
    propose_quick="With so many roles the hour goes with voting. The short version takes "
    "about {minutes} minutes: press u.",
    not_for_projector="Turn the projector off: one person at a time answers here, and nobody else should see it.",
    begin="Press Enter to begin. ",
    change="s matter · k municipality · t date · f how you answer · r who is present · u version · q leave",
    ask_date="Which day? For instance 23/11 or today: ",
    ask_roles="Who is present? For instance {example}: ",
    bad_date="That cannot be read as a day. Write for instance 26/2, on Friday or in 14 days.",
    impossible_date="There is no such day.",
    past_date="{date} is over.",
    bad_roles="Can't read {word}. Roles and sides: {known}.",
    votes_need_roles="To vote, say who is present: press r.",
    how_many="How many will answer? ",
    bad_number="Write a number.",
    ask_open="You are fewer than five, so answers can be traced to a person. Do you "
    "agree to show them all the same? (y/n) ",
    yes="y",
    unfinished="There are unfinished workshops here:",
    unfinished_line="{number}  {matter} · {date} · {answered} statements answered",
    choose_unfinished="Write a number to go on, or press Enter to begin a new one: ",
    reopened="The workshop was finished and has been opened again.",
    resumed="You go on where you stopped: {answered} of {total} statements have an answer.",
    torn="Line {line} of the file was only half written when the machine went off. "
    "What it was about hadn't been noted.",
    set_changed="The question set has changed since you began ({before}, now {now}). You "
    "go on with its present statements.",
    items_gone="Answers to these statements are no longer part of it: {items}.",
)

_QUESTION = QuestionWords(
    place="Question {number} of {total}. {dimension}.",
    number="question {number} of {total}",
    part="part {number} of {total}",
    answer="Answer: ",
    noted="Noted: {answer}",
    before="Your last answer: {answer}",
    keys="Keys: {values} answer · v don't know · i not relevant · b back · s skip · n note · e example · "
    "d dilemma · a action · o overview · ? help · q pause",
    vote_keys="Type, then Enter: numbers, e.g. {example} · b back · s skip · n note · e example · d dilemma · "
    "a action · p who is here · o overview · ? help · q pause",
    short_keys="? examples and keys · b back · s skip · q pause (all is saved)",
    help="Examples",
    anchors="{key} {label}: {anchor}",
    no_anchors="There are no examples for this statement.",
    unknown="That is no answer. {keys}",
    unknown_vote="No votes in that. Write the cards' numbers, e.g. {example}, or = and counts, e.g. {counts}.",
    pasted="A pasted text is no answer.",
    agreed_now="Agreed answer: {answer}",
)

_VOTES = VoteWords(
    cards_up="Cards up. Type the numbers of one role at a time, then Enter. The numbers aren't shown.",
    ask="{role} ({n}): ",
    noted="Noted: {role}, {n} voted",
    nobody="Noted: {role}, nobody voted",
    fewer="{role}: {n} voted, and {present} are here. The rest counts as unanswered.",
    more="{role}: {n} voted, but only {present} are here. Has somebody come? Press p.",
    keys="Enter go on · k agreed answer · e example · n note · d dilemma · b vote again · p who is here · q pause",
    ask_agreed="What do you agree on? One answer, or Enter for none: ",
    agreed="Agreed answer: {answer}. It stands beside the votes and isn't counted.",
    bad_agreed="Write one of the answers.",
    talk="Talk about: {question}",
    ask_present="Who is here now? Now: {now}. For instance {example}: ",
    present="Noted: {now}",
)

_REMARKS = RemarkWords(
    ask={"note": "Note: ", "evidence": "What do you build it on? An example: ", "dilemma": "Dilemma: "},
    noted={"note": "The note is saved.", "evidence": "The example is saved.", "dilemma": "The dilemma is saved."},
    nothing="Nothing has been saved.",
    what="What is to be done? ",
    who="Who does it? ",
    when="When? ",
    action_noted="The action is saved.",
    action_by="The action is saved: {when}",
    listed="{number}  {text}",
    evidence_wanted="That is a high answer. What do you build it on? Press e and write an example.",
    evidence_wanted_before="Noted: {answer}. What do you build it on? Press b and then e to write an example.",
    edit="Write a number to change one, or a new text: ",
)

_SUMMARY = SummaryWords(
    done="{dimension} is answered",
    lowest="Lowest",
    gap="Gap",
    gap_large="large: talk about it before you go on",
    by="{who} · within {days} days",
    go_on="Enter on to {dimension} · o overview · d dilemma · a action · q pause",
    go_on_last="Enter on to the overview · d dilemma · a action · q pause",
    numbers_hidden="The numbers are hidden. Press h to show them.",
    overview="Overview",
    overview_answered="{dimension}: {answered} of {total}",
    overview_missing="Not answered: {numbers}",
    overview_all="Every statement has an answer.",
    ask_jump="The number of a statement, Enter for the next without an answer, f to end, q to pause: ",
    ask_jump_complete="Enter to end, the number of a statement to see it again, q to pause: ",
    bad_jump="Write a number from 1 to {total}.",
)

_TURN = TurnWords(
    next="Ready for the next person. {n} have answered.",
    ask_role="What are you in this matter? Write a number, Enter for none of them, or f when all have answered: ",
    bad_role="Write a number from 1 to {total}.",
    thanks="Thank you for your answers. Give the seat to the next.",
    closed="Everybody has answered.",
    ask_close="Enter to give the seat to the next, or the number of a statement: ",
)

_END = EndWords(
    discuss="Talk about this first",
    moves="What moves it most",
    show_verdict="Press Enter when you have talked about it. Then comes the verdict. ",
    report_keys="t table · s sides · f distribution · r order · g save report · a action · m next meeting · q end",
    orders={
        "asked": "In the order of the questions.",
        "weakest": "The weakest first.",
        "disagreed": "Those you disagree about most first.",
    },
    ask_next_date="When do you meet again? For instance 26/2 or in three months. Or Enter: ",
    next_date="Next meeting: {date}",
    saved_report="The report is saved: {file}",
    ask_folder="Write another folder, or press Enter to try again: ",
    saved="All is saved in {file}",
    report_command="A report to take home: {command}",
    compare_command="Next time, to see what has changed (add the new file at the end): {command}",
    go_on_command="Go on: {command}",
    paused="Pause. {answered} of {total} statements have an answer.",
    stopped="Stopped. {answered} of {total} statements have an answer.",
)

ENGLISH = Words(
    language="en",
    start=_START,
    question=_QUESTION,
    votes=_VOTES,
    remarks=_REMARKS,
    summary=_SUMMARY,
    turn=_TURN,
    end=_END,
    trouble={
        Trouble.NO_SESSION: "{file} is no workshop of samskab.",
        Trouble.NEWER: "{file} was written by a newer samskab. Update, and try again.",
        Trouble.DAMAGED: "Line {line} of {file} is damaged. Get it from a copy, or take the line out.",
        Trouble.OTHER_SET: "{file} uses another question set ({said}). Name it with --questions.",
        Trouble.MISSING: "{file} doesn't exist.",
        Trouble.EXISTS: "{file} exists already.",
        Trouble.LOCKED: "{file} is open elsewhere (since {said}). Close it there first.",
        Trouble.FULL: "There is no space left: {file}.",
        Trouble.READ_ONLY: "{file} can't be written to.",
        Trouble.NO_FOLDER: "The folder doesn't exist: {file}.",
        Trouble.GONE: "{file} has been deleted meanwhile.",
        Trouble.DISK: "Something is wrong with the disk at {file}: {said}.",
    },
    trouble_now="The answer is NOT saved. {trouble}",
    trouble_again="Saved in {file}",
)
