"""The Danish catalogue: what participants and clients read."""

from __future__ import annotations

from samskab_cli.model.findings import GateReason
from samskab_cli.model.judging import GateState, Level
from samskab_cli.reporting.wording.catalogue import Columns, Headings, Plural, Wording
from samskab_cli.reporting.wording.danish_comparing import DANISH_COMPARING
from samskab_cli.reporting.wording.danish_explaining import DANISH_EXPLAINING
from samskab_cli.reporting.wording.danish_indexing import DANISH_INDEXING
from samskab_cli.reporting.wording.danish_pages import DANISH_PAGES

_HEADINGS = Headings(
    meaning="Hvad det betyder",
    held_back="Det holder igen",
    not_asked="Ikke stillet",
    gates="Afgørende spørgsmål",
    dimensions="Dimensioner",
    sides="Siderne ved siden af hinanden",
    discuss="Tal om det her først",
    moves="Det flytter mest",
    next_steps="Næste skridt",
    actions="Det har I aftalt at gøre",
    agreed="De svar, I blev enige om",
    dilemmas="Dilemmaer, I har noteret",
    notes="Noter",
    indicators="Pejlemærker",
    evidence="Eksempler bag de høje svar",
    answers="Svarene",
    items="Alle udsagn",
    method="Sådan er det regnet ud",
)

_COLUMNS = Columns(
    score="tal",
    span="spænd",
    agreement="enighed",
    gap="afstand",
    alone="Alene",
    weakest="svagest",
    lowest="lavest",
    reverse="vendt",
    unsure="vi",
    not_relevant="ir",
    blank="tom",
    invalid="ug",
    not_asked="is",
    not_reached="in",
)

