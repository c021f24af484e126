"""Texts on trouble with the session's file: missing, locked, damaged, full, read-only; and that nothing is saved."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text, TextOf
from samskab_cli.model.session import Trouble


class TroubleWords(Catalogue):
    """Why something can't be saved or opened."""

    sentences = TextOf(
        {
            Trouble.NO_SESSION: Text(
                da="{file} er ikke en workshop fra samskab.", en="{file} is no workshop of samskab."
            ),
            Trouble.NEWER: Text(
                da="{file} er skrevet af en nyere udgave af samskab. Opdatér, og prøv igen.",
                en="{file} was written by a newer samskab. Update, and try again.",
            ),
            Trouble.DAMAGED: Text(
                da="Linje {line} i {file} er ødelagt. Hent den fra en kopi, eller tag linjen ud.",
                en="Line {line} of {file} is damaged. Get it from a copy, or take the line out.",
            ),
            Trouble.OTHER_SET: Text(
                da="{file} bruger en anden spørgeramme ({said}). Angiv den med --questions.",
                en="{file} uses another question set ({said}). Name it with --questions.",
            ),
            Trouble.MISSING: Text(da="{file} findes ikke.", en="{file} doesn't exist."),
            Trouble.EXISTS: Text(da="{file} findes allerede.", en="{file} exists already."),
            Trouble.LOCKED: Text(
                da="{file} er åben et andet sted (siden {said}). Luk den dér først.",
                en="{file} is open elsewhere (since {said}). Close it there first.",
            ),
            Trouble.FULL: Text(da="Der er ikke mere plads: {file}.", en="There is no space left: {file}."),
            Trouble.READ_ONLY: Text(da="Der kan ikke skrives til {file}.", en="{file} can't be written to."),
            Trouble.NO_FOLDER: Text(da="Mappen findes ikke: {file}.", en="The folder doesn't exist: {file}."),
            Trouble.GONE: Text(da="{file} er blevet slettet undervejs.", en="{file} has been deleted meanwhile."),
            Trouble.DISK: Text(
                da="Der er noget galt med disken ved {file}: {said}.",
                en="Something is wrong with the disk at {file}: {said}.",
            ),
            Trouble.BOX: Text(
                da="{file} er ødelagt. Flyt den væk, og lad telefonerne svare på udsagnet igen.",
                en="{file} is damaged. Move it away, and let the phones answer the statement again.",
            ),
        },
        every=Trouble,
    )
    now = Text(da="Svaret er IKKE gemt. {trouble}", en="The answer is NOT saved. {trouble}")
    again = Text(da="Gemt i {file}", en="Saved in {file}")
