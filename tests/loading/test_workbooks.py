"""Workbooks of Excel and LibreOffice: their cells, and what their own XML says beyond them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import openpyxl
import pytest
import xlsxwriter

from samskab_cli.errors import AnswersRefused
from samskab_cli.loading.readers import Sheet, read_sheets, source_of, xml_events

Cells = list[tuple[int, list[str]]]


def sheets_of(path: Path, sheet: str | None = None) -> list[Sheet]:
    with ExitStack() as kept:
        return read_sheets(source_of(path, kept), sheet)


def sheet_of(path: Path) -> Sheet:
    (sheet,) = sheets_of(path)
    return sheet


def cells_of(sheet: Sheet) -> Cells:
    return [(record.line, record.cells) for record in sheet.records()]


@pytest.fixture
def book(tmp_path: Path) -> Callable[[Callable[[Any], None]], Path]:
    """A workbook by openpyxl, which stores no values of formulas, as R doesn't."""

    def run(fill: Callable[[Any], None]) -> Path:
        made = openpyxl.Workbook()
        fill(made.active)
        made.save(tmp_path / "svar.xlsx")
        return tmp_path / "svar.xlsx"

    return run


Book = Callable[[Callable[[Any], None]], Path]


def ods(path: Path, tables: str, styles: str = "", kind: str = "spreadsheet") -> Path:
    """A document as LibreOffice writes it: everything in `content.xml`."""
    names = " ".join(
        f"xmlns:{prefix}={quoteattr(f'urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0')}"
        for prefix in ("office", "table", "text", "style")
    )
    content = (
        f"<?xml version='1.0' encoding='UTF-8'?><office:document-content {names}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", content)
    return path


def text(value: str, attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{value}</text:p></table:table-cell>'


def number(value: str, attributes: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}" {attributes}><text:p>{value},00</text:p>'
        "</table:table-cell>"
    )


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def table(name: str, *rows: str, attributes: str = "") -> str:
    return f'<table:table table:name="{name}" {attributes}>{"".join(rows)}</table:table>'


def test_what_a_cell_shows_is_its_text_whole_numbers_without_a_point_dates_as_iso_dates(book: Book) -> None:
    values = [4, 4.0, 3.5, -1, 1e11, 123456789012345, True, "  to \n linjer", "<&>", "æøå"]

    def fill(sheet: Any) -> None:
        sheet.append(["tal", *values])
        sheet.append(["dato", dt.datetime(2026, 1, 4, 12, 30), dt.date(1900, 1, 4), dt.date(1900, 3, 1)])  # noqa: DTZ001
        sheet.append(["fejl", "#N/A"])

    found = dict(cells_of(sheet_of(book(fill))))
    assert found[1][1:] == ["4", "4", "3.5", "-1", "100000000000", "123456789012345", "true", *values[7:]]
    assert found[2][1:4] == ["2026-01-04 12:30:00", "1900-01-04 00:00:00", "1900-03-01 00:00:00"]
    assert found[3][1] == "#N/A"


def test_only_formats_of_dates_make_a_number_a_date(book: Book) -> None:
    def fill(sheet: Any) -> None:
        for place, code in enumerate(["0.00", "[Red]0;[Blue]-0", '"dage" 0', "[$-406]d. mmmm", "@", "0_d"], start=1):
            sheet.cell(1, place, 4).number_format = code
        sheet.cell(2, 1, "x")

    assert dict(cells_of(sheet_of(book(fill))))[1] == ["4", "4", "4", "1900-01-04 00:00:00", "4", "4"]


def test_cells_merged_downwards_have_the_value_of_their_block_and_are_counted(book: Book) -> None:
    def fill(sheet: Any) -> None:
        for line in (["rolle", "aktie"], ["borger", 4], [None, 5], [None, 3], [None, None], ["ledelse", 2]):
            sheet.append(line)
        sheet.merge_cells("A2:A5")

    sheet = sheet_of(book(fill))
    assert cells_of(sheet) == [
        (1, ["rolle", "aktie"]),
        (2, ["borger", "4"]),
        (3, ["borger", "5"]),
        (4, ["borger", "3"]),
        (6, ["ledelse", "2"]),
    ]
    assert sheet.facts.merged == {0: 2}


