"""Texts of keys: what each command does, enter, unknown key."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text, TextOf
from samskab_cli.workshop.commands import Do
from samskab_cli.workshop.stage import Stage


class CommandWords(Catalogue):
    """What each key does, in one to four words."""

    does = TextOf(
        {
            Do.BACK: Text(da="tilbage", en="back"),
            Do.CHANGE_VOTES: Text(da="ret stemmerne, stem om", en="change votes, vote again"),
            Do.ANSWER_AGAIN: Text(da="svar igen", en="answer again"),
            Do.SKIP: Text(da="spring over", en="skip"),
            Do.NOTE: Text(da="note", en="note"),
            Do.EVIDENCE: Text(da="eksempel", en="example"),
            Do.DILEMMA: Text(da="dilemma", en="dilemma"),
            Do.ACTION: Text(da="næste skridt", en="next step"),
            Do.AGREED: Text(da="aftalt svar", en="agreed answer"),
            Do.PRESENT: Text(da="hvem er her", en="who is here"),
            Do.COUNTS: Text(da="rækken som antal", en="the row as counts"),
            Do.OVERVIEW: Text(da="overblik", en="overview"),
            Do.CARDS: Text(da="kort", en="cards"),
            Do.LOBBY: Text(da="koden til telefoner", en="the code for phones"),
            Do.STEP_DONE: Text(da="gjort", en="done"),
            Do.STEP_UNDER_WAY: Text(da="undervejs", en="under way"),
            Do.STEP_NOT_DONE: Text(da="ikke gjort", en="not done"),
            Do.LIST: Text(da="alle udsagn", en="all statements"),
            Do.TURNS: Text(da="en til svarer her", en="one more answers here"),
            Do.FINISH: Text(da="samtalen og resultatet", en="the talk and the result"),
            Do.TOPICS: Text(da="tilbage til samtalen", en="back to the talk"),
            Do.NUMBERS: Text(da="tal", en="figures"),
            Do.DIGITS: Text(da="skjul tallene", en="hide the digits"),
            Do.CLOCK: Text(da="ur", en="clock"),
            Do.HELP: Text(da="hjælp", en="help"),
            Do.TABLE: Text(da="tabel", en="table"),
            Do.SIDES: Text(da="sider", en="sides"),
            Do.DISTRIBUTIONS: Text(da="fordeling", en="distribution"),
            Do.SINCE: Text(da="siden sidst", en="since last time"),
            Do.ORDER: Text(da="rækkefølge", en="order"),
            Do.SAVE: Text(da="gem rapport", en="save report"),
            Do.NEXT_MEETING: Text(da="næste møde", en="next meeting"),
            Do.SMALL_SIDES: Text(da="små sider", en="small sides"),
            Do.PAUSE: Text(da="pause (alt er gemt)", en="pause (all is saved)"),
            Do.END: Text(da="slut", en="end"),
        },
        every=Do,
    )
    enter = TextOf(
        {
            Stage.QUESTION: Text(da="Enter lukker rækkerne", en="Enter closes the rows"),
            Stage.DISTRIBUTION: Text(da="Enter videre", en="Enter go on"),
            Stage.DIMENSION: Text(da="Enter videre", en="Enter go on"),
            Stage.FOLLOW_UP: Text(da="Enter senere", en="Enter later"),
            Stage.LIST: Text(da="↑↓ eller nummer, Enter viser", en="↑↓ or number, Enter shows"),
            Stage.TALK: Text(da="Enter videre · ← → emner", en="Enter go on · ← → topics"),
        }
    )
    answers = Text(
        da="{values} svar · v ved ikke · i ikke relevant",
        en="{values} answer · v don't know · i not relevant",
    )
    rows = Text(da="↑↓ række", en="↑↓ row")
    more = Text(da="? alle taster", en="? all keys")
    unknown = Text(da="Den tast gør ikke noget her. {keys}", en="That key does nothing here. {keys}")
