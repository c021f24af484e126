"""Texts of doubts about the reading, a sentence a kind; kinds that always stop a run have none."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text, TextOf
from samskab_cli.model.doubts import DoubtKind


class DoubtWords(Catalogue):
    """How answers were read that may have been meant otherwise."""

    read = TextOf(
        {
            DoubtKind.NA_AS_BLANK: Text(
                da="NA er læst som ubesvaret, i kendte systemer som ikke relevant; antal felter: {n}{place}.",
                en="NA is read as blank, in known systems as not relevant; cells: {n}{place}.",
            ),
            DoubtKind.EMPTY_WORD: Text(
                da="Ord, som programmer skriver i tomme felter, er læst som ubesvaret; antal: {n}{place}.",
                en="Words that programs write into empty cells are read as blank; how many: {n}{place}.",
            ),
            DoubtKind.SUMMARY_ROW: Text(
                da="Rækker, der ikke er nogens svar, er udeladt; antal: {n}{place}.",
                en="Rows that are nobody's answers are left out; how many: {n}{place}.",
            ),
            DoubtKind.SAME_ROW: Text(
                da="Rækker, der stod der flere gange, er talt med én gang; ekstra rækker: {n}{place}.",
                en="Rows that stood there more than once are counted once; extra rows: {n}{place}.",
            ),
            DoubtKind.MERGED: Text(
                da="Flettede celler gælder for alle rækker, de dækker; antal: {n}{place}.",
                en="Merged cells hold for all rows they cover; how many: {n}{place}.",
            ),
            DoubtKind.HIDDEN: Text(
                da="Noget i filen var skjult; antal: {n}. Skjulte rækker og kolonner er læst med{place}.",
                en="Something in the file was hidden; how many: {n}. Hidden rows and columns are read too{place}.",
            ),
            DoubtKind.ROLES_UNREAD: Text(
                da="Roller mangler eller kunne ikke læses; antal rækker: {n}{place}.",
                en="Roles are missing or could not be read; rows: {n}{place}.",
            ),
            DoubtKind.UNUSED_END: Text(
                da="Den ene ende af skalaen er aldrig brugt blandt {n} svar. Måske var det en anden skala{place}.",
                en="One end of the scale is never used among {n} answers. Perhaps another scale was asked{place}.",
            ),
            DoubtKind.AGAINST: Text(
                da="Udsagn, der går imod resten af deres dimension: {n}. Måske var svarene vendt i forvejen{place}.",
                en="Statements that run against the rest of their dimension: {n}. Perhaps turned round before{place}.",
            ),
            DoubtKind.TITLE_ROW: Text(
                da="Overskrifter over tabellen er udeladt; antal rækker: {n}{place}.",
                en="Titles above the table are left out; rows: {n}{place}.",
            ),
            DoubtKind.IDS: Text(
                da="De fleste rækker havde samme id, så rækkerne er nummereret; antal: {n}{place}.",
                en="Most rows had one id, so rows are numbered; how many: {n}{place}.",
            ),
            DoubtKind.ENCODING: Text(
                da="Svar, hvor bogstaver var gået tabt, er læst alligevel; antal: {n}{place}.",
                en="Answers that had lost letters are read all the same; how many: {n}{place}.",
            ),
            DoubtKind.GROUP_CASE: Text(
                da="Grupper, der var stavet på flere måder, er talt som én; andre stavemåder: {n}{place}.",
                en="Groups spelled in several ways are counted as one; other spellings: {n}{place}.",
            ),
            DoubtKind.TWO_ROUNDS: Text(
                da="Udsagn stod i flere kolonner, hvor hver række kun udfylder én; antal udsagn: {n}{place}.",
                en="Statements stood in several columns, of which each row fills one; statements: {n}{place}.",
            ),
            DoubtKind.OBJECT: Text(
                da="Svar var pakket ind i filen og er pakket ud; antal kolonner: {n}{place}.",
                en="Answers were wrapped in the file and are unwrapped; columns: {n}{place}.",
            ),
        }
    )
    only = Text(da="kun {where}", en="only {where}")