def test_a_heading_merged_to_the_right_stays_in_its_column(book: Book) -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["Spørgsmål", None, None])
        sheet.append(["a", "b", "c"])
        sheet.merge_cells("A1:C1")

    sheet = sheet_of(book(fill))
    assert cells_of(sheet)[0] == (1, ["Spørgsmål", "", ""])
    assert sheet.facts.merged == {}


def test_formulas_that_nobody_calculated_are_counted_by_column(book: Book) -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["aktie", "selv", "note"])
        for line in range(2, 6):
            sheet.append([4, f"=A{line}", "x"])

    facts = sheet_of(book(fill)).facts
    assert (facts.formulas, facts.formula_line) == ({1: 4}, 2)


def test_formulas_with_a_stored_value_are_cells_like_others_an_empty_text_too(tmp_path: Path) -> None:
    sheet = (
        "<x:row><x:c t='str'><x:v>a</x:v></x:c><x:c t='str'><x:v>b</x:v></x:c></x:row>"
        "<x:row><x:c><x:f>A1</x:f><x:v>4</x:v></x:c><x:c t='str'><x:f>\"\"</x:f><x:v></x:v></x:c></x:row>"
    )
    read = sheet_of(raw_xlsx(tmp_path / "svar.xlsx", sheet))
    assert cells_of(read)[1] == (2, ["4", ""])
    assert read.facts.formulas == {}


def test_hidden_rows_columns_and_sheets_are_counted_and_rows_and_columns_read(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "svar.xlsx"))
    sheet, secret = made.add_worksheet("Svar"), made.add_worksheet("Rådata")
    for line in range(4):
        sheet.write_row(line, 0, ["a", "b", line])
        secret.write_row(line, 0, ["x", "y"])
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_row(90, None, None, {"hidden": True})
    sheet.set_column(1, 1, None, None, {"hidden": True})
    sheet.set_column(5, 9, None, None, {"hidden": True})
    secret.hide()
    made.close()

    read = sheet_of(tmp_path / "svar.xlsx")
    assert len(cells_of(read)) == 4
    assert (read.facts.hidden_rows, read.facts.hidden_columns, read.facts.hidden_sheets) == (1, (1,), ("Rådata",))
    assert cells_of(sheets_of(tmp_path / "svar.xlsx", "rådata")[0])[0] == (1, ["x", "y"])


def test_all_sheets_with_a_table_are_read_each_with_its_name_in_a_last_column(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "svar.xlsx"))
    made.add_worksheet("Læs mig").write(0, 0, "Tak!")
    for name in ("Nordby", "Østerby"):
        sheet = made.add_worksheet(name)
        sheet.write(0, 0, f"Svar fra {name}")
        sheet.write_row(2, 0, ["rolle", "aktie"])
        sheet.write_row(3, 0, ["borger", 4])
    made.close()

    nordby, oesterby = sheets_of(tmp_path / "svar.xlsx", "all")
    assert cells_of(nordby)[1:] == [(3, ["rolle", "aktie", "sheet"]), (4, ["borger", "4", "Nordby"])]
    assert oesterby.file == f"{tmp_path / 'svar.xlsx'} [Østerby]"
    assert oesterby.head[-1].cells == ["borger", "4", "Østerby"]


def test_a_stray_cell_in_the_last_row_costs_nothing(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "svar.xlsx"))
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, ["rolle", "aktie"])
    sheet.write_row(1, 0, ["borger", 4])
    sheet.write(1_048_575, 1, " ")
    sheet.write(1_048_574, 0, "x")
    made.close()

    read = sheet_of(tmp_path / "svar.xlsx")
    assert cells_of(read) == [(1, ["rolle", "aktie"]), (2, ["borger", "4"]), (1_048_575, ["x", ""])]


