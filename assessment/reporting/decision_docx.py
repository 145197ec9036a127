"""The paper for the meeting as a Word document, to be edited by whoever presents it."""

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document as WordDocument
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm
from docx.table import _Cell
from docx.text.run import Run

from assessment.domain.checklist import LEVELS, TOP_LEVEL
from assessment.domain.report import AssessmentReport
from assessment.domain.response import writable
from assessment.reporting.decision_lines import DecisionGroup, DecisionLine
from assessment.reporting.decision_open import OpenPart
from assessment.reporting.decision_paper import COLUMNS, KIND, DecisionPaper, decision_paper, profile_legend
from assessment.reporting.profile_picture import PAD_REM, REM_MM, mark_picture, track_picture
from assessment.reporting.word_document import (
    CELL,
    CELL_GAP,
    LABEL,
    LEDE,
    SMALL,
    document_bytes,
    dress,
    new_document,
    write,
)
from assessment.reporting.word_tables import heading_row, new_row, new_table, soft_line, to_fill_in
from assessment.texts import labels
from assessment.texts.language import Language

PROFILE_MM = (52.0, 84.0, 36.0)
TRACK_MM = PROFILE_MM[1] - CELL_GAP
ASKED_MM = (96.0, 20.0, 33.0, 23.0)
PLAN_MM = (75.0, 20.0, 34.0, 22.0, 21.0)
OPEN_MM = (117.0, 55.0)
NARROW = "\u00a0"  # keeps a mark and its words on one line
HEAD_MM = (66.0, 34.0, 38.0, 34.0)


def decision_docx(report: AssessmentReport, language: Language) -> bytes:
    """The same words and figures as on the page for print."""
    paper = decision_paper(report, language)
    kind, assessment = language.text(KIND), report.assessment
    title = " ".join(part for part in (kind, assessment.organisation, assessment.name) if part)
    document = new_document(language, title=title, foot=f"{kind} · {assessment.name}", at=report.at)
    write(document.add_paragraph(style=LABEL), " · ".join(filter(None, (kind, assessment.organisation))))
    write(document.add_paragraph(style="Title"), paper.title)
    _head(document, paper, language)
    _situation(document, paper, language)
    _decisions(document, paper, language)
    _plan(document, paper, language)
    _open(document, paper, language)
    _heading(document, language.text("How the assessment was made"))
    for paragraph in paper.method:
        told = document.add_paragraph(style=CELL)
        told.paragraph_format.space_after = Mm(1.5)
        write(told, paragraph)
    return document_bytes(document)


def _heading(document: WordDocument, text: str, *, level: int = 1) -> None:
    write(document.add_paragraph(style=f"Heading {level}"), text)


def _head(document: WordDocument, paper: DecisionPaper, language: Language) -> None:
    names, values = zip(*paper.head, strict=True)
    table = new_table(document, told=language.text(KIND), widths=HEAD_MM, heads=names)
    for cell in table.rows[0].cells:
        dress(cell.paragraphs[0], LABEL)
    for cell, value in zip(new_row(table), values, strict=True):
        write(cell.paragraphs[0], value)


def _situation(document: WordDocument, paper: DecisionPaper, language: Language) -> None:
    _heading(document, language.text("Situation"))
    write(document.add_paragraph(style=LEDE), " ".join(paper.situation))
    if not paper.profile:
        return
    _heading(document, paper.profile_finding, level=2)
    told = language.text("The profile: index, interval, lowest level and target of each dimension")
    heads = (language.text("Dimension"), "", language.text("Index, 0–100"))
    table = new_table(document, told=told, widths=PROFILE_MM, heads=heads)
    _axis(table.rows[0].cells[1])
    for row in paper.profile:
        name, track, figure = cells = new_row(table)
        for cell in cells:
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        write(name.paragraphs[0], row.name)
        write(figure.paragraphs[0], row.figure)
        if row.score.index is not None:
            picture = track_picture(row.score, width_mm=TRACK_MM)
            _picture(track.paragraphs[0].add_run(), picture, width_mm=TRACK_MM, told=f"{row.name}. {row.label}")
    _legend(document, paper, language)


def _axis(cell: _Cell) -> None:
    """0 to 4 above the lines, each over its tick."""
    paragraph, length = cell.paragraphs[0], TRACK_MM - 2 * PAD_REM * REM_MM
    dress(paragraph, SMALL)
    for level in LEVELS:
        at = PAD_REM * REM_MM + length * level / TOP_LEVEL
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(at), WD_TAB_ALIGNMENT.CENTER)
        write(paragraph, f"\t{level}")


