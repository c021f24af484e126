"""Texts on phones: lobby, count at the keys, pages on phones, projector, refusals of address and port."""

from __future__ import annotations

from samskab_cli.model.answers import SidesChoice
from samskab_cli.model.catalogue import Catalogue, Part, Text, TextOf


class LobbyWords(Catalogue):
    """Before the first question, at the keys and on the wall."""

    title = Text(da="Svar på din egen telefon", en="Answer on your own phone")
    phones = Text(da="Telefoner", en="Phones")
    network = Text(da="Vælg netværket", en="Choose the network")
    password = Text(da="adgangskode", en="password")
    scan = Text(da="Skan koden, eller skriv", en="Scan the code, or type")
    choose = Text(da="Vælg, hvem du er her som", en="Choose what you are here as")
    promise = Text(
        da=(
            "Ingen app, ingen konto, intet navn. Siden ligger på den bærbare her i rummet og kommer ikke på nettet. "
            "Uden telefon: tag et sæt kort."
        ),
        en=(
            "No app, no account, no name. The page is on the laptop here in the room and never on the internet. "
            "Without a phone: take a set of cards."
        ),
    )
    cards = Text(da="Uden telefon: tag et sæt kort.", en="Without a phone: take a set of cards.")
    of = Text(da="{n} af {people}", en="{n} of {people}")
    of_people = Text(da="af {people}", en="of {people}")
    nobody = Text(da="Ingen telefon har meldt sig endnu.", en="No phone has joined yet.")
    joined_one = Text(da="1 er med.", en="1 has joined.")
    joined = Text(da="{n} er med.", en="{n} have joined.")
    is_open = Text(da="Telefoner: {address}", en="Phones: {address}")
    other_addresses = Text(
        da="Den bærbare har også {addresses}. Er det den forkerte, så start med --address.",
        en="The laptop also has {addresses}. If this is the wrong one, start with --address.",
    )
    check = Text(
        da=(
            "Kommer ingen med? Se efter: (1) telefonen er på samme netværk som den bærbare, (2) netværket lader "
            "enheder se hinanden, (3) firewallen lader porten igennem, (4) mobildata er slukket. "
            "Enter: gå videre med kort."
        ),
        en=(
            "Nobody joins? Check: (1) the phone is on the laptop's network, (2) that network lets devices see each "
            "other, (3) the firewall lets the port through, (4) mobile data is off. Enter: go on with cards."
        ),
    )
    keys = Text(
        da="Enter begynder · x prøv et udsagn · p hvem er her · w kode til netværket · c ny kode · q pause",
        en="Enter begins · x try a statement · p who is here · w code of the network · c new code · q pause",
    )
    keys_again = Text(
        da="Enter tilbage · p hvem er her · w kode til netværket · c ny kode",
        en="Enter back · p who is here · w code of the network · c new code",
    )
    no_wifi = Text(
        da="Start med --wifi NAVN, så er der også en kode til netværket.",
        en="Start with --wifi NAME for a code of the network too.",
    )
    ask_password = Text(da="Adgangskode til {network}: ", en="Password of {network}: ")
    new_code = Text(
        da="Ny kode: {code}. De, der er med, bliver siddende.", en="New code: {code}. Who has joined stays."
    )
    crowded = Text(
        da="{n} pladser er taget fra én og samme adresse. Det kan være routeren; ellers har nogen taget flere.",
        en="{n} seats were taken from one address. It may be the router; else somebody took several.",
    )
    trial = Text(da="Der er god kaffe på rådhuset.", en="The coffee at the town hall is good.")
    trial_note = Text(da="Prøve: bliver ikke gemt", en="A try: not saved")
    trial_keys = Text(da="Enter viser svarene · q tilbage", en="Enter shows the answers · q back")
    trial_done = Text(da="Enter tilbage til koden", en="Enter back to the code")


