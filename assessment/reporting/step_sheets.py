"""What an organisation has registered in the four steps, as the sheets of a workbook. They are only for reading."""

from collections.abc import Iterator

from assessment.domain.four_steps import FourSteps
from assessment.reporting.document_sheets import document_sheets
from assessment.reporting.message_sheet import message_sheets, wheel_sheets
from assessment.reporting.register_sheets import register_sheets
from assessment.reporting.way_sheet import way_sheets
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_sheet import Bound


def step_sheets(book: Bound, steps: FourSteps) -> Iterator[SheetKeys]:
    """A sheet for each list that holds something, step by step."""
    yield from register_sheets(book, steps.register)
    yield from way_sheets(book, steps.board)
    yield from document_sheets(book, steps.documents, steps.questions)
    yield from message_sheets(book, steps.messages)
    yield from wheel_sheets(book, steps.wheel)
