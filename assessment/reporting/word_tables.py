"""Tables of a Word document: the head is repeated, rows stay whole, and screen readers are told what they hold."""

from collections.abc import Sequence
from typing import Final

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell, _Row

from assessment.domain.response import writable
from assessment.reporting.word_document import CELL, SMALL, TABLE, TINT, dress, write

LONGEST_TOLD: Final = 250  # characters of a table's description


def new_table(document: WordDocument, *, told: str, widths: Sequence[float], heads: Sequence[str]) -> Table:
    """A table with its head. `widths` in mm; `told` says what the table shows."""
    table: Table = document.add_table(rows=0, cols=len(widths), style=TABLE)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for tag in ("w:tblCaption", "w:tblDescription"):
        _set(table._tbl.tblPr, tag, writable(told)[:LONGEST_TOLD])
    head = new_row(table)
    for cell, text in zip(head, heads, strict=True):
        write(cell.paragraphs[0], text, bold=True)
    row = table.rows[0]._tr.get_or_add_trPr()
    row.append(OxmlElement("w:tblHeader"))
    return table


def new_row(table: Table) -> tuple[_Cell, ...]:
    """The cells of a row that is kept on one page."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    cells: tuple[_Cell, ...] = row.cells
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell in cells:
        dress(cell.paragraphs[0], CELL)
    return cells


def heading_row(table: Table, text: str) -> None:
    """A row right across, kept with the one below it."""
    cells = new_row(table)
    across = cells[0].merge(cells[-1])
    for paragraph in across.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    paragraph = across.paragraphs[0]
    dress(paragraph, SMALL)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_before = Mm(1.5)
    write(paragraph, text, bold=True)


def soft_line(cell: _Cell, text: str) -> None:
    """A smaller line below what stands in the cell."""
    paragraph = cell.paragraphs[0] if not cell.text else cell.add_paragraph()
    dress(paragraph, SMALL)
    write(paragraph, text)


def to_fill_in(cell: _Cell) -> None:
    """Tint a cell for people to write in."""
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", TINT)):
        shade.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _set(properties: object, tag: str, value: str) -> None:
    element = OxmlElement(tag)
    element.set(qn("w:val"), value)
    properties.append(element)  # type: ignore[attr-defined]