DANISH = Wording(
    language="da",
    decimal_mark=",",
    thousands_mark=".",
    numerals=("nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"),
    and_="og",
    or_="eller",
    quoted='"{text}"',
    per_cent="{number} %",
    headings=_HEADINGS,
    columns=_COLUMNS,
    explaining=DANISH_EXPLAINING,
    comparing=DANISH_COMPARING,
    indexing=DANISH_INDEXING,
    pages=DANISH_PAGES,
    withheld="holdt tilbage",
    withheld_min_group="færre end {n}",
    withheld_protects="beskytter en mindre gruppe",
    too_few="for få svar",
    not_applicable="ikke relevant",
    one_of_side="1 {one}",
    one_of_label="{label} (1 person)",
    provisional="Foreløbig",
    only_quick="Kun den korte udgave er brugt: {asked} af {total} udsagn.",
    items_missing="{missing} af {total} udsagn er ikke med i svarene.",
    unfinished="Svarene er ikke afsluttet, så tallene kan nå at ændre sig.",
    verdict_withheld="Holdt tilbage",
    verdict_withheld_text="Her bliver ingen vurdering vist, så ingen kan blive genkendt.",
    firm="Står fast, også med alle ubesvarede i bund eller i top.",
    same_at_both_ends="Efter de stillede udsagn: {level}, også med alle ubesvarede i bund eller i top.",
    spans="Spænder fra {worst} til {best} med alle ubesvarede i bund eller i top.",
    seen_from_one_side="Kun {side} har svaret: ingen svar fra {missing}.",
    nobody_from="Ingen svar fra {missing}.",
    without_role=Plural("1 svar er uden rolle.", "{n} svar er uden rolle."),
    side_alone="{sides} alene: {level}.",
    sides_alone="{sides}, hver for sig: {level}.",
    dimension_not_asked="{title}: Ingen af udsagnene er stillet",
    why_withheld="færre end {n} har svaret",
    why_nobody="ingen har svaret",
    why_undecided="der mangler for mange svar til en konklusion",
    but="{good}, men {bad}",
    both_gates="begge afgørende spørgsmål",
    all_gates="alle {total} afgørende spørgsmål",
    some_gates="{n} af de {total} afgørende spørgsmål",
    gates_in_place=Plural("{which} er på plads", "{which} er på plads"),
    no_gate_in_place="ingen af de afgørende spørgsmål er på plads",
    gates_contested="I er uenige om {which}",
    gates_failed=Plural("{which} er ikke på plads", "{which} er ikke på plads"),
    gates_undecided=Plural("{which} er uafklaret", "{which} er uafklarede"),
    no_dimension_below="ingen dimension er under {needed}",
    no_dimension_applies="ingen af dimensionerne er relevante for dem, der har svaret",
    no_dimension_has_figure="ingen af dimensionerne har svar nok til et tal",
    dimension_below="{which} er under {needed}",
    dimensions_below="{n} dimensioner er under {needed}",
    all_dimensions_below="alle {n} dimensioner er under {needed}",
    mean_is="gennemsnittet er {score}",
    mean_reaches="gennemsnittet når op på {needed}",
    mean_below="gennemsnittet{score} er under {needed}",
    too_few_for_figure="{what} har for få svar til et tal",
    no_figure="{which} kan ikke gøres op",
    points_missing="{title} {score}: Der mangler {missing} op til {needed}.",
    below_but_withheld="{title}: Under {needed}; tallet er holdt tilbage.",
    without_figure="{title}: For få svar til et tal.",
    gate_words={
        GateState.PASSED: "På plads",
        GateState.UNDECIDED: "Uafklaret",
        GateState.FAILED: "Ikke på plads",
        GateState.CONTESTED: "I er uenige",
    },
    gate_reasons={
        GateReason.SIDES: "Siderne er langt fra hinanden.",
        GateReason.SPREAD: "Mindst en tredjedel er på {pass_at} eller derover, mindst en tredjedel under {fail_below}.",
        GateReason.BELOW: "Tallet er under {fail_below}, og de ubesvarede kan ikke løfte det til {pass_at}.",
        GateReason.NO_SCORE: "Der er ikke svar nok til et tal.",
        GateReason.BETWEEN: "Tallet er hverken under {fail_below} eller oppe på {pass_at}.",
        GateReason.UNKNOWN: "De ubesvarede kan stadig vende det.",
        GateReason.NOT_ASKED: "Ingen af udsagnene bag det er stillet.",
    },
    gate_range="Lå alle ubesvarede i bund: {bottom}. Lå de alle i top: {top}.",
    level_words={
        Level.NOT_NOW: "ikke nu",
        Level.PREPARE: "forberedelse",
        Level.ATTENTION: "opmærksom",
        Level.READY: "klar",
        Level.UNDECIDED: "uafklaret",
    },
    mean="Gennemsnit",
    no_sides="Svarene er ikke delt på sider, så der er ingen afstand at vise.",
    one_side="Kun én side har svaret, så der er ingen afstand at vise.",
    sides_withheld="Nogle sider er holdt tilbage. Afstanden er mellem dem, der vises.",
    too_few_sides_shown="Sider er holdt tilbage, så der er ingen afstand at vise.",
    alone_explained="Alene er målt på dimensioner og gennemsnit, ikke på de afgørende spørgsmål.",
    more_dimensions="… og {n} dimensioner til, se nedenfor",
    more_gates="… og {n} afgørende spørgsmål til, se nedenfor",
    gap_short="afstand {gap}",
    gap_long="Afstand {gap} mellem siderne: {sides}.",
    disagreement_short="enighed {agreement}",
    disagreement_long="Svarene er ikke ens: enighed {agreement} på en skala fra −1 (to lejre) til 1 (helt enige).",
    unsure_share='{n} af {of} svarede "{unsure}"',
    unsure_count=Plural('1 svarede "{unsure}"', '{n} svarede "{unsure}"'),
    discuss_alone="Med ét svar er der ingen uenighed at vise.",
    discuss_nothing="Der er ingen uenighed eller tvivl at vise.",
    dilemma="Tal om: {question}",
    moves_explained="Så mange point ville tallene stige, hvis udsagnet lå på 75.",
    gain_short="+{points}",
    gain_dimension="{dimension} +{points}",
    gain_gate="{gain}; svageste del af det afgørende spørgsmål +{points}",
    within_days=Plural("inden 1 dag", "inden {n} dage"),
    moves_withheld="Holdt tilbage: Færre end {n} har svaret.",
    no_moves="Alle udsagn ligger på 75 eller derover.",
    no_moves_shown="Der er ingen udsagn under 75 at vise.",
    next_date="I mødes igen {date}.",
    about="Om: {item}",
    indicators_explained="Pejlemærkerne ændrer ikke vurderingen.",
    evidence_not_asked="Hvad de høje svar bygger på, bliver kun skrevet ned i en session.",
    no_highs="Ingen udsagn, der kan vises, ligger på 75 eller derover.",
    highs_with_evidence=Plural(
        "{with_example} af 1 højt svar har et eksempel bag sig.",
        "{with_example} af {n} høje svar har et eksempel bag sig.",
    ),
    nobody="ingen svar",
    one_common_answer="ét fælles svar",
    voters=Plural("1 deltager", "{n} deltagere"),
    respondents=Plural("1 svar", "{n} svar"),
    coverage="dækning {share}",
    cell_value="Svar på skalaen",
    cell_blank="Ikke besvaret",
    cell_invalid="Kunne ikke læses",
    cell_not_asked="Ikke spurgt (ikke til den rolle)",
    cell_not_reached="Ikke nået (hele dimensionen tom)",
    unanswered=Plural(
        "1 har ikke svaret på noget og tæller ikke med.", "{n} har ikke svaret på noget og tæller ikke med."
    ),
    incomplete=Plural("1 er ikke afsluttet i spørgeskemaet.", "{n} er ikke afsluttet i spørgeskemaet."),
    straight_lining=Plural(
        "1 har givet det samme svar på næsten alt, men tæller med.",
        "{n} har givet det samme svar på næsten alt, men tæller med.",
    ),
    rejected=Plural(
        "1 felt kunne ikke læses; se det med --rejected.", "{n} felter kunne ikke læses; se dem med --rejected."
    ),
    rejected_by_item="Felter, der ikke kunne læses: {by_item}.",
    withheld_explained="Det er holdt tilbage, så ingen kan genkendes, heller ikke ved at trække tal fra hinanden.",
    items_explained="Antal svar på hvert trin, som de er givet, også på vendte udsagn. Tallet er vendt rigtigt.",
    method_unknown=(
        'Ubesvarede er "{unsure}" og felter, der er tomme eller ikke kunne læses. De indgår ikke i tallene, kun i '
        'spændet: først alle i bund, så alle i top. "{not_relevant}" tæller slet ikke med.'
    ),
    method_score=(
        "Hvert udsagn går fra 0 til 100, og vendte udsagn er vendt om. Et tal kræver, at mindst {share} af udsagnene "
        "bag det er besvaret."
    ),
    method_votes="Stemmerne er talt op for hver rolle; et tal er gennemsnittet af alle stemmer på udsagnene bag det.",
    method_levels=(
        "{ready}: ingen dimension under {ready_dimension} og et gennemsnit på mindst {ready_overall}. {attention}: "
        "ingen dimension under {attention_dimension} og et gennemsnit på mindst {attention_overall}."
    ),
    method_gates=(
        'Er et afgørende spørgsmål ikke på plads, bliver det "{not_now}". Er det uafklaret, eller er I uenige om det, '
        'bliver det højst "{prepare}". Den svageste del afgør.'
    ),
    method_sides=(
        "I dimensioner og afgørende spørgsmål sammenlignes siderne kun på udsagn, som alle roller bliver spurgt om."
    ),
    method_agreement="Enighed er van der Eijks A (2001): −1 er to lejre, 0 er jævnt fordelt, 1 er helt enige.",
    min_group=Plural("Mindste gruppe, der vises: 1 person.", "Mindste gruppe, der vises: {n} personer."),
    method_set="Spørgsmål: {id} {version}, sha256 {sha256}. Regnet ud med {program}.",
)
