"""Texts at a question: place, noted, votes and cards, remarks and actions, sides' choice, whose turn."""

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
        da="Kortene op. Tast hvert korts tal, række for række.",
        en="Cards up. Type each card's number, row by row.",
    )
    only_some = Text(
        da="Her svarer kun: {roles}. I andre: hold kortet nede.",
        en="Only these answer here: {roles}. Everybody else: keep your card down.",
    )
    and_ = Text(da="og", en="and")
    of = Text(da="{n} af {people}", en="{n} of {people}")
    full = Text(
        da="{role}: Alle {n} har svaret. Backspace retter, p skriver flere op.",
        en="{role}: All {n} have answered. Backspace corrects, p counts in more.",
    )
    full_one = Text(
        da="{role}: Den ene, der er her, har svaret. Backspace retter, p skriver flere op.",
        en="{role}: The one who is here has answered. Backspace corrects, p counts in more.",
    )
    nobody_yet = Text(da="Ingen har svaret endnu. s springer over.", en="Nobody has answered yet. s skips it.")
    open_boxes = Text(
        da="Der mangler kort: {missing}. Enter igen: de tæller som ubesvaret.",
        en="Cards are missing: {missing}. Enter again: they count as unanswered.",
    )
    revote = Text(
        da="I stemmer om. Vælg række med ↑↓, slet med Backspace, og tast igen. Enter viser fordelingen.",
        en="You vote again. Choose a row with ↑↓, delete with Backspace, type again. Enter shows the distribution.",
    )
    ask_counts = Text(
        da="{role} ({n} er her): antal for {keys}, fx {example}: ",
        en="{role} ({n} here): counts for {keys}, e.g. {example}: ",
    )
    ask = Text(da="{role} ({n}): ", en="{role} ({n}): ")
    noted = Text(da="Noteret: {role}, {n} har stemt", en="Noted: {role}, {n} voted")
    nobody = Text(da="Noteret: {role}, ingen har stemt", en="Noted: {role}, nobody voted")
    empty_row = Text(
        da="{role}: intet er noteret. Skriv kortene, eller 0, hvis ingen svarer.",
        en="{role}: nothing has been noted. Write the cards, or 0 where nobody answers.",
    )
    fewer = Text(
        da="{role}: {n} af {present} har svaret. Enter: resten tæller som ubesvaret. Eller skriv rækken igen.",
        en="{role}: {n} of {present} have answered. Enter: the rest counts as unanswered. Or write the row again.",
    )
    more = Text(
        da="{role}: {n} kort, men kun {present} er her, så intet er noteret. Er der kommet flere, så skriv p først.",
        en="{role}: {n} cards, but only {present} are here, so nothing has been noted. If more came, write p first.",
    )
    ask_agreed = Text(
        da="Hvad bliver I enige om? Ét svar, eller en tom linje for intet: ",
        en="What do you agree on? One answer, or an empty line for none: ",
    )
    agreed = Text(
        da="Aftalt svar: {answer}. Det står ved siden af svarene og tæller ikke med.",
        en="Agreed answer: {answer}. It stands beside the votes and isn't counted.",
    )
    not_agreed = Text(da="Der er intet aftalt svar.", en="There is no agreed answer.")
    bad_agreed = Text(da="Skriv ét af svarene.", en="Write one of the answers.")
    talk = Text(da="Tal om: {question}", en="Talk about: {question}")
    turned = Text(da="vendt", en="reversed")
    turned_note = Text(
        da="Udsagnet er vendt: Jo lavere svar, jo bedre. Tallene er regnet den rigtige vej.",
        en="The statement is reversed: the lower the answer, the better. Figures are turned the right way.",
    )
    everybody = Text(da="Alle", en="Everybody")
    ask_present = Text(
        da="Hvem er her nu? Nu: {now}. For eksempel {example}: ",
        en="Who is here now? Now: {now}. For instance {example}: ",
    )
    present = Text(da="Noteret: {now}", en="Noted: {now}")
    who_is_here = Text(da="Hvem er her?", en="Who is here?")
    present_keys = Text(
        da=(
            "↑↓ række · 0–9 antal · Backspace sletter · + − én flere eller færre · eller skriv: {example} · "
            "Enter gem · Esc fortryd"
        ),
        en=(
            "↑↓ row · 0–9 number · Backspace deletes · + − one more or fewer · or write: {example} · "
            "Enter save · Esc leave"
        ),
    )
    present_line = Text(da="Skriv: ", en="Write: ")
    bad_present = Text(
        da='Kan ikke læse "{word}". Skriv en rolle og et antal, fx {example}.',
        en='Can\'t read "{word}". Write a role and a number, e.g. {example}.',
    )
    bad_present_near = Text(
        da='Kan ikke læse "{word}". Mener I {nearest}?', en='Can\'t read "{word}". Do you mean {nearest}?'
    )


