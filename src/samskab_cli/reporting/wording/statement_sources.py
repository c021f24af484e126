"""Texts on where a statement comes from: interview, practice, ours."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Plural, Text


class SourceWords(Catalogue):
    """Where statements come from."""

    interview = Text(da="Bygger på interviewet", en="Builds on the interview")
    interview_claims = Text(da="Bygger på interviewet, {claims}", en="Builds on the interview, {claims}")
    practice = Text(da="Almindelig praksis", en="Common practice")
    practice_claims = Text(da="Almindelig praksis, nær {claims}", en="Common practice, close to {claims}")
    ours = Text(da="{source}; {ours} er vores.", en="{source}; ours: {ours}.")
    counted = Plural(
        da=(
            "1 udsagn bygger på et interview; samskab questions show --sources siger, hvor hvert udsagn kommer fra.",
            "{n} udsagn bygger på et interview; samskab questions show --sources siger, hvor hvert udsagn kommer fra.",
        ),
        en=(
            "1 statement builds on an interview; samskab questions show --sources says where each comes from.",
            "{n} statements build on an interview; samskab questions show --sources says where each comes from.",
        ),
    )
