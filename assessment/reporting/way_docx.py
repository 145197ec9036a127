"""A decision record as a Word document, for whoever presents the matter."""

from datetime import datetime

from docx.document import Document as WordDocument
from docx.shared import Mm

from assessment.reporting.way_paper import WayPaper
from assessment.reporting.word_document import CELL, LABEL, LEDE, SMALL, document_bytes, new_document, write
from assessment.reporting.word_tables import new_row, new_table
from assessment.texts.language import Language

PART_MM = (92.0, 80.0)


def way_docx(paper: WayPaper, language: Language, *, at: datetime) -> bytes:
    """The same words as on the screen and on the page for print."""
    kind = language.text("Decision record for the way forward")
    document = new_document(language, title=f"{kind} {paper.title}", foot=f"{kind} · {paper.title}", at=at)
    write(document.add_paragraph(style=LABEL), " · ".join(filter(None, (kind, paper.organisation))))
    write(document.add_paragraph(style="Title"), paper.title)
    write(document.add_paragraph(style=LEDE), paper.finding, bold=True)
    for line in (paper.signed, paper.despite):
        if line:
            write(document.add_paragraph(style=CELL), line)
    for part in paper.parts:
        _heading(document, f"{part.number}. {part.title}")
        for name, text in part.rows:
            told = document.add_paragraph(style=CELL)
            told.paragraph_format.space_after = Mm(1.2)
            if name:
                write(told, f"{name}. ", bold=True)
            write(told, text)
        if part.lacks:
            write(document.add_paragraph(style=SMALL), part.lacks)
    _weighed(document, paper, language)
    last = language.text("Check for secrecy before handing it out. Nothing here says that a law is followed.")
    write(document.add_paragraph(style=SMALL), last)
    return document_bytes(document)


def _heading(document: WordDocument, text: str) -> None:
    write(document.add_paragraph(style="Heading 2"), text)


def _weighed(document: WordDocument, paper: WayPaper, language: Language) -> None:
    if paper.weighed:
        _heading(document, language.text("What was weighed"))
        _table(document, paper, language)
    if paper.unmarked:
        write(document.add_paragraph(style=SMALL), paper.unmarked)


def _table(document: WordDocument, paper: WayPaper, language: Language) -> None:
    heads = (language.text("Argument or question"), language.text("What was said"))
    table = new_table(document, told=language.text("What was weighed"), widths=PART_MM, heads=heads)
    for asked, said in paper.weighed:
        left, right = new_row(table)
        write(left.paragraphs[0], asked)
        write(right.paragraphs[0], said)
