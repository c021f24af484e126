"""Texts before the first question: matter, mode, roles, date, quick set, unfinished or resumed session."""

from __future__ import annotations

from samskab_cli.model.answers import Mode
from samskab_cli.model.catalogue import Catalogue, Plural, Text, TextOf


class StartWords(Catalogue):
    """Before the first question."""

    ask_matter = Text(
        da="Hvad handler sagen om? Skriv én sætning, eller tryk Enter: ",
        en="What is the issue? One sentence, or Enter: ",
    )
    ask_municipality = Text(da="Hvilken kommune? Eller tryk Enter: ", en="Which municipality? Or Enter: ")
    matter = Text(da="Sagen", en="The issue")
    municipality = Text(da="Kommune", en="Municipality")
    date = Text(da="Dato", en="Date")
    set = Text(da="Udgave", en="Version")
    whole_set = Text(da="hele spørgerammen, {n} udsagn", en="the whole set, {n} statements")
    quick_set = Text(da="den korte, {n} udsagn", en="the short one, {n} statements")
    mode = Text(da="Sådan svarer I", en="How you answer")
    modes = TextOf(
        {
            Mode.VOTES: Text(
                da="I stemmer, og stemmerne bliver talt for hver rolle",
                en="you vote, and votes are counted for each role",
            ),
            Mode.CONSENSUS: Text(da="I bliver enige om ét svar", en="you agree on one answer"),
            Mode.INDIVIDUAL: Text(da="én ad gangen ved computeren", en="one at a time at the computer"),
        }
    )
    mode_phones = Text(
        da="I stemmer på telefoner, med kort ved siden af", en="you vote on phones, with cards beside them"
    )
    mode_before = Text(da="{n} har svaret på forhånd", en="{n} have answered before")
    answers_refused = Text(
        da="Svarene kunne ikke læses, og workshoppen er ikke begyndt. Se nærmere med: samskab preview {files}",
        en="The answers couldn't be read, and the workshop hasn't begun. Look closer with: samskab preview {files}",
    )
    unread = Plural(
        da=("1 felt kunne ikke læses og tæller som ubesvaret.", "{n} felter kunne ikke læses og tæller som ubesvaret."),
        en=(
            "1 cell couldn't be read and counts as unanswered.",
            "{n} cells couldn't be read and count as unanswered.",
        ),
    )
    how_read = Text(
        da="Svarene er læst. Hvordan hvert felt er forstået, viser: samskab preview {files}",
        en="The answers are read. How each cell was understood is shown by: samskab preview {files}",
    )
    roles_before = Text(da="Har svaret", en="Have answered")
    roles = Text(da="Til stede", en="Present")
    no_roles = Text(da="ikke angivet", en="not given")
    takes = Text(
        da="Regn med omkring {whole} minutter, heraf {answering} til at svare.",
        en="Allow about {whole} minutes, {answering} of them for answering.",
    )
    takes_before = Text(
        da="Svarene er der allerede. Regn med omkring {talking} minutter til at tale om dem.",
        en="The answers are there already. Allow about {talking} minutes for talking about them.",
    )
    takes_one_by_one = Text(
        da="Hver person svarer i omkring {answering} minutter. Regn med {talking} minutter til at tale om det.",
        en="Each person answers for about {answering} minutes. Allow {talking} minutes for talking about it.",
    )
    propose_quick = Text(
        da="Tryk u, hvis I kun har en time: Den korte udgave tager omkring {minutes} minutter.",
        en="Press u if you have an hour only: the short version takes about {minutes} minutes.",
    )
    not_for_projector = Text(
        da="Sluk projektoren: Her svarer én ad gangen, og svarene skal ikke ses af andre.",
        en="Turn the projector off: one person at a time answers here, and nobody else should see it.",
    )
    begin = Text(da="Tryk Enter for at begynde. ", en="Press Enter to begin. ")
    change = Text(
        da="s sagen · k kommune · t dato · f sådan svarer I · m telefoner · r hvem der er her · u udgave · q fortryd",
        en="s issue · k municipality · t date · f how you answer · m phones · r who is present · u version · q leave",
    )
    change_before = Text(
        da="s sagen · k kommune · t dato · q fortryd", en="s issue · k municipality · t date · q leave"
    )
    ask_date = Text(
        da="Hvilken dag? For eksempel 23/11 eller i dag: ",
        en="Which day? For instance 23/11 or today: ",
    )
    bad_date = Text(
        da="Det kan ikke læses som en dag. Skriv for eksempel 26/2, på fredag eller om 14 dage.",
        en="That cannot be read as a day. Write for instance 26/2, on Friday or in 14 days.",
    )
    impossible_date = Text(da="Den dag findes ikke.", en="There is no such day.")
    past_date = Text(da="{date} er gået.", en="{date} is over.")
    votes_need_roles = Text(da="For at stemme skal I skrive, hvem der er her.", en="To vote, say who is here.")
    bad_number = Text(da="Skriv et tal.", en="Write a number.")
    yes = Text(da="j", en="y")
    unfinished = Text(da="Her ligger workshopper, som ikke er færdige:", en="There are unfinished workshops here:")
    unfinished_line = Text(
        da="{number}  {matter} · {date} · {answered} udsagn besvaret",
        en="{number}  {matter} · {date} · {answered} statements answered",
    )
    choose_unfinished = Text(
        da="Skriv et nummer for at gå videre, eller tryk Enter for at begynde en ny: ",
        en="Write a number to go on, or press Enter to begin a new one: ",
    )
    reopened = Text(
        da="Workshoppen var afsluttet og er åbnet igen.",
        en="The workshop was finished and has been opened again.",
    )
    resumed_talk = Text(
        da="I går videre, hvor I slap: {n} har svaret.", en="You go on where you stopped: {n} have answered."
    )
    resumed = Text(
        da="I går videre, hvor I slap: {answered} af {total} udsagn er besvaret.",
        en="You go on where you stopped: {answered} of {total} statements have an answer.",
    )
    closed_to_others = Text(
        da="Andre på denne maskine kunne læse filen med svarene. Det kan de ikke længere.",
        en="Others on this machine could read the file with the answers. They no longer can.",
    )
    torn = Text(
        da=(
            "Linje {line} i filen blev kun halvt skrevet, da computeren gik ned. Det, den handlede om, var ikke "
            "noteret endnu."
        ),
        en=(
            "Line {line} of the file was only half written when the computer went down. What it was about hadn't "
            "been noted."
        ),
    )
    set_changed = Text(
        da="Spørgerammen er ændret, siden I begyndte ({before}, nu {now}). I går videre med de udsagn, der er der nu.",
        en="The question set has changed since you began ({before}, now {now}). You go on with its present statements.",
    )
    items_gone = Text(
        da="Svarene på disse udsagn er ikke længere med: {items}.",
        en="Answers to these statements are no longer part of it: {items}.",
    )