class CountWords(Catalogue):
    """At the keys, while phones answer."""

    answered = Text(da="{n} af {people} har svaret", en="{n} of {people} have answered")
    of_them_cards = Text(da="heraf {n} med kort", en="{n} of them by card")
    how = Text(
        da="Svar på telefonen, eller hold et kort op. Enter viser svarene.",
        en="Answer on the phone, or hold up a card. Enter shows the answers.",
    )
    again = Text(
        da="I stemmer igen: de gamle svar er væk på telefonerne. Enter viser de nye.",
        en="You vote again: the old answers are gone from the phones. Enter shows the new ones.",
    )
    only_some = Text(
        da="Her svarer kun: {roles}. I andre venter.", en="Only these answer here: {roles}. Everybody else waits."
    )
    missing = Text(
        da="{n} mangler. Enter igen viser svarene nu, t tager kort.",
        en="{n} are missing. Enter again shows the answers now, t takes cards.",
    )
    surplus = Text(
        da="{role}: {n} svar, {people} til stede. Enter tæller dem, p retter, hvem der er her.",
        en="{role}: {n} answers, {people} present. Enter counts them, p corrects who is here.",
    )
    nobody = Text(
        da="Ingen har svaret endnu. t tager kort, s springer over.",
        en="Nobody has answered yet. t takes cards, s skips it.",
    )
    none_again = Text(
        da="Ingen har svaret igen endnu. Enter igen: de gamle svar gælder.",
        en="Nobody has answered again yet. Enter again: the old answers hold.",
    )
    leaving = Text(
        da="{n} har svaret. Tryk igen for at gå herfra og kaste deres svar væk, eller Enter for at vise dem.",
        en="{n} have answered. Press again to leave and throw their answers away, or Enter to show them.",
    )
    thrown_away = Text(
        da="{n} svar er kastet væk: de, der gav dem, er ikke længere skrevet op som til stede.",
        en="{n} answers were thrown away: those who gave them are no longer written down as present.",
    )
    enter = Text(da="Enter viser svarene", en="Enter shows the answers")
    ask_cards = Text(
        da="Kort fra {role} ({people} er her; tom linje: ingen): ",
        en="Cards from {role} ({people} here; an empty line: none): ",
    )
    laid = Text(da="Noteret: {n} kort lagt til.", en="Noted: {n} cards added.")
    unsaved = Text(
        da="Telefonernes svar kan ikke gemmes ({trouble}). De får at vide, at svaret ikke er noteret.",
        en="Answers of phones can't be saved ({trouble}). They are told that theirs isn't noted.",
    )
    needs_extra = Text(
        da="Telefoner og siden til projektoren kræver mere: {command}. I går videre med kort.",
        en="Phones and the projector's page need more: {command}. You go on with cards.",
    )
    needs_extra_for_box = Text(
        da="{file} har svar fra telefoner, som ikke er vist endnu. For at gå videre: {command}",
        en="{file} has answers of phones that weren't shown yet. To go on: {command}",
    )
    out_of_reach = Text(
        da="Ingen telefon kan nå {address}: Det er kun denne computer selv. Start igen uden --address.",
        en="No phone can reach {address}: it is this computer alone. Start again without --address.",
    )
    no_votes = Text(
        da="Telefoner er ikke med: De stemmer, og i denne workshop bliver der ikke stemt.",
        en="No phones: they vote, and this workshop doesn't.",
    )
    no_server = Text(da="Telefoner kan ikke være med: {reason} I svarer med kort.", en="No phones: {reason} Use cards.")
    no_screen = Text(da="Siden til projektoren kan ikke åbnes: {reason}", en="No page for the projector: {reason}")
    no_address = Text(da="den bærbare er ikke på noget netværk.", en="the laptop is on no network.")
    no_such_address = Text(
        da="den bærbare har ikke adressen {address}. Den har {others}.",
        en="the laptop hasn't got the address {address}. It has {others}.",
    )
    port_taken = Text(da="port {port} er optaget.", en="port {port} is taken.")
    refused = Text(da="systemet siger nej ({error}).", en="the system refuses ({error}).")
    projector = Text(da="Siden til projektoren: {address}", en="The page for the projector: {address}")


