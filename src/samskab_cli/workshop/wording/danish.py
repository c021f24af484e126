"""The Danish catalogue: what a room reads while it answers."""

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
    ask_matter="Hvad handler sagen om? Skriv én sætning, eller tryk Enter: ",
    ask_municipality="Hvilken kommune? Eller tryk Enter: ",
    matter="Sagen",
    municipality="Kommune",
    date="Dato",
    set="Udgave",
    whole_set="hele spørgerammen, {n} udsagn",
    quick_set="den korte, {n} udsagn",
    mode="Sådan svarer I",
    modes={
        Mode.VOTES: "I stemmer, og stemmerne bliver talt for hver rolle",
        Mode.CONSENSUS: "I bliver enige om ét svar",
        Mode.INDIVIDUAL: "én ad gangen ved computeren",
    },
    roles="Til stede",
    no_roles="ikke angivet",
    file="Filen",
    takes="Det tager omkring {minutes} minutter at svare. Regn med lige så lang tid til at tale om det bagefter.",
    propose_quick="Med så mange roller går timen med at stemme. Den korte udgave tager "
    "omkring {minutes} minutter: tryk u.",
    not_for_projector="Sluk projektoren: Her svarer én ad gangen, og svarene skal ikke ses af andre.",
    begin="Tryk Enter for at begynde. ",
    change="s sagen · k kommune · t dato · f sådan svarer I · r hvem der er til stede · u udgave · q fortryd",
    ask_date="Hvilken dag? For eksempel 23/11 eller i dag: ",
    ask_roles="Hvem er til stede? For eksempel {example}: ",
    bad_date="Det kan ikke læses som en dag. Skriv for eksempel 26/2, på fredag eller om 14 dage.",
    impossible_date="Den dag findes ikke.",
    past_date="{date} er gået.",
    bad_roles="Kan ikke læse {word}. Roller og sider: {known}.",
    votes_need_roles="For at stemme skal I skrive, hvem der er til stede: tryk r.",
    how_many="Hvor mange skal svare? ",
    bad_number="Skriv et tal.",
    ask_open="I er færre end fem, så svarene kan føres tilbage til den enkelte. Er I "
    "enige om at vise dem alligevel? (j/n) ",
    yes="j",
    unfinished="Her ligger workshops, som ikke er færdige:",
    unfinished_line="{number}  {matter} · {date} · {answered} udsagn besvaret",
    choose_unfinished="Skriv et nummer for at gå videre, eller tryk Enter for at begynde en ny: ",
    reopened="Workshoppen var afsluttet og er åbnet igen.",
    resumed="I går videre, hvor I slap: {answered} af {total} udsagn er besvaret.",
    torn="Linje {line} i filen blev kun halvt skrevet, da maskinen gik ud. Det, den "
    "handlede om, var ikke noteret endnu.",
    set_changed="Spørgerammen er ændret, siden I begyndte ({before}, nu {now}). I går "
    "videre med de udsagn, der er der nu.",
    items_gone="Svarene på disse udsagn er ikke længere med: {items}.",
)

_QUESTION = QuestionWords(
    place="Spørgsmål {number} af {total}. {dimension}.",
    number="spørgsmål {number} af {total}",
    part="del {number} af {total}",
    answer="Svar: ",
    noted="Noteret: {answer}",
    before="Sidst svarede I: {answer}",
    keys="Taster: {values} svar · v ved ikke · i ikke relevant · b tilbage · s spring over · n note · e eksempel · "
    "d dilemma · a handling · o overblik · ? hjælp · q pause",
    vote_keys="Tast, så Enter: tal, fx {example} · b tilbage · s spring over · n note · e eksempel · d dilemma · "
    "a handling · p hvem der er her · o overblik · ? hjælp · q pause",
    short_keys="? eksempler og taster · b tilbage · s spring over · q pause (alt er gemt)",
    help="Eksempler",
    anchors="{key} {label}: {anchor}",
    no_anchors="Der er ingen eksempler til dette udsagn.",
    unknown="Det er ikke et svar. {keys}",
    unknown_vote="Det kan ikke læses som stemmer. Skriv kortenes tal, fx {example}, eller = og antal, fx {counts}.",
    pasted="En indsat tekst er ikke et svar.",
    agreed_now="Aftalt svar: {answer}",
)

_VOTES = VoteWords(
    cards_up="Kortene op. Tast tallene for én rolle ad gangen, så Enter. Tallene vises ikke.",
    ask="{role} ({n}): ",
    noted="Noteret: {role}, {n} har stemt",
    nobody="Noteret: {role}, ingen har stemt",
    fewer="{role}: {n} har stemt, og {present} er her. Resten tæller som ubesvaret.",
    more="{role}: {n} har stemt, men kun {present} er her. Er der kommet flere? Tryk p.",
    keys="Enter videre · k aftalt svar · e eksempel · n note · d dilemma · b stem om · p hvem der er her · q pause",
    ask_agreed="Hvad bliver I enige om? Ét svar, eller Enter for intet: ",
    agreed="Aftalt svar: {answer}. Det står ved siden af stemmerne og tæller ikke med.",
    bad_agreed="Skriv ét af svarene.",
    talk="Tal om: {question}",
    ask_present="Hvem er her nu? Nu: {now}. For eksempel {example}: ",
    present="Noteret: {now}",
)