class RemarkWords(Catalogue):
    """Notes, examples, dilemmas, actions."""

    ask = TextOf(
        {
            "note": Text(da="Note: ", en="Note: "),
            "evidence": Text(da="Hvad bygger I det på? Et eksempel: ", en="What do you build it on? An example: "),
            "dilemma": Text(da="Dilemma: ", en="Dilemma: "),
        }
    )
    headings = TextOf(
        {
            "note": Text(da="Noter", en="Notes"),
            "evidence": Text(da="Eksempler", en="Examples"),
            "dilemma": Text(da="Dilemmaer", en="Dilemmas"),
            "action": Text(da="Næste skridt", en="Next steps"),
        }
    )
    labels = TextOf(
        {
            "note": Text(da="Note", en="Note"),
            "evidence": Text(da="Eksempel", en="Example"),
            "dilemma": Text(da="Dilemma", en="Dilemma"),
            "action": Text(da="Næste skridt", en="Next step"),
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
    action_noted = Text(da="Skridtet er gemt.", en="The step is saved.")
    action_by = Text(da="Skridtet er gemt: {when}", en="The step is saved: {when}")
    listed = Text(da="{number}  {text}", en="{number}  {text}")
    evidence_wanted = Text(
        da="Det er et højt svar. Hvad bygger I det på? Tryk e og skriv et eksempel.",
        en="That is a high answer. What do you build it on? Press e and write an example.",
    )
    evidence_wanted_before = Text(
        da="Noteret: {answer}. Hvad bygger I det på? Tryk b og så e for at skrive et eksempel.",
        en="Noted: {answer}. What do you build it on? Press b and then e to write an example.",
    )
    edit = Text(da="Et nummer for at rette, eller en ny.", en="A number to change one, or a new one.")
    change = Text(da="Ret, eller slet det hele for at tage den ud: ", en="Change it, or delete it all to take it out: ")
    taken_out = Text(da="Den er taget ud.", en="It has been taken out.")
    no_such_number = Text(da="Der er ikke noget nummer {number} at rette.", en="There is no number {number} to change.")


class SidesWords(Catalogue):
    """What is asked where a side is small."""

    one = Text(da="{side} er én person.", en="{side} are one person.")
    few = Text(da="{side} er {n} personer.", en="{side} are {n} people.")
    everybody = Text(da="I er {n} i alt.", en="You are {n} in all.")
    so = Text(
        da="Viser vi siderne hver for sig, kan svarene føres tilbage til den enkelte. Hvad gør vi?",
        en="If we show each side by itself, answers can be traced to a person. What do we do?",
    )
    choices = TextOf(
        {
            "show": Text(da="v  vis siderne her og i rapporten", en="v  show the sides here and in the report"),
            "room": Text(da="r  vis dem kun her i rummet", en="r  show them in this room only"),
            "merge": Text(da="s  slå sider sammen: {sides}", en="s  put sides together: {sides}"),
            "withhold": Text(da="5  hold sider på færre end fem tilbage", en="5  withhold sides of fewer than five"),
        }
    )
    ask = Text(da="Spørg den mindste side først. Svar: ", en="Ask the smallest side first. Answer: ")
    noted = TextOf(
        {
            "show": Text(
                da="Siderne bliver vist her og i rapporten.", en="The sides are shown here and in the report."
            ),
            "room": Text(
                da="Siderne bliver kun vist her. I rapporten holdes de tilbage.",
                en="The sides are shown here only. In the report they are withheld.",
            ),
            "merge": Text(da="Siderne bliver vist slået sammen.", en="The sides are shown put together."),
            "withhold": Text(
                da="Sider på færre end fem bliver holdt tilbage.", en="Sides of fewer than five are withheld."
            ),
        }
    )
    none = Text(da="Ingen side er på færre end fem.", en="No side is fewer than five.")
    unknown = Text(da="Vælg én af tasterne ovenfor.", en="Choose one of the keys above.")


class TurnWords(Catalogue):
    """Turns at the laptop."""

    next = Text(da="Klar til den næste. {n} har svaret.", en="Ready for the next person. {n} have answered.")
    ask_role = Text(
        da="Hvilken rolle har du i sagen? Skriv et nummer, Enter for ingen af dem, eller f, når alle har svaret: ",
        en="What is your role? Write a number, Enter for none of them, or f when all have answered: ",
    )
    broken_off = Text(
        da="g  Blev du afbrudt ({who})? Så gå videre, hvor du slap",
        en="g  Were you interrupted ({who})? Then go on where you stopped",
    )
    nobody = Text(da="ingen rolle", en="no role")
    bad_role = Text(da="Skriv et nummer fra 1 til {total}.", en="Write a number from 1 to {total}.")
    thanks = Text(
        da="Tak for dine svar. Så er det den næstes tur.",
        en="Thank you for your answers. Now it is the next person's turn.",
    )
    closed = Text(da="Alle har svaret.", en="Everybody has answered.")
    enter_close = Text(da="Enter den næste kommer til", en="Enter the next person answers")