class PhoneWords(Catalogue):
    """On a phone and on the wall."""

    who = Text(da="Hvem er du her som?", en="What are you here as?")
    who_note = Text(
        da="Vælg det, der passer bedst i denne sag. Der bliver ikke spurgt om navn.",
        en="Choose what fits best in this issue. No name is asked for.",
    )
    alone = Text(
        da="Du er den eneste her. Den, der har filen, kan se dine svar.",
        en="You are the only one here. Whoever has the file can see your answers.",
    )
    joined = Text(da="Du er med", en="You have joined")
    joined_as = Text(da="Du sidder her som: {role}", en="You are here as: {role}")
    wait = Text(
        da="Læg gerne telefonen fra dig. Udsagnet kommer her, når I begynder.",
        en="Put the phone down if you like. The statement comes here when you begin.",
    )
    look_up = Text(da="Se op på skærmen", en="Look up at the screen")
    look_up_note = Text(
        da="I taler sammen nu. Det næste udsagn kommer her af sig selv.",
        en="You are talking now. The next statement comes here by itself.",
    )
    stay_out = Text(da="Det her udsagn er ikke til dig", en="This statement isn't for you")
    is_counted = Text(da="Svarene er talt", en="The answers are counted")
    is_counted_note = Text(
        da="Din gruppes svar på det her udsagn er vist.", en="Your group's answers to this statement are shown."
    )
    noted = Text(da="Noteret. Ingen kan se det endnu.", en="Noted. Nobody can see it yet.")
    noted_note = Text(
        da="Læg gerne telefonen fra dig. I ser svarene sammen om lidt.",
        en="Put the phone down if you like. You see the answers together in a moment.",
    )
    not_noted_note = Text(
        da="Svaret kunne ikke gemmes på den bærbare. Prøv igen om lidt, eller tag et kort.",
        en="The answer couldn't be saved on the laptop. Try again in a moment, or take a card.",
    )
    too_late = Text(
        da="Svarene er vist, så det her er ikke talt med.", en="The answers are shown, so this one isn't counted."
    )
    change = Text(da="Vis eller ret mit svar", en="Show or change my answer")
    yours = Text(da="dit svar", en="your answer")
    examples = Text(da="Hvad ligner svarene i praksis?", en="What do answers look like in practice?")
    answers = Text(da="Svar", en="Answers")
    others = Text(da="Eller", en="Or")
    again = Text(da="Vi stemmer igen. Det gamle svar er væk.", en="We vote again. The old answer is gone.")
    so_answered = Text(da="Sådan svarede I. Se op, og tal sammen.", en="So you answered. Look up, and talk.")
    distribution = Text(da="Sådan svarede I", en="So you answered")
    answer = Text(da="Svar", en="Answer")
    number = Text(da="Antal", en="Number")
    too_few = Text(da="For få svar til at vise", en="Too few answers to be shown")
    too_few_note = Text(
        da="Svarene er noteret. Der er for få til, at de kan vises, uden at nogen kan kendes på dem.",
        en="The answers are noted. They are too few to be shown without somebody being known by them.",
    )
    no_sides = Text(
        da="Siderne vises ikke hver for sig: mindst én af dem er på under fem.",
        en="The sides aren't shown each by itself: at least one of them is fewer than five.",
    )
    no_sides_here = Text(da="Siderne vises ikke hver for sig her.", en="The sides aren't shown each by itself here.")
    kept = Text(da="Hvad bliver gemt, og hvem ser hvad?", en="What is kept, and who sees what?")
    what_is_kept = Text(
        da=(
            "Dit svar bliver noteret på den bærbare her i rummet, uden navn. Når svarene er vist, er der kun antal "
            "tilbage: hvor mange fra hver gruppe, der svarede hvad. Intet binder to af dine svar sammen."
        ),
        en=(
            "Your answer is noted on the laptop here in the room, without a name. Once the answers are shown only "
            "counts remain: how many of each group answered what. Nothing ties two of your answers together."
        ),
    )
    who_sees = Text(
        da="Mens I svarer, ser ingen andet end hvor mange der har svaret i alt.",
        en="While you answer, nobody sees more than how many have answered in all.",
    )
    file = Text(
        da="Den, der har filen bagefter, kan se antallene for hver gruppe.",
        en="Whoever has the file afterwards can see the counts of each group.",
    )
    not_secret = Text(
        da=("Siden er ikke krypteret. En kyndig på samme netværk kan lytte med. Vil du undgå det, så tag et kort."),
        en="The page isn't encrypted. Somebody skilled on the same network can listen in. If you mind, take a card.",
    )
    sides = TextOf[SidesChoice](
        {
            "show": Text(
                da="I har aftalt at vise hver side for sig, her og i rapporten.",
                en="You agreed to show each side by itself, here and in the report.",
            ),
            "room": Text(
                da="I har aftalt at vise hver side for sig her i rummet, men ikke i rapporten.",
                en="You agreed to show each side by itself in this room, but not in the report.",
            ),
            "merge": Text(
                da="I har aftalt, at siderne bliver slået sammen, når de vises.",
                en="You agreed that sides are put together when they are shown.",
            ),
            "withhold": Text(
                da="I har aftalt, at sider på færre end fem ikke bliver vist.",
                en="You agreed that sides of fewer than five aren't shown.",
            ),
        }
    )
    sides_unasked = Text(
        da="Er der færre end fem svar, bliver fordelingen ikke vist her.",
        en="Where there are fewer than five answers, the distribution isn't shown here.",
    )
    sides_later = Text(
        da="Er en side på færre end fem, bestemmer I sammen, hvad der bliver vist, før det første udsagn.",
        en="Where a side is fewer than five, you decide together what is shown, before the first statement.",
    )
    leave = Text(da="Rejs mig, eller vælg en anden gruppe", en="Get up, or choose another group")
    leave_note = Text(
        da="Et svar, der ikke er vist endnu, følger med.", en="An answer that isn't shown yet goes with you."
    )
    gone = Text(
        da="Forbindelsen er væk. Siden prøver selv igen. Ellers: tag et kort.",
        en="The connection is gone. The page tries again by itself. Else take a card.",
    )
    gone_screen = Text(da="Forbindelsen er væk", en="The connection is gone")
    code = Text(da="Skan koden på skærmen", en="Scan the code on the screen")
    code_note = Text(
        da="Eller skriv de fem tegn, der står sidst i adressen.",
        en="Or type the five letters at the end of the address.",
    )
    code_label = Text(da="Kode", en="Code")
    code_go = Text(da="Videre", en="Go on")
    code_wrong = Text(da="Den kode virker ikke (længere).", en="That code doesn't work (any more).")
    tries = Text(
        da="For mange forkerte koder herfra. Vent et minut.", en="Too many wrong codes from here. Wait a minute."
    )
    refused = Text(da="Det gik ikke", en="That didn't work")
    refused_note = Text(
        da="Skan koden på skærmen igen, eller tag et kort.", en="Scan the code on the screen again, or take a card."
    )
    thanks = Text(da="Tak", en="Thank you")
    thanks_note = Text(
        da="Det var det. Din telefon er glemt, og du kan lukke siden.",
        en="That was it. Your phone is forgotten, and you can close the page.",
    )
    place = Text(da="{number} af {total}", en="{number} of {total}")
    page = Text(da="{number}/{total}", en="{number}/{total}")
    begins_soon = Text(da="Vi begynder om lidt", en="We begin in a moment")
    report = Text(da="Resultatet", en="The result")
    alone_turn = Text(da="Her svarer én ad gangen", en="One person at a time answers here")
    alone_turn_note = Text(
        da="Svarene vises, når alle har svaret.", en="The answers are shown when everybody has answered."
    )


class ElsewhereWords(Catalogue):
    """Phones and the projector."""

    lobby = Part(LobbyWords)
    count = Part(CountWords)
    page = Part(PhoneWords)
