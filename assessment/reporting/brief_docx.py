"""The brief of a target group as a Word document on one page."""

from datetime import datetime

from docx.shared import Pt

from assessment.reporting.brief import Brief
from assessment.reporting.word_document import LABEL, document_bytes, new_document, write
from assessment.texts.language import Language


def brief_docx(brief: Brief, language: Language, *, at: datetime) -> bytes:
    """A .docx file. `at` is for its properties."""
    document = new_document(language, title=brief.group, foot=brief.head, at=at)
    write(document.add_paragraph(style=LABEL), brief.head)
    write(document.add_paragraph(style="Title"), brief.group)
    if not brief.parts:
        write(document.add_paragraph(), language.text("Nothing is written to this target group yet."))
    for part in brief.parts:
        heading = document.add_paragraph(style="Heading 1")
        heading.paragraph_format.space_before = Pt(8)
        write(heading, part.heading)
        for line in part.lines:
            told = document.add_paragraph()
            told.paragraph_format.space_after = Pt(3)
            write(told, line)
    foot = document.add_paragraph(style="Caption")
    foot.paragraph_format.space_before = Pt(8)
    write(foot, brief.foot)
    return document_bytes(document)
