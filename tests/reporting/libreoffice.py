"""A person's hands in LibreOffice: a macro that opens a workbook, edits it, and saves it under another name."""

from xml.sax.saxutils import escape

from tests.reporting import office

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Hands"/></library:library>"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Hands" script:language="StarBasic">{}
</script:module>"""
MACRO = """
Sub Work
  Dim quiet(0) As New com.sun.star.beans.PropertyValue
  Dim excel(0) As New com.sun.star.beans.PropertyValue
  quiet(0).Name = "Hidden"
  quiet(0).Value = True
  excel(0).Name = "FilterName"
  excel(0).Value = "Calc MS Excel 2007 XML"
  book = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, quiet())
  sheets = book.Sheets
{steps}
  book.storeToURL("{target}", excel())
  book.close(True)
End Sub
"""


def typed(sheet, cell, text):
    """Text typed into a cell, as LibreOffice understands it: dates and numbers become such."""
    quoted = text.replace('"', '""')
    return f'  sheets.getByName("{sheet}").getCellRangeByName("{cell}").FormulaLocal = "{quoted}"'


def as_text(sheet, cell, text):
    """Text that stays text, whatever it looks like."""
    return f'  sheets.getByName("{sheet}").getCellRangeByName("{cell}").String = "{text}"'


def sorted_by(sheet, cells, column, *, descending=True):
    """Rows sorted by a column, counted from 0 in the range."""
    up = "False" if descending else "True"
    return f"""  Dim field(0) As New com.sun.star.table.TableSortField
  Dim how(1) As New com.sun.star.beans.PropertyValue
  field(0).Field = {column}
  field(0).IsAscending = {up}
  how(0).Name = "SortFields"
  how(0).Value = field()
  how(1).Name = "ContainsHeader"
  how(1).Value = False
  sheets.getByName("{sheet}").getCellRangeByName("{cells}").sort(how())"""


def hidden(sheet, column):
    return f'  sheets.getByName("{sheet}").Columns.getByName("{column}").IsVisible = False'


def renamed(sheet, name):
    return f'  sheets.getByName("{sheet}").Name = "{name}"'


def by_hand(content, folder, *steps):
    """The workbook after these steps in LibreOffice."""
    source, target = folder / "before.xlsx", folder / "after.xlsx"
    source.write_bytes(content)
    target.unlink(missing_ok=True)
    macro = MACRO.format(source=source.as_uri(), target=target.as_uri(), steps="\n".join(steps))
    macros = office.profile() / "user" / "basic" / "Standard"
    (macros / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (macros / "Hands.xba").write_text(MODULE.format(escape(macro)), encoding="utf-8")
    office.run("macro:///Standard.Hands.Work")
    return target.read_bytes()