def _legend(document: WordDocument, paper: DecisionPaper, language: Language) -> None:
    paragraph = document.add_paragraph(style="Caption")
    for mark, text in profile_legend(paper, language):
        _picture(paragraph.add_run(), mark_picture(mark), height_mm=2.9, told=text)
        write(paragraph, NARROW.join(("", *text.split(" "))) + "   ")
    first, last = (language.text(labels.SHORT_LEVEL[level]).lower() for level in (LEVELS[0], TOP_LEVEL))
    write(paragraph, language.text("The scale goes from 0 ({first}) to 4 ({last}).", first=first, last=last))


def _picture(
    run: Run, content: bytes, *, told: str, width_mm: float | None = None, height_mm: float | None = None
) -> None:
    picture = run.add_picture(
        BytesIO(content), Mm(width_mm) if width_mm else None, Mm(height_mm) if height_mm else None
    )
    inline = picture._inline
    inline.docPr.set("descr", writable(told))
    for side in "TBLR":
        inline.set(f"dist{side}", "0")  # where it is left out, programs differ


def _decisions(document: WordDocument, paper: DecisionPaper, language: Language) -> None:
    _heading(document, language.text("Proposed decisions"))
    intro = document.add_paragraph()
    intro.paragraph_format.keep_with_next = True
    write(intro, language.text("The meeting is proposed to decide to:"))
    for point in paper.points:
        listed = document.add_paragraph(style="List Number")
        write(listed, point)
    listed.paragraph_format.space_after = Mm(3)
    if not paper.asked:
        return
    told = language.text("What is to be decided, action by action")
    _actions(document, paper.asked, language, told=told, widths=ASKED_MM, heads=[language.text(one) for one in COLUMNS])
    write(
        document.add_paragraph(style="Caption"),
        language.text(
            "These are proposals, and the meeting may change them. Tinted boxes are filled in at the meeting. "
            "0 → 3 is the level now and the one expected."
        ),
    )


def _actions(
    document: WordDocument,
    groups: Sequence[DecisionGroup],
    language: Language,
    *,
    told: str,
    widths: Sequence[float],
    heads: Sequence[str],
) -> None:
    table = new_table(document, told=told, widths=widths, heads=heads)
    for group in groups:
        heading_row(table, group.heading)
        for line in group.lines:
            _action(new_row(table), line, language)


def _action(cells: tuple[_Cell, ...], line: DecisionLine, language: Language) -> None:
    what, levels, owner, due, *state = cells
    write(what.paragraphs[0], line.lead, bold=True)
    write(what.paragraphs[0], line.rest)
    for text in (*line.questions, line.note):
        if text:
            soft_line(what, text)
    write(levels.paragraphs[0], line.levels)
    for cell, text in ((owner, line.owner), (due, line.due)):
        if text:
            write(cell.paragraphs[0], text)
        else:
            to_fill_in(cell)
    if line.was_due:
        soft_line(due, language.text("Was {day}", day=line.was_due))
    for cell in state:
        write(cell.paragraphs[0], line.state)


def _plan(document: WordDocument, paper: DecisionPaper, language: Language) -> None:
    _heading(document, language.text("The plan"))
    if paper.plan_note:
        note = document.add_paragraph()
        note.paragraph_format.keep_with_next = bool(paper.plan)
        write(note, paper.plan_note)
    if paper.plan:
        heads = [*(language.text(one) for one in COLUMNS), language.text("Status")]
        _actions(
            document,
            paper.plan,
            language,
            told=language.text("The plan, quarter by quarter"),
            widths=PLAN_MM,
            heads=heads,
        )


def _open(document: WordDocument, paper: DecisionPaper, language: Language) -> None:
    if not paper.open:
        return
    _heading(document, language.text("Open questions"))
    for part in paper.open:
        _part(document, part)


def _part(document: WordDocument, part: OpenPart) -> None:
    if not part.rows:
        write(document.add_paragraph(), part.finding)
        return
    _heading(document, part.finding, level=2)
    table = new_table(document, told=part.finding, widths=OPEN_MM, heads=part.heads)
    for row in part.rows:
        for cell, text in zip(new_row(table), row, strict=True):
            write(cell.paragraphs[0], text)
    if part.more:
        write(document.add_paragraph(style="Caption"), part.more)
