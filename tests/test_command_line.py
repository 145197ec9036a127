"""Exit 0, or 2 with a sentence on stderr. Never a traceback."""

import os
import shutil
import sqlite3
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook
from ruamel.yaml import YAML

from assessment.__main__ import main
from assessment.domain.viewer import ADMINISTRATOR
from assessment.services.house import open_house
from assessment.services.reports import report
from assessment.settings import settings
from tests import builders

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty folder whose `rustad.db` the commands use."""
    monkeypatch.setenv("RUSTAD_DATABASE_URL", builders.url(tmp_path / "rustad.db"))
    monkeypatch.setenv("RUSTAD_LANGUAGE", "sv")
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


@pytest.fixture
def run(place, capsys):
    """Run a command; gives exit code, output and complaint."""

    def command(*arguments):
        code = main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return command


@pytest.fixture
def begun(place):
    engine = builders.house(place)
    assessment = builders.start(engine)
    builders.answer_all(engine, builders.join(engine, assessment, builders.BEN), (0, 1, 2))
    engine.dispose()
    return assessment


def fill(path, **cells):
    workbook = load_workbook(path)
    for cell, value in cells.items():
        workbook["Svarsformulär"][cell] = value
    workbook.save(path)


def people(place, begun):
    engine = open_house(builders.url(place / "rustad.db"))
    found = report(engine, ADMINISTRATOR, begun.id)
    engine.dispose()
    return [person.name for person in found.participants]


def test_demo_then_list(run):
    assert run("demo")[0] == 0

    code, out, err = run("list")

    assert (code, len(out.splitlines()), err) == (0, 6, "")


def test_calendar_writes_the_yearly_wheel_of_the_organisation_that_is_named(run, place):
    run("demo")

    assert run("calendar", "ekviks  KOMMUN", "--out", place / "hjul.ics")[0] == 0

    events = Calendar.from_ical((place / "hjul.ics").read_bytes()).walk("VEVENT")
    assert {"verksamhet", "svaren blir gamla"} <= {
        word for one in events for word in ("verksamhet", "svaren blir gamla") if word in str(one["summary"])
    }
    code, _, err = run("calendar", "Okända", "--out", place / "annat.ics")
    assert code == 2 and "Okända" in err and "Ekviks kommun" in err and len(err.splitlines()) == 1
    assert not (place / "annat.ics").exists()


def test_list_of_nothing_says_so_in_the_language_asked_for(run):
    assert run("list") == (0, "Det finns inga självskattningar än.\n", "")
    assert run("list", "--language", "en") == (0, "There are no assessments yet.\n", "")
    assert run("--language=en", "list") == (0, "There are no assessments yet.\n", "")


def test_a_form_goes_out_and_comes_back(run, place, begun):
    assert run("form", begun.id, "--out", place / "f.xlsx")[0] == 0
    fill(place / "f.xlsx", C6="Eva", C7="Behovsägare", I12=3, I13="Vet inte")

    code, out, _ = run("import", place / "f.xlsx")
    assert (code, people(place, begun)) == (0, ["Ben"])
    assert out.splitlines() == [
        "Hela kommunen",
        "Ny deltagare: Eva, Behovsägare",
        "+ POL-01  Obesvarad blir 3",
        "+ POL-02  Obesvarad blir Vet inte",
        "22 frågor är oförändrade.",
        "Inget är ändrat än. Lägg till --yes för att genomföra ändringarna.",
    ]

    assert run("import", place / "f.xlsx", "--yes")[0] == 0
    assert people(place, begun) == ["Ben", "Eva"]
    assert run("import", place / "f.xlsx", "--yes")[1].splitlines()[1:] == [
        "Deltagare: Eva, Behovsägare",
        "24 frågor är oförändrade.",
    ]


def test_export_writes_the_workbook(run, place, begun):
    assert run("export", begun.id, "--out", place / "w.xlsx")[0] == 0

    assert load_workbook(BytesIO((place / "w.xlsx").read_bytes())).sheetnames[0] == "Sammanfattning"
    code, out, err = run("export", begun.id, "--out", place / "w.xlsx")
    assert (code, out, err) == (2, "", f"{place / 'w.xlsx'} finns redan och är orörd. Välj ett annat namn.\n")


def test_export_writes_the_paper_for_the_meeting_when_the_name_says_word(run, place, begun):
    assert run("export", begun.id, "--out", place / "Underlag för åäö.DOCX")[0] == 0
    titles = [one.text for one in Document(place / "Underlag för åäö.DOCX").paragraphs if one.style.name == "Title"]
    assert titles == ["Beredskap i inköp till samhällsviktig verksamhet"]


def test_another_kind_of_file_is_refused_before_anything_is_written(run, place, begun):
    assert run("export", begun.id, "--out", place / "w.pdf") == (
        2,
        "",
        "w.pdf är ingen sorts fil som kan skrivas. Låt namnet sluta med .xlsx för Excel eller .docx för Word.\n",
    )
    assert not (place / "w.pdf").exists()


def plan_edited(path, **cells):
    """Other values in cells of the sheet Plan."""
    workbook = load_workbook(path)
    for cell, value in cells.items():
        workbook["Plan"][cell] = value
    workbook.save(path)


def test_a_plan_goes_out_and_comes_back(run, place, begun):
    run("export", begun.id, "--out", place / "w.xlsx")
    plan_edited(place / "w.xlsx", A5="Besluta en policy", B5="POL-01", D5="Eva")

    code, out, _ = run("import", place / "w.xlsx")
    assert (code, out.splitlines()) == (
        0,
        [
            "Hela kommunen",
            "+ Besluta en policy  Ny åtgärd för POL-01 · Ansvarig: Eva (Plan rad 5)",
            "Noll åtgärder är oförändrade.",
            "Inget är ändrat än. Lägg till --yes för att genomföra ändringarna.",
        ],
    )
    assert run("import", place / "w.xlsx", "--yes")[0] == 0
    assert run("import", place / "w.xlsx", "--yes")[1].splitlines() == ["Hela kommunen", "En åtgärd är oförändrad."]


def test_conflicts_of_a_plan_are_listed_and_left(run, place, begun):
    run("export", begun.id, "--out", place / "w.xlsx")
    plan_edited(place / "w.xlsx", A5="Besluta en policy", B5="POL-01", D5="Eva")
    run("import", place / "w.xlsx", "--yes")
    plan_edited(place / "w.xlsx", D5="Bo", F5="31/3/2027")

    code, out, _ = run("import", place / "w.xlsx", "--yes", "--other-copy")
    assert (code, out.splitlines()) == (
        0,
        [
            "Hela kommunen",
            "! Besluta en policy  Ansvarig: – när filen gjordes, Bo i filen, Eva i Rustad nu (Plan rad 5)",
            "~ Besluta en policy  Klart senast: – blir 2027-03-31 (Plan rad 5)",
            "Noll åtgärder är oförändrade.",
            "En krock står kvar som den är i Rustad. Välj på sidan Åtgärder.",
        ],
    )


def test_a_file_worked_in_again_is_brought_in_once_it_is_said_to_be_the_same(run, place, begun):
    run("export", begun.id, "--out", place / "w.xlsx")
    plan_edited(place / "w.xlsx", A5="Besluta en policy", B5="POL-01", D5="Eva")
    run("import", place / "w.xlsx", "--yes")
    plan_edited(place / "w.xlsx", A5="Besluta om en policy", D5="Bo")

    code, out, err = run("import", place / "w.xlsx", "--yes")
    assert (code, out) == (2, "")
    assert "Lägg till --same-file eller --other-copy" in err
    assert run("import", place / "w.xlsx", "--yes", "--same-file")[1].splitlines() == [
        "Hela kommunen",
        "~ Besluta en policy  Vad ska göras: Besluta en policy blir Besluta om en policy (Plan rad 5)",
        "~ Besluta en policy  Ansvarig: Eva blir Bo (Plan rad 5)",
        "Noll åtgärder är oförändrade.",
    ]


def test_a_plan_with_something_wrong_in_it_is_refused_with_its_place(run, place, begun):
    run("export", begun.id, "--out", place / "w.xlsx")
    plan_edited(place / "w.xlsx", A5="Besluta en policy", B5="POL-01", F5="snart")

    assert run("import", place / "w.xlsx", "--yes") == (
        2,
        "",
        "Filen lästes inte in och inget är ändrat. "
        "Bladet Plan, cell F5: ”snart” är inget datum, skriv till exempel 2027-03-31.\n",
    )


def test_a_checklist_goes_out_and_comes_back_the_same(run, place):
    assert run("checklist", "export", place / "c.yaml")[0] == 0
    assert run("checklist", "validate", place / "c.yaml") == (
        0,
        "Beredskap i inköp till samhällsviktig verksamhet 2026.1, 50 frågor\n",
        "",
    )
    assert run("checklist", "import", place / "c.yaml") == (0, "Sparad: c.yaml\n", "")


@pytest.mark.parametrize("command", ["validate", "import"])
def test_a_checklist_whose_questions_depend_on_each_other_is_refused(run, place, command):
    run("checklist", "export", place / "c.yaml")
    text = (place / "c.yaml").read_text(encoding="utf-8")
    content = YAML(typ="safe", pure=True).load(text)
    needs = {"POL-01": ["POL-02"], "POL-02": ["POL-01"]}
    for item in content["items"]:
        item["depends_on"] = needs.get(item["id"], item["depends_on"])
    content["version"] = "99"
    with (place / "circle.yaml").open("w", encoding="utf-8") as file:
        YAML(typ="safe", pure=True).dump(content, file)

    code, out, err = run("checklist", command, place / "circle.yaml")

    assert (code, out) == (2, "")
    assert "var och en av nästa: POL-01, POL-02, och POL-02 åter av POL-01. Inget är ändrat." in err
    run("checklist", "export", place / "after.yaml")
    assert (place / "after.yaml").read_text(encoding="utf-8") == text


def test_a_backup_is_put_back_and_the_replaced_file_is_kept(run, place, begun):
    assert run("backup", place / "copy.db")[0] == 0
    engine = open_house(builders.url(place / "rustad.db"))
    builders.join(engine, begun, builders.CHI)
    engine.dispose()

    code, _, err = run("restore", place / "copy.db")

    assert (code, err, people(place, begun)) == (0, "", ["Ben"])
    [kept] = place.glob("*replaced.db")
    with sqlite3.connect(kept) as connection:
        assert connection.execute("SELECT count(*) FROM participant").fetchone() == (2,)


def test_a_backup_taken_while_somebody_writes_is_whole(run, place, begun):
    engine = open_house(builders.url(place / "rustad.db"))
    writer = engine.raw_connection()
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM participant")

    assert run("backup", place / "copy.db")[0] == 0

    writer.rollback()
    writer.close()
    engine.dispose()
    with sqlite3.connect(place / "copy.db") as connection:
        assert connection.execute("SELECT count(*) FROM participant").fetchone() == (1,)


def test_a_backup_never_overwrites(run, place, begun):
    (place / "copy.db").write_text("dear")

    assert run("backup", place / "copy.db")[0] == 2
    assert (place / "copy.db").read_text() == "dear"


def test_restore_refuses_what_is_no_copy_and_touches_nothing(run, place, begun):
    before = (place / "rustad.db").read_bytes()
    (place / "notes.txt").write_text("not a database at all, but long enough to be looked at" * 50)
    sqlite3.connect(place / "empty.db").close()

    for name in ("notes.txt", "empty.db", "missing.db"):
        code, out, err = run("restore", place / name)
        assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert (place / "rustad.db").read_bytes() == before


def test_restore_refuses_a_copy_of_a_newer_version(run, place, begun):
    shutil.copy(place / "rustad.db", place / "copy.db")
    with sqlite3.connect(place / "copy.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'from-the-future'")
    connection.close()

    code, _, err = run("restore", place / "copy.db")

    assert (code, "nyare version av Rustad" in err, people(place, begun)) == (2, True, ["Ben"])


def test_restore_refuses_while_the_database_is_open_elsewhere(run, place, begun):
    run("backup", place / "copy.db")
    other = sqlite3.connect(place / "rustad.db")
    other.execute("SELECT * FROM participant").fetchone()

    assert run("restore", place / "copy.db")[2] == (
        f"{place / 'rustad.db'} används. Inget är ändrat. Stäng Rustad och försök igen.\n"
    )
    other.close()


def test_a_copy_that_was_changed_since_is_put_back_only_on_demand_and_doctor_says_which(run, place, begun):
    (place / "kopior").mkdir()
    copy = place / "kopior" / "rustad-2026-03-01-120000.db"
    run("backup", copy)
    content = copy.read_bytes()
    copy.write_bytes(content.replace(b"Ben", b"Bea"))

    code, out, err = run("restore", copy)
    assert (code, out, "kontrollsumman stämmer inte" in err, people(place, begun)) == (2, "", True, ["Ben"])
    assert copy.name in run("doctor")[1]

    code, out, err = run("restore", copy, "--anyway")
    assert (code, "kontrollsumma stämde inte" in out, err, people(place, begun)) == (0, True, "", ["Bea"])


def test_restore_replaces_a_damaged_database(run, place, begun):
    run("backup", place / "copy.db")
    (place / "rustad.db").write_bytes(b"damaged" * 2000)

    assert run("doctor")[0] == 2
    assert run("restore", place / "copy.db")[0] == 0
    assert people(place, begun) == ["Ben"]


def test_everything_moves_to_another_database(run, place, begun, monkeypatch):
    monkeypatch.setenv("RUSTAD_MOVE_TO", builders.url(place / "new.db"))
    settings.cache_clear()
    code, out, _ = run("move")
    assert (code, "Den gamla databasen är oförändrad." in out) == (0, True)
    (place / "new.db").rename(place / "rustad.db")
    assert people(place, begun) == ["Ben"]


def test_doctor_is_content_with_a_sound_house(run, begun):
    code, out, err = run("doctor")

    assert (code, err) == (0, "")
    assert {line.rpartition(": ")[2] for line in out.splitlines()} == {"i ordning"}


def test_doctor_says_what_to_do(run, place):
    code, out, err = run("doctor")

    assert (code, err) == (2, "Något behöver rättas till. Ovan står vad ni kan göra.\n")
    assert "python -m assessment migrate" in out
    assert not (place / "rustad.db").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--nonsense"],
        ["form"],
        ["form", "unknown", "--out", "f.xlsx"],
        ["export", "unknown", "--out", "f.xlsx"],
        ["import", "missing.xlsx"],
        ["import", "."],
        ["checklist"],
        ["checklist", "validate", "missing.yaml"],
        ["checklist", "validate", "."],
        ["checklist", "export", "c.yaml", "--key", "unknown"],
        ["backup", "no/such/folder/b.db"],
        ["restore", "missing.db"],
        ["move"],
        ["move", "--to", "postgresql://rustad:secret@server/rustad"],
        ["list", "--language", "de"],
        ["list", "--language"],
    ],
)
def test_what_can_not_be_done_is_told_in_one_line(run, place, monkeypatch, arguments):
    monkeypatch.chdir(place)

    code, out, err = run(*arguments)

    assert (code, out, len(err.splitlines())) == (2, "", 1)


def program(place, *arguments, **environment):
    given = os.environ | {"RUSTAD_DATABASE_URL": builders.url(place / "rustad.db")} | environment
    command = [sys.executable, "-m", "assessment", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=given, cwd=ROOT, timeout=120, check=False)


def test_the_program_itself_exits_0_or_2(tmp_path):
    assert program(tmp_path, "migrate").returncode == 0
    refused = program(tmp_path, "import", tmp_path / "missing.xlsx", RUSTAD_LANGUAGE="en")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == f"{tmp_path / 'missing.xlsx'} does not exist. Nothing has changed. Check the name.\n"


@pytest.mark.parametrize(
    "environment",
    [
        {"RUSTAD_LANGUAGE": "de"},
        {"RUSTAD_DATABASE_URL": "nonsense"},
        {"RUSTAD_BACKUP_HOURS": "-1"},
        {"RUSTAD_DATABASE_URL": "sqlite:////no/such/folder/rustad.db"},
    ],
)
def test_a_wrong_setting_is_told_in_one_line(tmp_path, environment):
    told = program(tmp_path, "list", **environment)

    assert (told.returncode, told.stdout, len(told.stderr.splitlines())) == (2, "", 1)
    assert "Traceback" not in told.stderr


def test_a_participant_is_listed_shown_and_erased(run, place, begun):
    [listed] = run("erase", begun.id)[1].splitlines()
    assert "Ben" in listed and "24 frågor besvarade, 0 röster" in listed
    id_ = listed.split()[0]
    assert "Inget är ändrat" in run("erase", begun.id, id_)[1]
    assert people(place, begun) == ["Ben"]
    assert run("erase", "another", id_, "--yes")[0] == 2
    assert people(place, begun) == ["Ben"]
    code, told, _ = run("erase", begun.id, id_, "--yes")
    assert (code, "Raderat:" in told, people(place, begun)) == (0, True, [])
    assert run("erase", begun.id, id_, "--yes")[0] == 2
