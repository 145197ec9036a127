"""An answer form comes back as it was filled in, however it was rearranged; anything else is refused in plain words."""

import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from assessment.domain.errors import AssessmentError
from assessment.domain.form import FormOfOtherAssessment, FormOfOtherVersion
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN, rated
from assessment.reporting import form_errors
from assessment.reporting.form import answer_form
from assessment.reporting.form_file import open_form
from assessment.reporting.form_reader import filled_form
from assessment.reporting.workbook import assessment_workbook
from assessment.services import forms
from assessment.services.assessments import opened
from assessment.services.reports import report
from assessment.services.responses import ResponseText
from assessment.texts.language import language
from tests import builders
from tests.reporting.reports import HOSTILE, table, through_libreoffice, write

SV, EN = language("sv"), language("en")


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return builders.house(tmp_path_factory.mktemp("form"))


@pytest.fixture(scope="module")
def begun(engine):
    return builders.start(engine)


@pytest.fixture(scope="module")
def blank(engine, begun):
    """An empty form for Ben, who is in procurement."""
    basis = forms.basis(engine, builders.ADA, begun.id)
    workbook = load_workbook(BytesIO(answer_form(basis.report, SV, form_id="form-1")))
    workbook["Svarsformulär"]["C7"] = "Upphandlingsfunktion"
    return saved(workbook)


def saved(workbook):
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def changed(content, **cells):
    """The form with other values in some cells."""
    workbook = load_workbook(BytesIO(content))
    for cell, value in cells.items():
        workbook["Svarsformulär"][cell] = value
    return saved(workbook)


def with_fact(content, key, value):
    """The form with another value in its hidden sheet."""
    workbook = load_workbook(BytesIO(content))
    for row in workbook["_rustad"].iter_rows():
        if row[0].value == key:
            row[1].value = value
    return saved(workbook)


def read(engine, begun, content, words=SV):
    found = opened(engine, builders.ADA, begun.id)
    return filled_form(open_form(content), found.assessment, found.checklist, words)


def refusal(engine, begun, content):
    with pytest.raises(AssessmentError) as caught:
        read(engine, begun, content)
    return SV.explain(caught.value)


def test_what_is_filled_in_is_read(engine, begun, blank):
    content = changed(blank, C6="Ben", C8="Behovsägare", I12=0, I13="Vet inte", I14="Ej tillämpligt", K12="=1", I15="3")

    form = read(engine, begun, changed(content, K12="Ja"))

    ids = list(form.responses)
    assert (form.name, form.roles, form.form_id) == ("Ben", ("inkop", "behovsagare"), "form-1")
    assert [form.responses[id_].answer for id_ in ids[:5]] == [rated(0), UNKNOWN, NOT_APPLICABLE, rated(3), None]
    assert form.responses[ids[0]].comment == "Ja"


@pytest.mark.slow
def test_a_participants_form_holds_that_participants_answers_only(engine, tmp_path):
    own = builders.start(engine, name="Egen")
    ben, chi = (builders.join(engine, own, name) for name in ("Ben", "Chi"))
    builders.answer_all(engine, ben, (0, 1, UNKNOWN, NOT_APPLICABLE))
    builders.answer_all(engine, chi, (4,))
    for item, text in zip(builders.asked(engine, own), HOSTILE, strict=False):
        write(engine, ben, item.id, ResponseText.COMMENT, text)
    basis = forms.basis(engine, builders.ADA, own.id, participant_id=ben.id)
    content = answer_form(basis.report, SV, form_id=basis.form_id, participant=basis.participant)

    for one in (content, through_libreoffice(content, tmp_path)):
        form = read(engine, own, one)
        assert (form.name, form.roles, form.participant_id) == ("Ben", ("inkop",), ben.id)
        assert forms.proposed(engine, builders.ADA, form).empty


def test_an_english_form_reads_as_well(engine, begun, blank):
    basis = forms.basis(engine, builders.ADA, begun.id)
    workbook = load_workbook(BytesIO(answer_form(basis.report, EN, form_id="form-2")))
    sheet = workbook["Answer form"]
    sheet["C7"], sheet["I12"] = "Need owner", "Don't know"

    form = read(engine, begun, saved(workbook))

    assert (form.roles, next(iter(form.responses.values())).answer) == (("behovsagare",), UNKNOWN)


