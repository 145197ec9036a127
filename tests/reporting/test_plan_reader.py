"""A gap list with its plan comes back however people worked in it; anything unclear is told with sheet and place."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from assessment.domain.action import ActionStatus, Plan
from assessment.domain.checklist import Effort
from assessment.domain.errors import AssessmentError
from assessment.reporting import form_errors, plan_errors
from assessment.reporting.form import answer_form
from assessment.reporting.plan_file import open_plan
from assessment.reporting.workbook_looks import put
from assessment.services import actions, forms
from assessment.services.reports import report
from tests import builders
from tests.builders import ADA
from tests.reporting.reports import HOSTILE, through_libreoffice
from tests.reporting.returned import EN, FIRST, SV, exported, keys, proposed, saved, told, understood, with_cells

pytestmark = pytest.mark.slow

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return builders.house(tmp_path_factory.mktemp("plan"))


@pytest.fixture(scope="module")
def begun(engine):
    """An assessment with gaps."""
    assessment = builders.start(engine)
    builders.answer_all(engine, builders.join(engine, assessment, builders.BEN), (0, 1, 2, 3, 4))
    return assessment


@pytest.fixture(scope="module")
def gaps(engine, begun):
    """The ids of the questions with a gap, in order."""
    return [gap.result.item.id for gap in report(engine, ADA, begun.id).gaps]


@pytest.fixture(scope="module")
def planned(engine, begun, gaps):
    """One action for the first two gaps with everything filled in, and as many more as there are hostile texts."""
    first = Plan(
        title="Besluta",
        owner="Anna Ek",
        owner_role="inkop",
        due=date(2027, 3, 31),
        status=ActionStatus.IN_PROGRESS,
        effort=Effort.LARGE,
        note="Rad ett\nrad två",
        aims={gaps[0]: 3, gaps[1]: 2},
    )
    plans = [
        first,
        *(Plan(f"Åtgärd {n}", note=text, owner=text[:60], aims={gaps[0]: 3}) for n, text in enumerate(HOSTILE)),
    ]
    return [actions.add(engine, ADA, begun.id, plan) for plan in plans]


@pytest.fixture(scope="module")
def content(engine, begun, planned):
    return exported(engine, begun)


@pytest.fixture(scope="module")
def resaved(content, tmp_path_factory):
    return through_libreoffice(content, tmp_path_factory.mktemp("office"))


@pytest.fixture(params=["content", "resaved"])
def file(request):
    """The file as we wrote it, and as LibreOffice saved it."""
    return request.getfixturevalue(request.param)


def refusal(engine, begun, content, words=SV):
    with pytest.raises(AssessmentError) as caught:
        understood(engine, begun, content, words)
    return words.explain(caught.value)


def edited(engine, begun, content, *cells):
    return told(proposed(engine, begun, with_cells(content, *cells)))


def test_a_file_without_edits_proposes_nothing(engine, begun, planned, file):
    proposal = proposed(engine, begun, file)

    assert (proposal.rows, proposal.unchanged) == ((), len(planned))
    assert {id_: one.version for id_, one in understood(engine, begun, file).baseline.items()} == {
        one.id: 1 for one in planned
    }


def test_the_plan_sheet_holds_every_action_and_room_for_more(gaps, content, planned):
    sheet = load_workbook(BytesIO(content))["Plan"]
    columns = keys(sheet)
    first = {key: sheet.cell(FIRST, column).value for key, column in columns.items()}

    assert first["aims"] == ", ".join(sorted([f"{gaps[0]} 3", f"{gaps[1]} 2"]))
    assert (first["title"], first["owner_role"], first["due"]) == (
        "Besluta",
        "Upphandlingsfunktion",
        datetime.fromisoformat("2027-03-31"),
    )
    assert (first["status"], first["effort"], first["action_id"]) == ("Pågår", "stor insats", planned[0].id)
    assert sheet.column_dimensions["K"].hidden
    assert sorted(one.type for one in sheet.data_validations.dataValidation) == ["date", "list", "list", "list"]
    assert sheet.tables["PlanTable"].ref == f"A4:K{4 + len(planned) + 20}"


def test_the_gap_list_shows_the_oldest_action_and_how_many_more(gaps, content, planned):
    sheet = load_workbook(BytesIO(content))["Gap"]
    columns = keys(sheet)
    rows = {
        sheet.cell(row, columns["item_id"]).value: {key: sheet.cell(row, place).value for key, place in columns.items()}
        for row in range(FIRST, FIRST + len(gaps))
    }

    assert (rows[gaps[0]]["owner"], rows[gaps[0]]["action_id"]) == ("Anna Ek", planned[0].id)
    assert rows[gaps[0]]["more_actions"] == f"{len(HOSTILE)} åtgärder till, se bladet Plan"
    assert (rows[gaps[1]]["due"], rows[gaps[1]]["more_actions"]) == (datetime.fromisoformat("2027-03-31"), None)
    assert (rows[gaps[2]]["owner"], rows[gaps[2]]["action_id"]) == (None, None)


def test_edits_on_either_sheet_are_understood(engine, begun, gaps, file):
    assert edited(
        engine,
        begun,
        file,
        ("Gap", gaps[0], "owner", " Bo  Berg "),
        ("Gap", gaps[2], "owner", "Cia"),
        ("Plan", "Besluta", "status", "klar"),
        ("Plan", "Besluta", "note", None),
        ("Plan", "Åtgärd 0", "aims", f"{gaps[1].lower()}: 4; {gaps[0]}"),
        ("Plan", 40, "title", "Helt ny"),
        ("Plan", 40, "aims", gaps[3]),
    ) == [
        ("changed", "owner", "Bo Berg"),
        ("changed", "status", "done"),
        ("changed", "note", ""),
        ("changed", "aims", ", ".join(sorted([f"{gaps[1]} 4", f"{gaps[0]} 3"]))),
        (
            "added",
            next(g.result.item.action.sv for g in report(engine, ADA, begun.id).gaps if g.result.item.id == gaps[2]),
        ),
        ("added", "Helt ny"),
    ]


def test_two_sheets_that_say_different_things_are_a_conflict(engine, begun, gaps, file):
    cells = (("Gap", gaps[0], "owner", "Bo"), ("Gap", gaps[1], "owner", "Cia"), ("Plan", "Besluta", "owner", "Dan"))

    assert edited(engine, begun, file, *cells) == [("conflicting", "owner", "Bo", "Cia", "Dan")]


@pytest.mark.parametrize(
    "written",
    [
        *(
            "2028-01-09",
            "2028-1-9",
            "9.1.2028",
            "9/1/2028",
            "09/01/2028",
            "9 januari 2028",
            "9 jan 2028",
            "9 January 2028",
        ),
        *("den 9 januari 2028", " 9 Jan. 2028 ", date(2028, 1, 9), datetime.fromisoformat("2028-01-09T12:30"), 46761),
    ],
)
def test_dates_are_understood_in_every_style(engine, begun, content, written):
    assert edited(engine, begun, content, ("Plan", "Besluta", "due", written)) == [("changed", "due", "2028-01-09")]


@pytest.mark.parametrize("written", ["Done", "KLAR", " klar ", "done"])
def test_words_are_understood_in_either_language(engine, begun, content, written):
    assert edited(engine, begun, content, ("Plan", "Besluta", "status", written)) == [("changed", "status", "done")]


def test_an_emptied_choice_says_nothing_and_an_emptied_row_neither(engine, begun, content, planned):
    columns = keys(load_workbook(BytesIO(content))["Plan"])
    emptied = [("Plan", 6, key, None) for key in columns if key != "action_id"]

    assert edited(engine, begun, content, ("Plan", "Besluta", "status", None), *emptied) == []


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("due", "nästa vecka", "”nästa vecka” är inget datum, skriv till exempel 2027-03-31"),
        ("due", "3/31/2027", "”3/31/2027” är inget datum, skriv till exempel 2027-03-31"),
        ("due", "2127-03-31", "datumet 2127-03-31 är nog fel, välj ett mellan 2000 och 2099"),
        ("due", "=TODAY()", "här står en formel, skriv själva värdet"),
        ("owner", "=A1", "här står en formel, skriv själva värdet"),
        (
            "status",
            "Pågårr",
            "”Pågårr” går inte att välja, menar ni Pågår? Välj bland Ej påbörjad, Pågår, Klar och Avvaktar",
        ),
        ("status", "xyz", "”xyz” går inte att välja, välj bland Ej påbörjad, Pågår, Klar och Avvaktar"),
        ("owner", "x" * 201, "texten är 201 tecken lång, det får plats 200"),
        ("title", "x" * 301, "texten är 301 tecken lång, det får plats 300"),
    ],
)
def test_a_wrong_cell_is_named(engine, begun, content, key, value, reason):
    column = load_workbook(BytesIO(content))["Plan"].cell(1, keys(load_workbook(BytesIO(content))["Plan"])[key])

    assert refusal(engine, begun, with_cells(content, ("Plan", FIRST, key, value))) == (
        f"Filen lästes inte in och inget är ändrat. Bladet Plan, cell {column.column_letter}5: {reason}."
    )


@pytest.mark.parametrize("aims", ["XXX-99 3", "POL-01 9", "POL-01 3, POL-01 2", "allt"])
def test_aims_that_are_no_questions_are_named(engine, begun, content, aims):
    told_ = refusal(engine, begun, with_cells(content, ("Plan", FIRST, "aims", aims)))

    assert "Bladet Plan, cell B5: ”" in told_
    assert "är ingen fråga med väntad nivå" in told_


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ([("title", None)], "Bladet Plan, rad 5: det står inte vad som ska göras."),
        ([("aims", "")], "Bladet Plan, rad 5: det står inte vilken fråga åtgärden ska lyfta"),
        ([("action_id", "påhittat")], "Bladet Plan, rad 5: det dolda id:t ”påhittat” fanns inte i filen från början"),
        ([("action_id", None)], "Bladet Plan, rad 5: det dolda id:t för åtgärden ”Besluta” saknas"),
    ],
)
def test_a_wrong_row_is_named(engine, begun, content, cells, reason):
    assert reason in refusal(engine, begun, with_cells(content, *(("Plan", FIRST, *cell) for cell in cells)))


def test_ids_that_were_left_behind_by_sorting_are_told(engine, begun, content, planned, gaps):
    swapped = with_cells(content, ("Plan", 5, "action_id", planned[1].id), ("Plan", 6, "action_id", planned[0].id))
    assert refusal(engine, begun, swapped).count("det dolda id:t hör till en annan rad") == 2

    moved = with_cells(content, ("Gap", gaps[2], "action_id", planned[0].id), ("Gap", gaps[0], "action_id", None))
    told_ = refusal(engine, begun, moved)
    assert "det dolda id:t för åtgärden ”Besluta” saknas" in told_
    assert "det dolda id:t hör till en annan rad" in told_


def test_a_row_twice_is_fine_when_it_is_the_same(engine, begun, content):
    workbook = load_workbook(BytesIO(content))
    sheet = workbook["Plan"]
    for column in range(1, 12):
        sheet.cell(40, column).value = sheet.cell(5, column).value
    assert proposed(engine, begun, saved(workbook)).empty

    sheet.cell(40, keys(sheet)["owner"]).value = "Bo"
    assert "Bladet Plan, rad 40: det här är samma som rad 5 men med andra värden" in refusal(
        engine, begun, saved(workbook)
    )


def test_every_problem_is_told_at_once_up_to_twenty(engine, begun, content, planned):
    bad = with_cells(
        content, *(("Plan", FIRST + n, key, "=1") for n in range(len(planned)) for key in ("due", "owner"))
    )
    lines = refusal(engine, begun, bad).splitlines()

    assert (len(lines), lines[-1]) == (21, f"Och {2 * len(planned) - 20} till.")


def rearranged(content):
    """The rows of both sheets backwards, the columns moved, some hidden, an own column, an empty row; sheets renamed."""
    workbook = load_workbook(BytesIO(content))
    for title, new in (("Gap", "Våra gap"), ("Plan", "Vår plan")):
        sheet = workbook[title]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
        head, items = rows[:2], [row for row in rows[2:] if any(row)]
        for table in list(sheet.tables):
            del sheet.tables[table]
        for row in sheet.iter_rows():
            for cell in row:
                cell.value = None
        ordered = [*head, *reversed(items[:3]), [None] * len(head[0]), *reversed(items[3:])]
        for number, row in enumerate(ordered, start=7):
            for column, value in enumerate(["Eget" if number > 8 else None, *reversed(row)], start=2):
                put(sheet, number, column, value, sheet.cell(number, column))
        sheet.column_dimensions["D"].hidden = True
        sheet.row_dimensions[10].hidden = True
        sheet.title = new
    return saved(workbook)


def test_sorted_moved_hidden_and_renamed_read_alike(engine, begun, gaps, content, tmp_path):
    cells = [
        ("Gap", gaps[0], "owner", "Bo"),
        ("Plan", "Åtgärd 0", "due", "31/12/2027"),
        ("Gap", gaps[4], "status", "Pågår"),
    ]
    changed = with_cells(content, *cells)
    expected = sorted(edited(engine, begun, content, *cells))
    assert len(expected) == 3

    moved = rearranged(changed)

    assert sorted(told(proposed(engine, begun, moved))) == expected
    assert sorted(told(proposed(engine, begun, through_libreoffice(moved, tmp_path)))) == expected


@pytest.mark.parametrize("words", [SV, EN])
def test_without_the_hidden_row_the_headings_tell_the_columns(engine, begun, planned, words):
    workbook = load_workbook(BytesIO(exported(engine, begun, words)))
    plan = workbook["Plan"]
    plan.cell(FIRST, keys(plan)["owner"]).value = "Bo"
    for sheet in (plan, workbook[words.text("Gaps")]):
        for cell in sheet[3]:
            cell.value = None

    assert told(proposed(engine, begun, saved(workbook), words)) == [("changed", "owner", "Bo")]


def without_column(content, title, key):
    workbook = load_workbook(BytesIO(content))
    workbook[title].delete_cols(keys(workbook[title])[key])
    return saved(workbook)


@pytest.mark.parametrize(("sheet", "key"), [("Plan", "action_id"), ("Gap", "action_id"), ("Gap", "item_id")])
def test_a_deleted_id_column_is_told(engine, begun, content, sheet, key):
    told_ = refusal(engine, begun, without_column(content, sheet, key))

    assert f"Bladet {sheet}: den dolda kolumnen" in told_
    assert f"({key}) saknas" in told_


def test_another_deleted_column_or_sheet_says_nothing(engine, begun, content):
    workbook = load_workbook(BytesIO(without_column(content, "Plan", "owner")))
    del workbook["Gap"]

    assert proposed(engine, begun, saved(workbook)).empty


def test_a_copied_column_is_told(engine, begun, content):
    workbook = load_workbook(BytesIO(content))
    workbook["Plan"]["L3"] = "owner"

    assert "Bladet Plan: kolumnen Ansvarig finns två gånger, ta bort den ena." in refusal(
        engine, begun, saved(workbook)
    )


def first_format(content):
    """The file as versions before the plan wrote it."""
    workbook = load_workbook(BytesIO(without_column(content, "Gap", "action_id")))
    del workbook["Plan"]
    sheet = workbook["_rustad"]
    for row in sheet.iter_rows():
        if row[0].value == "format_version":
            row[1].value = "1"
        elif row[0].value in ("action", "action_fields"):
            for cell in row:
                cell.value = None
    columns = keys(workbook["Gap"])
    for row in range(FIRST, workbook["Gap"].max_row + 1):
        for key in ("owner", "owner_role", "due", "status", "note"):
            workbook["Gap"].cell(row, columns[key]).value = None
    return saved(workbook)


def test_a_file_from_before_the_plan_is_read_as_far_as_it_goes(engine, begun, gaps, content):
    old = first_format(content)

    assert proposed(engine, begun, old).empty
    assert [row[0] for row in edited(engine, begun, old, ("Gap", gaps[3], "owner", "Bo"))] == ["added"]


def with_fact(content, key, value):
    workbook = load_workbook(BytesIO(content))
    for row in workbook["_rustad"].iter_rows():
        if row[0].value == key:
            row[1].value = value
    return saved(workbook)


def without(content, *titles):
    workbook = load_workbook(BytesIO(content))
    for title in titles:
        del workbook[title]
    return saved(workbook)


def zip_of(name, content):
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


BAD_FILES = {
    "empty": (lambda _: b"", form_errors.FileNotWorkbook),
    "text": (lambda _: b"item;level\n", form_errors.FileNotWorkbook),
    "truncated": (lambda good: good[: len(good) // 2], form_errors.FileNotWorkbook),
    "damaged": (lambda good: good[:900] + bytes(200) + good[1100:], form_errors.FileNotWorkbook),
    "zip bomb": (lambda _: zip_of("[Content_Types].xml", bytes(60_000_000)), form_errors.FileInflated),
    "too large": (lambda _: b"PK\x03\x04" + bytes(5_000_001), form_errors.FileTooLarge),
    "password": (lambda _: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), form_errors.FileLocked),
    "old format": (lambda _: OLE + bytes(600), form_errors.FileOldFormat),
    "other workbook": (lambda _: saved(Workbook()), form_errors.FileNotOurs),
    "hidden sheet gone": (lambda good: without(good, "_rustad"), form_errors.FileNotOurs),
    "newer": (lambda good: with_fact(good, "format_version", "3"), form_errors.FileNewer),
    "both sheets gone": (lambda good: without(good, "Gap", "Plan"), plan_errors.PlanSheetsMissing),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_has_its_own_refusal(content, name):
    make, expected = BAD_FILES[name]

    with pytest.raises(expected) as caught:
        open_plan(make(content))

    assert "nget är ändrat" in SV.explain(caught.value)


def test_an_answer_form_is_no_gap_list(engine, begun):
    form = answer_form(forms.basis(engine, ADA, begun.id).report, SV, form_id="f")

    with pytest.raises(plan_errors.FileIsForm):
        open_plan(form)
