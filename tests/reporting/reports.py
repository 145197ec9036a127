"""Reports to make files from, and workbooks read back the way a person's program would."""

from io import BytesIO

from openpyxl import load_workbook

from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from assessment.services import responses
from assessment.services.reports import report
from assessment.services.responses import ResponseText
from tests import builders
from tests.reporting import office

HOSTILE = [
    "=cmd|'/c calc'!A1",
    "+1",
    "-2",
    "@x",
    "ä" * 32_767,
    "🛟 beredskap 👩‍🚒",
    "rad ett\nrad två\n\nrad fyra",
    "_x000D_ och _x0041_",
    "_x0041_" * 300,
    "\tindragen\tmed tabb",
    "  mellanslag runt om  ",
    "#REF!",
    "123",
    "2026-11-22",
    "<b>&amp;</b>",
    "'fnutt",
    "https://example.org/a?b=c&d",
    "{braces} 100 %",
]


def write(engine, participant, item_id, which, text):
    viewer = builders.viewer_of(participant)
    responses.write(engine, viewer, participant_id=participant.id, item_id=item_id, which=which, text=text)


def written_down(engine, **kinds):
    """An assessment by Ben and Chi with every kind of answer and every kind of text in it."""
    begun = builders.start(engine, **kinds)
    ben, chi = (builders.join(engine, begun, name) for name in (builders.BEN, builders.CHI))
    builders.answer_all(engine, ben, (0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE))
    builders.answer(engine, chi, "POL-01", 4)
    for item, text in zip(builders.asked(engine, begun), HOSTILE, strict=False):
        write(engine, ben, item.id, ResponseText.COMMENT, text)
    write(engine, ben, "POL-01", ResponseText.EVIDENCE, "Beslut 2026-01-15, dnr KS 2026/1")
    write(engine, chi, "POL-02", ResponseText.REASON, "Vi köper inte in")
    return report(engine, builders.ADA, begun.id)


def table(content, title):
    """The rows of a sheet below its hidden row of machine keys, as mappings by key, and the row of its headings."""
    sheet = load_workbook(BytesIO(content))[title]
    for row in sheet.iter_rows():
        keys = [cell.value for cell in row]
        if "item_id" in keys:
            first = row[0].row + 2
            below = sheet.iter_rows(min_row=first, max_col=len(keys))
            return [dict(zip(keys, cells, strict=True)) for cells in below if cells[keys.index("item_id")].value]
    raise AssertionError(f"{title} has no machine keys")


def through_libreoffice(content, folder):
    """The workbook opened and saved by LibreOffice."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "in.xlsx").write_bytes(content)
    office.run("--convert-to", "xlsx", "--outdir", folder / "out", folder / "in.xlsx")
    return (folder / "out" / "in.xlsx").read_bytes()
