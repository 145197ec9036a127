"""The Excel file of the demo against the same cells written plainly by openpyxl."""

from io import BytesIO
from statistics import median
from time import perf_counter

from openpyxl import Workbook, load_workbook

from assessment import __version__
from assessment.domain.viewer import ADMINISTRATOR
from assessment.reporting.workbook import assessment_workbook
from assessment.services import assessments, demo, reports
from assessment.texts.language import language
from tests import builders


def workbook_times(folder, *, times):
    """Median seconds of ours and of the plain one."""
    engine = builders.house(folder)
    demo.load(engine, ADMINISTRATOR)
    largest = max(assessments.summaries(engine, ADMINISTRATOR), key=lambda one: one.answered)
    report = reports.report(engine, ADMINISTRATOR, largest.assessment.id)
    engine.dispose()

    def ours():
        return assessment_workbook(report, language("sv"), version=__version__)

    made = load_workbook(BytesIO(ours()))
    cells = [(sheet.title, [tuple(row) for row in sheet.iter_rows(values_only=True)]) for sheet in made.worksheets]
    taken = [(seconds(ours), seconds(lambda: plain(cells))) for _ in range(times)]
    return tuple(map(median, zip(*taken, strict=True)))


def plain(cells):
    workbook = Workbook()
    for title, rows in cells:
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def seconds(work):
    begun = perf_counter()
    work()
    return perf_counter() - begun