_REMARKS = RemarkWords(
    ask={
        "note": "Note: ",
        "evidence": "Hvad bygger I det på? Et eksempel: ",
        "dilemma": "Dilemma: ",
    },
    noted={"note": "Noten er gemt.", "evidence": "Eksemplet er gemt.", "dilemma": "Dilemmaet er gemt."},
    nothing="Der er ikke gemt noget.",
    what="Hvad skal gøres? ",
    who="Hvem gør det? ",
    when="Hvornår? ",
    action_noted="Handlingen er gemt.",
    action_by="Handlingen er gemt: {when}",
    listed="{number}  {text}",
    evidence_wanted="Det er et højt svar. Hvad bygger I det på? Tryk e og skriv et eksempel.",
    evidence_wanted_before="Noteret: {answer}. Hvad bygger I det på? Tryk b og så e for at skrive et eksempel.",
    edit="Skriv et nummer for at rette, eller en ny tekst: ",
)

_SUMMARY = SummaryWords(
    done="{dimension} er besvaret",
    lowest="Lavest",
    gap="Afstand",
    gap_large="stor: tal om den, før I går videre",
    by="{who} · inden {days} dage",
    go_on="Enter videre til {dimension} · o overblik · d dilemma · a handling · q pause",
    go_on_last="Enter videre til overblikket · d dilemma · a handling · q pause",
    numbers_hidden="Tallene er skjult. Tryk h for at vise dem.",
    overview="Overblik",
    overview_answered="{dimension}: {answered} af {total}",
    overview_missing="Ikke besvaret: {numbers}",
    overview_all="Alle udsagn er besvaret.",
    ask_jump="Nummeret på et udsagn, Enter for det næste ubesvarede, f for at afslutte, q for pause: ",
    ask_jump_complete="Enter for at afslutte, nummeret på et udsagn for at se det igen, q for pause: ",
    bad_jump="Skriv et nummer fra 1 til {total}.",
)

_TURN = TurnWords(
    next="Klar til den næste. {n} har svaret.",
    ask_role="Hvad er du i sagen? Skriv et nummer, Enter for ingen af dem, eller f, når alle har svaret: ",
    bad_role="Skriv et nummer fra 1 til {total}.",
    thanks="Tak for dine svar. Giv pladsen videre.",
    closed="Alle har svaret.",
    ask_close="Enter for at give pladsen videre, eller nummeret på et udsagn: ",
)

_END = EndWords(
    discuss="Tal om det her først",
    moves="Det flytter mest",
    show_verdict="Tryk Enter, når I har talt om det. Så kommer vurderingen. ",
    report_keys="t tabel · s sider · f fordeling · r rækkefølge · g gem rapport · a handling · m næste møde · q slut",
    orders={
        "asked": "I den rækkefølge, der blev spurgt.",
        "weakest": "De svageste først.",
        "disagreed": "Dem, I er mest uenige om, først.",
    },
    ask_next_date="Hvornår mødes I igen? For eksempel 26/2 eller om tre måneder. Eller tryk Enter: ",
    next_date="Næste møde: {date}",
    saved_report="Rapporten er gemt: {file}",
    ask_folder="Skriv en anden mappe, eller tryk Enter for at prøve igen: ",
    saved="Alt er gemt i {file}",
    report_command="Rapport til at tage med: {command}",
    compare_command="Næste gang, for at se hvad der er ændret (skriv den nye fil til sidst): {command}",
    go_on_command="Gå videre: {command}",
    paused="Pause. {answered} af {total} udsagn er besvaret.",
    stopped="Afbrudt. {answered} af {total} udsagn er besvaret.",
)

DANISH = Words(
    language="da",
    start=_START,
    question=_QUESTION,
    votes=_VOTES,
    remarks=_REMARKS,
    summary=_SUMMARY,
    turn=_TURN,
    end=_END,
    trouble={
        Trouble.NO_SESSION: "{file} er ikke en workshop fra samskab.",
        Trouble.NEWER: "{file} er skrevet af en nyere udgave af samskab. Opdatér, og prøv igen.",
        Trouble.DAMAGED: "Linje {line} i {file} er ødelagt. Hent den fra en kopi, eller tag linjen ud.",
        Trouble.OTHER_SET: "{file} bruger en anden spørgeramme ({said}). Angiv den med --questions.",
        Trouble.MISSING: "{file} findes ikke.",
        Trouble.EXISTS: "{file} findes allerede.",
        Trouble.LOCKED: "{file} er åben et andet sted (siden {said}). Luk den dér først.",
        Trouble.FULL: "Der er ikke mere plads: {file}.",
        Trouble.READ_ONLY: "Der kan ikke skrives til {file}.",
        Trouble.NO_FOLDER: "Mappen findes ikke: {file}.",
        Trouble.GONE: "{file} er blevet slettet undervejs.",
        Trouble.DISK: "Der er noget galt med disken ved {file}: {said}.",
    },
    trouble_now="Svaret er IKKE gemt. {trouble}",
    trouble_again="Gemt i {file}",
)
