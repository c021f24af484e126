"""What the room reads at a question."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text, TextOf


class QuestionWords(Catalogue):
    """One question."""

    place = Text(da="Udsagn {number} af {total}. {dimension}.", en="Statement {number} of {total}. {dimension}.")
    number = Text(da="udsagn {number} af {total}", en="statement {number} of {total}")
    part = Text(da="del {number} af {total}", en="part {number} of {total}")
    answer = Text(da="Svar: ", en="Answer: ")
    noted = Text(da="Noteret: {answer}", en="Noted: {answer}")
    before = Text(da="Sidst svarede I: {answer}", en="Your last answer: {answer}")
    keys = Text(
        da=(
            "Taster: {values} svar · v ved ikke · i ikke relevant · b tilbage · s spring over · n note · e "
            "eksempel · d dilemma · a næste skridt · o overblik · ? hjælp · q pause"
        ),
        en=(
            "Keys: {values} answer · v don't know · i not relevant · b back · s skip · n note · e example · d "
            "dilemma · a next step · o overview · ? help · q pause"
        ),
    )
    vote_keys = Text(
        da=(
            "Tast, så Enter: tal, fx {example} · b tilbage · s spring over · n note · e eksempel · d dilemma · a "
            "næste skridt · p hvem der er her · o overblik · ? hjælp · q pause"
        ),
        en=(
            "Type, then Enter: numbers, e.g. {example} · b back · s skip · n note · e example · d dilemma · a "
            "next step · p who is here · o overview · ? help · q pause"
        ),
    )
    short_keys = Text(
        da="? eksempler og taster · b tilbage · s spring over · q pause (alt er gemt)",
        en="? examples and keys · b back · s skip · q pause (all is saved)",
    )
    help = Text(da="Eksempler", en="Examples")
    anchors = Text(da="{key} {label}: {anchor}", en="{key} {label}: {anchor}")
    no_anchors = Text(da="Der er ingen eksempler til dette udsagn.", en="There are no examples for this statement.")
    unknown = Text(da="Det er ikke et svar. {keys}", en="That is no answer. {keys}")
    unknown_vote = Text(
        da="Det kan ikke læses som stemmer. Skriv kortenes tal, fx {example}, eller = og antal, fx {counts}.",
        en="No votes in that. Write the cards' numbers, e.g. {example}, or = and counts, e.g. {counts}.",
    )
    pasted = Text(da="En indsat tekst er ikke et svar.", en="A pasted text is no answer.")
    agreed_now = Text(da="Aftalt svar: {answer}", en="Agreed answer: {answer}")


class VoteWords(Catalogue):
    """Votes by role."""

    cards_up = Text(
        da="Kortene op. Tast tallene for én rolle ad gangen, så Enter. Tallene vises ikke.",
        en="Cards up. Type the numbers of one role at a time, then Enter. The numbers aren't shown.",
    )
    ask = Text(da="{role} ({n}): ", en="{role} ({n}): ")
    noted = Text(da="Noteret: {role}, {n} har stemt", en="Noted: {role}, {n} voted")
    nobody = Text(da="Noteret: {role}, ingen har stemt", en="Noted: {role}, nobody voted")
    fewer = Text(
        da="{role}: {n} har stemt, og {present} er her. Resten tæller som ubesvaret.",
        en="{role}: {n} voted, and {present} are here. The rest counts as unanswered.",
    )
    more = Text(
        da="{role}: {n} har stemt, men kun {present} er her. Er der kommet flere? Tryk p.",
        en="{role}: {n} voted, but only {present} are here. Has somebody come? Press p.",
    )
    keys = Text(
        da="Enter videre · k aftalt svar · e eksempel · n note · d dilemma · b stem om · p hvem der er her · q pause",
        en="Enter go on · k agreed answer · e example · n note · d dilemma · b vote again · p who is here · q pause",
    )
    ask_agreed = Text(
        da="Hvad bliver I enige om? Ét svar, eller Enter for intet: ",
        en="What do you agree on? One answer, or Enter for none: ",
    )
    agreed = Text(
        da="Aftalt svar: {answer}. Det står ved siden af stemmerne og tæller ikke med.",
        en="Agreed answer: {answer}. It stands beside the votes and isn't counted.",
    )
    bad_agreed = Text(da="Skriv ét af svarene.", en="Write one of the answers.")
    talk = Text(da="Tal om: {question}", en="Talk about: {question}")
    ask_present = Text(
        da="Hvem er her nu? Nu: {now}. For eksempel {example}: ",
        en="Who is here now? Now: {now}. For instance {example}: ",
    )
    present = Text(da="Noteret: {now}", en="Noted: {now}")


class RemarkWords(Catalogue):
    """Notes, examples, dilemmas, actions."""

    ask = TextOf(
        {
            "note": Text(da="Note: ", en="Note: "),
            "evidence": Text(da="Hvad bygger I det på? Et eksempel: ", en="What do you build it on? An example: "),
            "dilemma": Text(da="Dilemma: ", en="Dilemma: "),
        }
    )
    noted = TextOf(
        {
            "note": Text(da="Noten er gemt.", en="The note is saved."),
            "evidence": Text(da="Eksemplet er gemt.", en="The example is saved."),
            "dilemma": Text(da="Dilemmaet er gemt.", en="The dilemma is saved."),
        }
    )
    nothing = Text(da="Der er ikke gemt noget.", en="Nothing has been saved.")
    what = Text(da="Hvad skal gøres? ", en="What is to be done? ")
    who = Text(da="Hvem gør det? ", en="Who does it? ")
    when = Text(da="Hvornår? ", en="When? ")
    action_noted = Text(da="Næste skridt er gemt.", en="The next step is saved.")
    action_by = Text(da="Næste skridt er gemt: {when}", en="The next step is saved: {when}")
    listed = Text(da="{number}  {text}", en="{number}  {text}")
    evidence_wanted = Text(
        da="Det er et højt svar. Hvad bygger I det på? Tryk e og skriv et eksempel.",
        en="That is a high answer. What do you build it on? Press e and write an example.",
    )
    evidence_wanted_before = Text(
        da="Noteret: {answer}. Hvad bygger I det på? Tryk b og så e for at skrive et eksempel.",
        en="Noted: {answer}. What do you build it on? Press b and then e to write an example.",
    )
    edit = Text(
        da="Skriv et nummer for at rette, eller en ny tekst: ",
        en="Write a number to change one, or a new text: ",
    )


class TurnWords(Catalogue):
    """Turns at the laptop."""

    next = Text(da="Klar til den næste. {n} har svaret.", en="Ready for the next person. {n} have answered.")
    ask_role = Text(
        da="Hvilken rolle har du i sagen? Skriv et nummer, Enter for ingen af dem, eller f, når alle har svaret: ",
        en="What is your role? Write a number, Enter for none of them, or f when all have answered: ",
    )
    bad_role = Text(da="Skriv et nummer fra 1 til {total}.", en="Write a number from 1 to {total}.")
    thanks = Text(
        da="Tak for dine svar. Så er det den næstes tur.",
        en="Thank you for your answers. Now it is the next person's turn.",
    )
    closed = Text(da="Alle har svaret.", en="Everybody has answered.")
    ask_close = Text(
        da="Enter for at lade den næste komme til, eller nummeret på et udsagn: ",
        en="Enter to let the next person answer, or the number of a statement: ",
    )
