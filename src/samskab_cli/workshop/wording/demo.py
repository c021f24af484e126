"""Texts of `samskab demo`."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Part, Text
from samskab_cli.workshop.commands import Do
from samskab_cli.workshop.wording import RoomWords
from samskab_cli.workshop.wording.commands import CommandWords


class DemoWords(Catalogue):
    """A fictional report, and three statements to play."""

    matter = Text(da="Højvande i havnebyen", en="High water in the harbour town")
    municipality = Text(da="Havneby Kommune (opdigtet)", en="Havneby Municipality (fictional)")
    begins = Text(da="Sådan begynder en rapport.", en="This is how a report begins.")
    choose = Text(
        da="Enter: prøv selv med tre udsagn · r Enter: hele rapporten · q Enter: slut ",
        en="Enter: try three statements yourself · r Enter: the whole report · q Enter: end ",
    )
    played = Text(da="Prøve: to medarbejdere og tre borgere", en="A try: two employees and three citizens")
    saves_nothing = Text(da="Her er det en prøve, og der gemmes ikke noget.", en="This is a try, and nothing is saved.")
    closing = Text(
        da="Det var prøven, og den er ikke gemt. Jeres egen workshop: samskab assess",
        en="That was the try, and it isn't saved. A workshop of your own: samskab assess",
    )


class _CommandsOfATry(CommandWords):
    """Nothing is kept to go on with."""

    does = CommandWords.does.but({Do.PAUSE: Text(da="slut (intet bliver gemt)", en="end (nothing is kept)")})


class DemoRoomWords(RoomWords):
    """What a room reads, where it is a try."""

    demo = Part(DemoWords)
    commands = Part(_CommandsOfATry)