def test_a_stray_cell_in_the_last_column_is_refused_by_its_name(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "svar.xlsx"))
    sheet = made.add_worksheet("Svar")
    sheet.write_row(0, 0, ["rolle", "aktie"])
    sheet.write(1_048_575, 16_383, "x")
    made.close()

    with pytest.raises(AnswersRefused, match="a stray cell at XFD1048576 of sheet 'Svar', far from the table"):
        sheet_of(tmp_path / "svar.xlsx")


def raw_xlsx(path: Path, sheet: str, shared: str = "") -> Path:
    """A workbook by hand, with prefixes and without what a writer may leave out."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'"
    parts = {
        "_rels/.rels": f"<Relationships {relations}><Relationship Id='r1' Type='{kinds}/officeDocument' "
        "Target='/xl/workbook.xml'/></Relationships>",
        "xl/workbook.xml": f"<x:workbook xmlns:x='{main}' xmlns:q='{kinds}'><x:sheets><x:sheet name='Ark' sheetId='1' "
        "q:id='a'/></x:sheets></x:workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships {relations}><Relationship Id='a' Type='{kinds}/worksheet' "
        f"Target='sheets/1.xml'/><Relationship Id='b' Type='{kinds}/sharedStrings' Target='texts.xml'/>"
        "</Relationships>",
        "xl/sheets/1.xml": f"<x:worksheet xmlns:x='{main}'><x:sheetData>{sheet}</x:sheetData></x:worksheet>",
        "xl/texts.xml": f"<sst xmlns='{main}'>{shared}</sst>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_prefixes_and_cells_without_their_names_are_read_too(tmp_path: Path) -> None:
    shared = "<si><r><t>bor</t></r><r><t>ger</t></r><rPh><t>hvisk</t></rPh></si><si><t>a_x000D_b</t></si>"
    sheet = (
        "<x:row><x:c t='s'><x:v>0</x:v></x:c><x:c t='s'><x:v>1</x:v></x:c><x:c/><x:c><x:v>4.0</x:v></x:c></x:row>"
        "<x:row r='5'><x:c t='inlineStr'><x:is><x:t>ind</x:t></x:is></x:c><x:c r='D5' t='str'><x:v>d</x:v></x:c>"
        "</x:row>"
    )
    assert cells_of(sheet_of(raw_xlsx(tmp_path / "svar.xlsx", sheet, shared))) == [
        (1, ["borger", "a\rb", "", "4"]),
        (5, ["ind", "", "", "d"]),
    ]


@pytest.mark.parametrize(
    "sheet",
    [
        "<x:row><x:c t='s'><x:v>7</x:v></x:c></x:row>",
        "<x:row><x:c t='s'><x:v>-1</x:v></x:c></x:row>",
        "<x:row><x:c r='1A'><x:v>4</x:v></x:c></x:row>",
        "<x:row r='æ'><x:c><x:v>4</x:v></x:c></x:row>",
        "<x:row><x:c><x:v>fire</x:v></x:c></x:row>",
        "<x:row><x:c><x:v>4</x:v></x:row>",
    ],
)
def test_a_sheet_that_makes_no_sense_is_refused(sheet: str, tmp_path: Path) -> None:
    with pytest.raises(AnswersRefused, match="a workbook that can't be read"):
        sheet_of(raw_xlsx(tmp_path / "svar.xlsx", sheet))


def test_a_document_type_is_refused_since_it_may_grow_without_end(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "svar.xlsx", "")
    content = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(content, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]>" + part if name == "xl/workbook.xml" else part)
    path.write_bytes(content.getvalue())

    with pytest.raises(AnswersRefused, match="a workbook that can't be read"):
        sheet_of(path)


def test_too_many_cells_are_refused_before_they_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_events, "MOST_ELEMENTS", 1_000)
    with pytest.raises(AnswersRefused, match="more than 1,000 cells and values in the workbook"):
        sheet_of(raw_xlsx(tmp_path / "svar.xlsx", "<x:row>" + "<x:c/>" * 1_001 + "</x:row>"))


def test_a_libreoffice_sheet_is_read_by_the_values_of_its_cells(tmp_path: Path) -> None:
    path = ods(
        tmp_path / "svar.ods",
        table(
            "Svar",
            row(text("rolle"), text("ak<text:s text:c='2'/>tie"), text("dato"), text("ja?")),
            row(attributes='table:number-rows-repeated="3"'),
            row(
                text("bor<text:span>ger</text:span>"),
                number("4"),
                '<table:table-cell office:value-type="date" office:date-value="2026-01-04"><text:p>4. jan</text:p>'
                "</table:table-cell>",
                '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>SAND</text:p>'
                "</table:table-cell>",
                '<table:table-cell table:number-columns-repeated="16380"/>',
            ),
            row(
                '<table:table-cell office:value-type="string"><office:annotation><text:p>spørg igen</text:p>'
                "</office:annotation><text:p>to</text:p><text:p>linjer</text:p></table:table-cell>",
                number("3.5", 'table:number-columns-repeated="2"'),
                attributes='table:number-rows-repeated="2"',
            ),
            row(
                '<table:table-cell table:number-columns-repeated="16384"/>', attributes='table:number-rows-repeated="9"'
            ),
        ),
    )

    sheet = sheet_of(path)
    assert sheet.described == "LibreOffice, sheet 'Svar'"
    assert cells_of(sheet) == [
        (1, ["rolle", "ak  tie", "dato", "ja?"]),
        (5, ["borger", "4", "2026-01-04", "true"]),
        (6, ["to\nlinjer", "3.5", "3.5", ""]),
        (7, ["to\nlinjer", "3.5", "3.5", ""]),
    ]


def test_what_libreoffice_hides_merges_and_has_not_calculated_is_known(tmp_path: Path) -> None:
    hidden = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    path = ods(
        tmp_path / "svar.ods",
        table(
            "Svar",
            '<table:table-column/><table:table-column table:visibility="collapse"/>',
            row(text("rolle"), text("note"), text("aktie")),
            row(
                text("borger", 'table:number-rows-spanned="2"'), text("x"), '<table:table-cell table:formula="of:=1"/>'
            ),
            row("<table:covered-table-cell/>", text("y"), number("5"), attributes='table:visibility="filter"'),
        )
        + table("Gemt", row(text("a"), text("b")), row(text("c"), text("d")), attributes='table:style-name="ta2"'),
        hidden,
    )

    sheet = sheet_of(path)
    assert cells_of(sheet)[1:] == [(2, ["borger", "x", ""]), (3, ["borger", "y", "5"])]
    facts = sheet.facts
    assert (facts.merged, facts.formulas, facts.formula_line) == ({0: 1}, {2: 1}, 2)
    assert (facts.hidden_rows, facts.hidden_columns, facts.hidden_sheets) == (1, (1,), ("Gemt",))


def test_rows_that_libreoffice_repeats_without_end_are_refused(tmp_path: Path) -> None:
    many = row(text("x", 'table:number-columns-repeated="1000"'), attributes='table:number-rows-repeated="1000000"')
    with pytest.raises(AnswersRefused, match="more than 5,000,000 cells in the sheets"):
        sheet_of(ods(tmp_path / "svar.ods", table("Svar", many)))
    wide = row(text("x", 'table:number-columns-repeated="16384"'))
    with pytest.raises(AnswersRefused, match="a stray cell at XFD1 of sheet 'Svar'"):
        sheet_of(ods(tmp_path / "svar.ods", table("Svar", wide)))


def test_other_documents_of_offices_are_called_what_they_are(tmp_path: Path) -> None:
    with pytest.raises(AnswersRefused, match="a document that is no workbook; save the sheet with the answers as CSV"):
        sheet_of(ods(tmp_path / "svar.odt", "", kind="text"))
    with zipfile.ZipFile(tmp_path / "svar.xlsb", "w") as archive:
        archive.writestr("xl/workbook.bin", b"")
    with pytest.raises(AnswersRefused, match=r"a binary workbook \(\.xlsb\); save it as \.xlsx"):
        sheet_of(tmp_path / "svar.xlsb")
