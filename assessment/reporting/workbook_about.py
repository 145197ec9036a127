"""The sheet that says what the file is and how its figures came about."""

from collections.abc import Iterator, Sequence

from assessment.domain.errors import sentence
from assessment.reporting.workbook_keys import SheetKeys
from assessment.reporting.workbook_looks import put
from assessment.reporting.workbook_sheet import Book, new_sheet, row_heights
from assessment.texts import labels

WIDTHS = (40, 100)
METHOD = (
    (
        sentence("Level"),
        sentence(
            "The level of a question is the one the group has agreed on. Until then it is the median of the "
            "participants' levels, the lower of the two middle ones when their number is even."
        ),
    ),
    (
        sentence("Index"),
        sentence(
            "The levels as a share of the highest possible, from 0 to 100, counted on the questions that have a level. "
            "Lowest and highest possible show where the index can end when the open questions have been answered."
        ),
    ),
    (
        sentence("Lowest level"),
        sentence("The lowest level that any question in the dimension has. A mean can hide it."),
    ),
    (
        sentence("Target"),
        sentence("The level you want to reach, for each question. In the summary it is shown from 0 to 100."),
    ),
    (sentence("Gap"), sentence("Target minus level, for questions below their target.")),
    (
        sentence("Order"),
        sentence(
            "Questions in the quick check come first, then larger gaps, earlier steps and smaller efforts. "
            "It is a suggestion: you decide the order."
        ),
    ),
    (
        sentence("Without a level"),
        sentence(
            "Unanswered, don't know and not applicable are three different things, and none of them counts as level 0. "
            "Unanswered questions and don't know are open and stand in the sheet Find out."
        ),
    ),
)


def about_sheet(book: Book, *, version: str, registered: Sequence[str]) -> SheetKeys:
    """Facts, method and cautions. `registered` are the sheets with what stands in the four steps."""
    text = book.language.text
    title = text("About")
    sheet = new_sheet(book, title, heading=text("About this file"), lede=book.subject, widths=WIDTHS)
    rows = [*_facts(book, version), *_steps(book, registered), *((text(label), text(why)) for label, why in METHOD)]
    names, contents = zip(*rows, strict=True)
    heights = row_heights([(names, WIDTHS[0] * 0.9), (contents, WIDTHS[1])])
    for row, ((label, content), height) in enumerate(zip(rows, heights, strict=True), start=4):
        put(sheet, row, 1, label, book.looks.strong)
        put(sheet, row, 2, content, book.looks.text)
        sheet.row_dimensions[row].height = height
    return SheetKeys(title, 3, ("label", "content"))


def _facts(book: Book, version: str) -> Iterator[tuple[str, str]]:
    report, text, number = book.report, book.language.text, book.language.number
    yield text("Read this first"), text("This is a self-assessment. It does not say whether you follow the law.")
    yield text("Before you share it"), text("To be checked for confidentiality before it is disclosed.")
    yield text("Organisation"), report.assessment.organisation or "–"
    yield text("What is assessed"), report.assessment.name
    yield text("Checklist"), f"{book.language.of(report.checklist.title)} {report.checklist.version}"
    yield text("Scope"), text(labels.SCOPE[report.assessment.scope])
    yield text("Date"), book.language.moment(report.at)
    yield text("Participants"), number(len(report.participants))
    yield text("Questions"), number(len(report.results))
    yield text("Questions with a level"), number(len(report.total.rated))
    yield text("Open questions"), number(len(report.total.open))
    yield text("Questions left out because they do not concern your type of organisation"), number(report.left_out)
    yield text("Made with"), f"Rustad {version}"


def _steps(book: Book, registered: Sequence[str]) -> Iterator[tuple[str, str]]:
    if registered:
        text = book.language.text
        yield (
            text("From the four steps"),
            text(
                "What the organisation has registered: {sheets}. These sheets are only for reading. "
                "What you change in them is not read in.",
                sheets=", ".join(registered),
            ),
        )
