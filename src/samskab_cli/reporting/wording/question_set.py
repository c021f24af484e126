"""What `samskab questions show` says between the texts of a set."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Plural, Text, TextOf
from samskab_cli.model.question_set import RawFigure
from samskab_cli.model.statement_source import SourceKind


class SetWords(Catalogue):
    """What there is in a set, and by which rules."""

    dimensions = Plural(da=("1 dimension", "{n} dimensioner"), en=("1 dimension", "{n} dimensions"))
    items = Plural(
        da=("1 udsagn ({quick} i den korte udgave)", "{n} udsagn ({quick} i den korte udgave)"),
        en=("1 item ({quick} quick)", "{n} items ({quick} quick)"),
    )
    options = Plural(da=("1 svarmulighed", "{n} svarmuligheder"), en=("1 option", "{n} options"))
    gates = Plural(da=("1 afgørende spørgsmål", "{n} afgørende spørgsmål"), en=("1 gate", "{n} gates"))
    indicators = Plural(da=("1 pejlemærke", "{n} pejlemærker"), en=("1 indicator", "{n} indicators"))
    roles = Plural(da=("1 rolle", "{n} roller"), en=("1 role", "{n} roles"))
    sides = Plural(da=("1 side", "{n} sider"), en=("1 side", "{n} sides"))
    languages = Text(da="sprog: {languages}", en="languages: {languages}")

    scale = Text(da="Skala", en="Scale")
    scale_of = Text(da="Skala: {stem}", en="Scale: {stem}")
    sides_and_roles = Text(da="Sider og deres roller", en="Sides and their roles")
    coarse_sides = Text(
        da="Grove sider (vises, hvor en side er for få personer)",
        en="Coarse sides (shown where a side is too few people)",
    )
    counts_as_well = Text(da="tæller også med: {items}", en="counts as well: {items}")
    raw = TextOf(
        {
            RawFigure.MEAN: Text(
                da="også gennemsnittet på udsagnenes egen skala", en="mean on the items' own scale as well"
            ),
            RawFigure.SUM: Text(da="også summen på udsagnenes egen skala", en="sum on the items' own scale as well"),
        },
        every=RawFigure,
    )
    min_answered = Text(
        da="et tal, når mindst {share} af vægten er besvaret", en="a score from {share} of the weight answered"
    )
    reversed = Text(da="vendt: et lavt svar er det gode", en="reversed: a low answer is the good one")
    own_scale = Text(da="egen skala, {ends}", en="its own scale, {ends}")
    weight = Text(da="vægt {weight}", en="weight {weight}")
    not_asked_of = Text(da="stilles ikke til: {roles}", en="not asked of {roles}")
    quick_mark = Text(da="* er også med i den korte udgave", en="* asked in the quick version too")

    gates_heading = Text(da="Afgørende spørgsmål (den svageste del afgør det)", en="Gates (the weakest part decides)")
    gate = Text(
        da="på plads fra {pass_at}, ikke på plads under {fail_below}",
        en="passed at {pass_at}, failed below {fail_below}",
    )
    indicators_heading = Text(da="Pejlemærker (de oplyser)", en="Indicators (they inform)")
    cap = Text(
        da='er den laveste del under {below}, bliver vurderingen højst "{level}"',
        en='its lowest part below {below} caps the verdict at "{level}"',
    )
    no_verdict = Text(
        da="Ingen vurdering: Rammen giver tal og det, I skal tale om.",
        en="No verdict: the set gives figures and what to talk about.",
    )
    verdict = Text(
        da="Vurdering (alle afgørende spørgsmål på plads, laveste dimension og gennemsnit på mindst)",
        en="Verdict (all gates passed, lowest dimension and overall of at least)",
    )
    cutoffs = Text(
        da="{level}: dimension {dimension}, gennemsnit {overall}",
        en="{level}: dimension {dimension}, overall {overall}",
    )

    source = Text(da="kilde: {source}", en="source: {source}")
    no_source = Text(da="ikke angivet", en="not given")
    kinds = TextOf(
        {
            SourceKind.INTERVIEW: Text(da="interview", en="interview"),
            SourceKind.PRACTICE: Text(da="praksis", en="practice"),
        },
        every=SourceKind,
    )
    compare = Text(da="se {claims}", en="compare {claims}")
    ours = Text(da="vores: {ours}", en="ours: {ours}")
    sources_of = Text(da="{name}: hvor udsagnene kommer fra", en="{name}: where its statements come from")
    statements = Text(da="Udsagn", en="Statements")
    parts = Text(da="Dele af afgørende spørgsmål og pejlemærker", en="Parts of gates and indicators")
    claims = Text(da="Påstande", en="Claims")
