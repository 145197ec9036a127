"""Gap lists and plans as people give them back: made, edited, sorted, and read again."""

from io import BytesIO

from openpyxl import load_workbook

from assessment.reporting.plan_file import open_plan
from assessment.reporting.plan_reader import returned_plan
from assessment.reporting.workbook import assessment_workbook
from assessment.services import plan_files
from assessment.services.reports import report
from assessment.texts.language import language
from tests.builders import ADA

SV, EN = language("sv"), language("en")
FIRST = 5  # the row below the headings


def exported(engine, assessment, words=SV):
    return assessment_workbook(report(engine, ADA, assessment.id), words, version="1")


def saved(workbook):
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def keys(sheet, row=3):
    """The columns by machine key."""
    return {cell.value: cell.column for cell in sheet[row] if cell.value}


def with_cells(content, *cells):
    """The file with other values: (sheet, row or item id or title, key, value)."""
    workbook = load_workbook(BytesIO(content))
    for title, which, key, value in cells:
        sheet = workbook[title]
        columns = keys(sheet)
        named = columns["item_id" if "item_id" in columns else "title"]
        row = (
            which
            if isinstance(which, int)
            else next(r for r in range(FIRST, 400) if sheet.cell(r, named).value == which)
        )
        sheet.cell(row, columns[key]).value = value
    return saved(workbook)


def understood(engine, assessment, content, words=SV):
    """The file as the domain sees it."""
    about, checklist = plan_files.subject(engine, ADA, open_plan(content).assessment_id)
    return returned_plan(open_plan(content), about, checklist, words)


def proposed(engine, assessment, content, words=SV):
    return plan_files.propose(engine, ADA, assessment.id, understood(engine, assessment, content, words))


def bring_in(engine, assessment, content):
    """Approve everything that is ready."""
    proposal = proposed(engine, assessment, content)
    return plan_files.apply(engine, ADA, proposal, proposal.ready)


def told(proposal):
    """The rows of a proposal in short."""
    return [(row.kind.value, row.title if row.plan else row.field, *row.in_file) for row in proposal.rows]
