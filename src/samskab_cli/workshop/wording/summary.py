"""Texts between dimensions, of the overview, of talking about a topic, and at the end."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text, TextOf


class SummaryWords(Catalogue):
    """After a dimension, and the overview."""

    done = Text(da="{dimension} er besvaret", en="{dimension} is answered")
    gap = Text(da="Afstand", en="Gap")
    gap_large = Text(da="stor: tal om den, før I går videre", en="large: talk about it before you go on")
    next = Text(da="Enter videre til {dimension}", en="Enter on to {dimension}")
    next_overview = Text(da="Enter videre til overblikket", en="Enter on to the overview")
    furthest = Text(da="Her lå kortene længst fra hinanden", en="Here the cards lay furthest apart")
    no_distance = Text(da="Her var I tæt på hinanden.", en="Here you were close to each other.")
    overview = Text(da="Overblik", en="Overview")
    overview_answered = Text(da="{dimension}: {answered} af {total}", en="{dimension}: {answered} of {total}")
    overview_missing = Text(da="Ikke besvaret: {numbers}", en="Not answered: {numbers}")
    overview_all = Text(da="Alle udsagn er besvaret.", en="Every statement has an answer.")
    enter_missing = Text(da="Enter det næste ubesvarede", en="Enter the next without an answer")
    enter_done = Text(da="Enter samtalen og resultatet", en="Enter the talk and the result")
    number = Text(da="nummeret på et udsagn", en="the number of a statement")
    bad_jump = Text(da="Skriv et nummer fra 1 til {total}.", en="Write a number from 1 to {total}.")


class TalkWords(Catalogue):
    """One statement to talk about."""

    place = Text(da="{heading} · {number} af {total}", en="{heading} · {number} of {total}")
    ranked = Text(da="Dem, I er mest uenige om, først", en="Those you disagree about most, first")
    answered_before = Text(da="{n} har svaret", en="{n} have answered")
    ask_item = Text(da="Nummeret på et udsagn, eller {keys}: ", en="The number of a statement, or {keys}: ")
    ask_number = Text(da="Nummer: ", en="Number: ")
    nothing_shown = Text(
        da="I er for få til at vise noget. Er alle enige om det, kan det vises; det spørger programmet om.",
        en="You are too few for anything to be shown. If all agree it can be; the program asks.",
    )
    lowest_begins = Text(
        da="Den, der svarede lavest, begynder: {side}.", en="The one who answered lowest begins: {side}."
    )
    hidden_begins = Text(da="Begynd med en, der svarede lavt.", en="Begin with somebody who answered low.")
    answer = Text(da="I svarede: {answer}", en="Your answer: {answer}")
    advice = Text(da="Næste skridt kunne være: {what}", en="A next step could be: {what}")


class EndWords(Catalogue):
    """The end."""

    discuss = Text(da="Tal om det her først", en="Talk about this first")
    moves = Text(da="Det flytter mest", en="What moves it most")
    show_result = Text(
        da="Tryk Enter, når I har talt om det. Så kommer resultatet. ",
        en="Press Enter when you have talked about it. Then comes the result. ",
    )
    look = Text(da="↑↓ rul", en="↑↓ scroll")
    more_above = Text(da="mere ovenfor", en="more above")
    more_below = Text(da="mere nedenfor", en="more below")
    exists = Text(
        da="{file} findes allerede. Skriv den over? (j/n) ", en="{file} exists already. Write over it? (y/n) "
    )
    not_saved = Text(da="Rapporten er ikke gemt igen.", en="The report hasn't been saved again.")
    plain_keys = Text(da="Enter for at slutte · {keys}: ", en="Enter to end · {keys}: ")
    orders = TextOf(
        {
            "asked": Text(da="I den rækkefølge, der blev spurgt.", en="In the order of the questions."),
            "weakest": Text(da="De svageste først.", en="The weakest first."),
            "disagreed": Text(da="Dem, I er mest uenige om, først.", en="Those you disagree about most first."),
        }
    )
    ask_next_date = Text(
        da="Hvornår mødes I igen? For eksempel 26/2 eller om tre måneder. Eller tryk Enter: ",
        en="When do you meet again? For instance 26/2 or in three months. Or Enter: ",
    )
    next_date = Text(da="Næste møde: {date}", en="Next meeting: {date}")
    saved_report = Text(da="Rapporten er gemt: {file}", en="The report is saved: {file}")
    ask_folder = Text(
        da="Skriv en anden mappe, eller tryk Enter for at prøve igen: ",
        en="Write another folder, or press Enter to try again: ",
    )
    saved = Text(da="Alt er gemt i {file}", en="All is saved in {file}")
    report_command = Text(da="Rapport til at tage med: {command}", en="A report to take home: {command}")
    previous_command = Text(
        da="Næste gang begynder I med det, I aftalte: {command}",
        en="Next time you begin with what you agreed: {command}",
    )
    go_on_command = Text(da="Gå videre: {command}", en="Go on: {command}")
    paused = Text(
        da="Pause. {answered} af {total} udsagn er besvaret.",
        en="Pause. {answered} of {total} statements have an answer.",
    )
    stopped = Text(
        da="Afbrudt. {answered} af {total} udsagn er besvaret.",
        en="Stopped. {answered} of {total} statements have an answer.",
    )
