"""Texts on the previous meeting: heading, met, state of each step."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text, TextOf


class FollowUpWords(Catalogue):
    """What was agreed last time, and how it was answered then."""

    heading = Text(da="Siden sidst: Hvad blev der af det, I aftalte?", en="Since last time: what became of it?")
    met = Text(da="I mødtes {date}", en="You met on {date}")
    states = TextOf(
        {
            "done": Text(da="gjort", en="done"),
            "under_way": Text(da="undervejs", en="under way"),
            "not_done": Text(da="ikke gjort", en="not done"),
        }
    )
    noted = TextOf(
        {
            "done": Text(da="Noteret: gjort.", en="Noted: done."),
            "under_way": Text(
                da="Noteret: undervejs. Det står også blandt de næste skridt.",
                en="Noted: under way. It is among the next steps too.",
            ),
            "not_done": Text(
                da="Noteret: ikke gjort. Det står også blandt de næste skridt.",
                en="Noted: not done. It is among the next steps too.",
            ),
        }
    )
    ask_remark = Text(da="En bemærkning? Eller tryk Enter: ", en="A remark? Or Enter: ")
    before = Text(da="sidst", en="last time")
    mode_previous = Text(da="{date}, med {n} aftalte skridt", en="{date}, with {n} steps agreed on")
    previous = Text(da="Sidste møde", en="Last meeting")
