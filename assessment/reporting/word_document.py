"""A Word document of ours: A4, its styles, its language and its page foot. Text from people goes in unharmed."""

import re
from datetime import datetime
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from assessment.domain.response import writable
from assessment.texts.language import Language

FACE: Final = "Calibri"  # where it is missing, programs take Carlito, which has the same widths
INK, SOFT, HAIR, TINT = "0D161D", "4A5763", "C9D2D6", "E4EFF0"
TEXT_MM: Final = 172.0  # between the margins
LOCALES: Final = {"sv": "sv-SE", "en": "en-GB"}
TABLE: Final = "Rustad Table"
LEDE, LABEL, CELL, SMALL = "Rustad Lede", "Rustad Label", "Rustad Cell", "Rustad Small"
CELL_GAP: Final = 2.5  # mm to the right of what stands in a cell
LONGEST_FOOT: Final = 90  # characters
FIELDS: Final = ("NUMPAGES", "PAGE")
# name, size, bold, colour, space before, space after, kept with the next
STYLES: Final = (
    ("Normal", 10.5, False, INK, 0, 6, False),
    ("Title", 21, True, INK, 2, 8, True),
    ("Heading 1", 14.5, True, INK, 13, 3, True),
    ("Heading 2", 11.5, True, INK, 10, 3, True),
    ("Caption", 9, False, SOFT, 4, 8, False),
    ("List Number", 10.5, False, INK, 0, 3, False),
    ("Header", 9, False, SOFT, 0, 0, False),
    ("Footer", 9, False, SOFT, 0, 0, False),
    (LEDE, 11, False, INK, 0, 4, False),
    (LABEL, 9, False, SOFT, 0, 0, True),
    (CELL, 9.5, False, INK, 0, 0, False),
    (SMALL, 8.5, False, SOFT, 0, 0, False),
)


def new_document(language: Language, *, title: str, foot: str, at: datetime) -> WordDocument:
    """An empty document on A4. `title` and `at` are for its properties, `foot` stands beside the page number."""
    document = Document()
    _properties(document, language, title, at)
    for name, size, bold, colour, before, after, kept in STYLES:
        style = _style(document, name)
        _face(style, size, bold=bold, colour=colour)
        form = style.paragraph_format
        form.space_before, form.space_after, form.keep_with_next = Pt(before), Pt(after), kept
        form.line_spacing = 1.1
    _table_style(document)
    _page(document, foot, language)
    return document


def document_bytes(document: WordDocument) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def dress(paragraph: Paragraph, style: str) -> None:
    """Give a paragraph one of STYLES. Straight by its id: looked up by name, a long plan would take seconds."""
    paragraph._p.style = style.replace(" ", "")


def write(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    """Add text to a paragraph, whatever people have written in it."""
    run = paragraph.add_run(writable(text))
    if bold:
        run.bold = True


def _properties(document: WordDocument, language: Language, title: str, at: datetime) -> None:
    """A title and a language; nothing of the machine, of who made the file or of the template."""
    locale = LOCALES[language.code]
    core = document.core_properties
    core.title, core.language, core.author, core.last_modified_by = writable(title)[:255], locale, "", ""
    core.comments, core.keywords, core.subject = "", "", ""
    core.created = core.modified = at
    package = document.part.package
    for id_ in [id_ for id_, one in package.rels.items() if one.reltype.endswith("/thumbnail")]:
        package.rels.pop(id_)
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), locale)
    settings = document.settings.element
    for element in settings.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), locale)
    for element in settings.iter(qn("w:compatSetting")):
        if element.get(qn("w:name")) == "compatibilityMode":
            element.set(qn("w:val"), "15")  # otherwise Word says that it holds back for an older one


def _style(document: WordDocument, name: str) -> ParagraphStyle:
    styles = document.styles
    if name not in [one.name for one in styles]:
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles["Normal"]
    style = styles[name]
    assert isinstance(style, ParagraphStyle), "all of ours are"
    style.hidden = False
    return style


def _face(style: ParagraphStyle, size: float, *, bold: bool, colour: str) -> None:
    """Our own look in place of the template's: no theme, no border."""
    for tag in ("w:rPr", "w:pPr/w:pBdr", "w:pPr/w:contextualSpacing"):
        for element in style.element.xpath(tag):
            element.getparent().remove(element)
    style.font.name, style.font.size, style.font.bold = FACE, Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(colour)
    faces = style.element.rPr.rFonts
    for script in ("w:cs", "w:eastAsia"):
        faces.set(qn(script), FACE)


def _table_style(document: WordDocument) -> None:
    """Hairlines between rows, and a bold head; changed in one place for the whole document."""
    style = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"'
    style.element.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}><w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
            '<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
            '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="142" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        )
    )
    style.element.append(
        parse_xml(f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>')
    )


def _page(document: WordDocument, foot: str, language: Language) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - TEXT_MM) / 2)
    section.top_margin, section.bottom_margin = Mm(16), Mm(17)
    section.header_distance = section.footer_distance = Mm(9)
    paragraph = section.footer.paragraphs[0]
    _own_stop(paragraph, TEXT_MM)
    write(paragraph, f"{foot if len(foot) <= LONGEST_FOOT else foot[:LONGEST_FOOT].rstrip() + '…'}\t")
    for part in re.split(
        f"({'|'.join(FIELDS)})", language.text("Page {page} of {pages}", page="PAGE", pages="NUMPAGES")
    ):
        if part in FIELDS:
            _field(paragraph, part)
        elif part:
            write(paragraph, part)


def _own_stop(paragraph: Paragraph, at_mm: float) -> None:
    """One right tab stop in place of the style's."""
    stop = round(at_mm / 25.4 * 1440)
    tabs = (
        f'<w:tab w:val="clear" w:pos="4680"/><w:tab w:val="clear" w:pos="9360"/><w:tab w:val="right" w:pos="{stop}"/>'
    )
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:tabs {nsdecls('w')}>{tabs}</w:tabs>"))


def _field(paragraph: Paragraph, name: str) -> None:
    """A number that Word works out, such as that of the page."""
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
