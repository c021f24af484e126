"""The verdict in words: what makes it provisional, what the unanswered could change, who was not heard."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Plural, Text


class VerdictWords(Catalogue):
    """What stands beside the verdict, and who was heard."""

    provisional = Text(da="Foreløbig", en="Provisional")
    only_quick = Text(
        da="Kun den korte udgave er brugt: {asked} af {total} udsagn.",
        en="Only the short version was used: {asked} of {total} statements.",
    )
    items_missing = Text(
        da="{missing} af {total} udsagn er ikke med i svarene.",
        en="{missing} of {total} statements are missing from the answers.",
    )
    unfinished = Text(
        da="Svarene er ikke afsluttet, så tallene kan nå at ændre sig.",
        en="The answers are not finished, so the figures may still change.",
    )
    withheld = Text(da="Holdt tilbage", en="Withheld")
    withheld_text = Text(
        da="Her bliver ingen vurdering vist, så ingen kan blive genkendt.",
        en="No outcome is shown here, so that nobody can be recognised.",
    )
    few_asked = Text(
        da="{missing} af {total} udsagn er udeladt, fordi færre end {n} er spurgt om dem.",
        en="{missing} of {total} statements are left out, since fewer than {n} were asked them.",
    )
    all_answered = Text(da="Alle har svaret på alt.", en="Everybody has answered everything.")
    firm = Text(da="De ubesvarede kan ikke ændre det.", en="The unanswered cannot change it.")
    near = Text(
        da="{title} {score}: lige ved grænsen på {cutoff}.", en="{title} {score}: right at the cut-off of {cutoff}."
    )
    same_at_both_ends = Text(
        da="Efter de udsagn, der er med: {level}. De ubesvarede kan ikke ændre det.",
        en="By the statements asked: {level}. The unanswered cannot change it.",
    )
    spans = Text(
        da="Tæller de ubesvarede lavest, bliver det {worst}; tæller de højest, bliver det {best}.",
        en="If the unanswered count lowest, it is {worst}; if they count highest, it is {best}.",
    )
    seen_from_one_side = Text(
        da="Kun {side} har svaret: ingen svar fra {missing}.",
        en="Answers only from {side}: none from {missing}.",
    )
    nobody_from = Text(da="Ingen svar fra {missing}.", en="No answers from {missing}.")
    without_role = Plural(
        da=("1 svar er uden rolle.", "{n} svar er uden rolle."),
        en=("1 answer has no role.", "{n} answers have no role."),
    )
    not_asked = Text(da="{title}: Ingen af udsagnene er med", en="{title}: none of its statements was asked")