def test_sorted_rows_hidden_and_moved_columns_read_alike(engine, begun, blank):
    content = changed(blank, I12=2, K13="Kommentar", I20="Vet inte")
    workbook = load_workbook(BytesIO(content))
    sheet = workbook["Svarsformulär"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head, items = rows[:11], rows[11:]
    items.sort(key=lambda row: row[2])
    for place, row in enumerate([*head, *items], start=1):
        moved = [*row[3:], *row[:3]]
        for column, value in enumerate(moved, start=1):
            sheet.cell(place, column).value = value
    sheet.column_dimensions["A"].hidden = True
    sheet.title = "Mina svar"

    assert read(engine, begun, saved(workbook)).responses == read(engine, begun, content).responses


def test_the_form_is_protected_but_for_the_cells_to_write_in(blank):
    sheet = load_workbook(BytesIO(blank))["Svarsformulär"]
    row = table(blank, "Svarsformulär")[2]

    assert (sheet.protection.sheet, sheet.protection.password) == (True, None)
    assert [key for key, cell in row.items() if not cell.protection.locked] == [
        "answer",
        "reason",
        "comment",
        "evidence",
    ]
    assert len(sheet.data_validations.dataValidation) == 2


@pytest.mark.parametrize(
    ("cell", "value", "reason"),
    [
        ("I12", 7, "”7” är inget svar, välj 0–4, vet inte eller ej tillämpligt"),
        ("I12", "ganska bra", "”ganska bra” är inget svar, välj 0–4, vet inte eller ej tillämpligt"),
        ("I12", -1, "”-1” är inget svar, välj 0–4, vet inte eller ej tillämpligt"),
        ("I12", 2.5, "”2.5” är inget svar, välj 0–4, vet inte eller ej tillämpligt"),
        ("I12", "=1+1", "här står en formel, skriv själva svaret"),
        ("K12", "=A1", "här står en formel, skriv själva svaret"),
        ("C7", "Borgmästare", "checklistan har ingen roll ”Borgmästare”"),
        ("A12", "XXX-99", "självskattningen har ingen fråga ”XXX-99”"),
    ],
)
def test_a_wrong_cell_is_named(engine, begun, blank, cell, value, reason):
    told = refusal(engine, begun, changed(blank, **{cell: value}))

    first = f"Formuläret lästes inte in och inget är ändrat. Bladet Svarsformulär, cell {cell}: {reason}."
    assert told.splitlines()[0] == first


def test_too_long_a_text_is_named(engine, begun, blank):
    workbook = load_workbook(BytesIO(blank))
    workbook["Svarsformulär"]["K12"]._value = "x" * 32_768
    workbook["Svarsformulär"]["K12"].data_type = "s"

    assert refusal(engine, begun, saved(workbook)).endswith(
        "cell K12: texten är 32\u00a0768 tecken lång, det får plats 32\u00a0767."
    )


def test_a_question_that_stands_twice_or_not_at_all_is_named(engine, begun, blank):
    told = refusal(engine, begun, changed(blank, A13="POL-01"))

    assert told.splitlines() == [
        "Formuläret lästes inte in och inget är ändrat. Bladet Svarsformulär, cell A13: fråga POL-01 står två gånger.",
        "Bladet Svarsformulär: fråga POL-02 saknas.",
    ]


def test_all_problems_are_told_up_to_twenty(engine, begun, blank):
    told = refusal(engine, begun, changed(blank, **{f"I{row}": 7 for row in range(12, 35)}))

    assert len(told.splitlines()) == 21
    assert told.endswith("Och 3 till.")


def test_a_form_without_a_role_is_refused(engine, begun, blank):
    assert refusal(engine, begun, changed(blank, C7=None)).endswith("cell C7: välj minst en roll.")


def test_a_form_of_another_assessment_is_refused(engine, begun, blank):
    with pytest.raises(FormOfOtherAssessment):
        read(engine, builders.start(engine), blank)


def test_a_form_of_another_version_is_refused(engine, begun, blank):
    with pytest.raises(FormOfOtherVersion):
        read(engine, begun, with_fact(blank, "checklist_version", "1999.1"))


def without_hidden_sheet(content):
    workbook = load_workbook(BytesIO(content))
    del workbook["_rustad"]
    return saved(workbook)


def zip_of(**parts):
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


BAD_FILES = {
    "empty": (lambda _: b"", form_errors.FileNotWorkbook),
    "text": (lambda _: b"item;level\nPOL-01;3\n", form_errors.FileNotWorkbook),
    "truncated": (lambda form: form[: len(form) // 2], form_errors.FileNotWorkbook),
    "damaged": (lambda form: form[:900] + bytes(200) + form[1100:], form_errors.FileNotWorkbook),
    "another zip": (lambda _: zip_of(readme="hello"), form_errors.FileNotWorkbook),
    "too large": (lambda _: b"PK\x03\x04" + bytes(5_000_001), form_errors.FileTooLarge),
    "zip bomb": (lambda _: zip_of(**{"[Content_Types].xml": bytes(60_000_000)}), form_errors.FileInflated),
    "password": (
        lambda _: bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        form_errors.FileLocked,
    ),
    "old format": (lambda _: bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), form_errors.FileOldFormat),
    "other workbook": (lambda _: saved(Workbook()), form_errors.FileNotOurs),
    "hidden sheet gone": (without_hidden_sheet, form_errors.FileNotOurs),
    "no format": (lambda form: with_fact(form, "format_version", "x"), form_errors.FileNotOurs),
    "newer": (lambda form: with_fact(form, "format_version", "2"), form_errors.FileNewer),
    "gap list": (lambda form: with_fact(form, "kind", "gap_list"), form_errors.FileIsGapList),
    "other kind": (lambda form: with_fact(form, "kind", "recipe"), form_errors.FileNotOurs),
    "no keys": (lambda form: changed(form, A10=None), form_errors.FormWrong),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_has_its_own_refusal(engine, begun, blank, name):
    make, expected = BAD_FILES[name]

    with pytest.raises(expected) as caught:
        read(engine, begun, make(blank))

    assert "nget är ändrat" in SV.explain(caught.value)


def test_the_whole_workbook_is_no_form(engine, begun):
    content = assessment_workbook(report(engine, builders.ADA, begun.id), SV, version="1")

    assert refusal(engine, begun, content) == (
        "Filen är en gaplista, inget svarsformulär. Inget är ändrat. Välj ett svarsformulär."
    )
