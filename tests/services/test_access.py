"""Who may do what: every public function of every service, called for real by every kind of viewer."""

import ast
import sqlite3
from pathlib import Path
from shutil import copy

import pytest

from assessment.domain.errors import NotAllowed
from assessment.domain.response import rated
from assessment.domain.viewer import ADMINISTRATOR
from assessment.domain.workshop_errors import OnlyFacilitator
from assessment.reporting.item_frames import response_frame
from assessment.services import copies, participants, reports, responses
from assessment.settings import ROOT, settings
from assessment.storage.database import open_engine
from assessment.texts.language import language
from tests.services.access_table import CREDENTIAL, INSIDE, TABLE
from tests.services.access_world import built, viewers
from tests.twin import everything

SERVICES = sorted((ROOT / "assessment" / "services").glob("*.py"))
OUTSIDE = [
    path
    for layer in ("assessment/ui", "assessment/web", "assessment/commands", "pages")
    for path in sorted((ROOT / layer).rglob("*.py"))
]
LETTERS = {"administrator": "A", "facilitator": "F", "member": "M", "participant": "P", "stranger": "", "server": "S"}
ASKED = {name: row for name, row in TABLE.items() if row[1] is not None}


def functions(path):
    found = ast.parse(path.read_text(encoding="utf-8")).body
    return {f"{path.stem}.{one.name}": one for one in found if isinstance(one, ast.FunctionDef) and one.name[0] != "_"}


PUBLIC = {name: node for path in SERVICES for name, node in functions(path).items()}


def test_every_public_function_of_the_services_has_a_row():
    assert PUBLIC.keys() - TABLE.keys() == set()
    assert TABLE.keys() - PUBLIC.keys() == set()


def test_whatever_reads_or_writes_asks_who_it_is_for():
    """A function with a database takes a viewer, or a token or code, or is for the other services."""
    for name, (who, call) in TABLE.items():
        arguments = [one.arg for one in PUBLIC[name].args.args]
        assert ("viewer" in arguments) == (call is not None) or who == INSIDE, name
        if call is None and "engine" in arguments:
            assert who in (CREDENTIAL, INSIDE), name
        assert "session" not in arguments or who == INSIDE, name


def test_what_is_for_the_services_alone_is_asked_for_nowhere_else():
    inside = {name for name, (who, _) in TABLE.items() if who == INSIDE}
    used = set()
    for path in OUTSIDE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("assessment.services."):
                used |= {f"{node.module.rpartition('.')[2]}.{one.name}" for one in node.names}
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                used.add(f"{node.value.id}.{node.attr}")
    assert inside & used == set()


def test_only_services_open_transactions():
    for path in OUTSIDE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {one.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for one in node.names}
        assert imported & {"unit_of_work", "reading", "repository"} == set(), path


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    return built(tmp_path_factory.mktemp("world"))


@pytest.fixture
def signed_in_house(monkeypatch):
    """Others can reach Rustad, so that personal links may be made."""
    monkeypatch.setenv("RUSTAD_ACCESS", "oidc")
    settings.cache_clear()
    yield
    settings.cache_clear()


def allowed(who, name):
    return LETTERS[name] != "" and LETTERS[name] in who


@pytest.mark.slow
@pytest.mark.parametrize("function", ASKED)
def test_each_viewer_is_let_do_what_the_table_says_and_nothing_else(world, tmp_path, signed_in_house, function):
    """What is allowed succeeds; what is refused leaves the database as it was."""
    who, call = ASKED[function]
    refused = tmp_path / "refused.db"
    copy(world.database, refused)
    for name, viewer in viewers(world).items():
        file = tmp_path / f"{name}.db" if allowed(who, name) else refused
        if file != refused:
            copy(world.database, file)
        here = type(world)(**{**vars(world), "database": file, "scratch": tmp_path / f"{name}-files"})
        here.scratch.mkdir()
        engine = open_engine(f"sqlite:///{file}")
        try:
            if file != refused:
                call(engine, viewer, here)
            else:
                with pytest.raises((NotAllowed, OnlyFacilitator)):
                    call(engine, viewer, here)
        finally:
            engine.dispose()
    assert content(refused) == content(world.database)


@pytest.mark.slow
def test_whoever_may_not_is_refused_on_postgresql_too(
    world, empty_postgres_url, secret_key_set, signed_in_house, tmp_path
):
    """All refused calls in a row on one database, which is as it was afterwards. What is allowed, other tests do there."""
    copies.move(f"sqlite:///{world.database}", ADMINISTRATOR, empty_postgres_url)
    before = everything(empty_postgres_url)
    engine = open_engine(empty_postgres_url)
    let_in = []
    for function, (who, call) in ASKED.items():
        for name, viewer in viewers(world).items():
            if not allowed(who, name):
                here = type(world)(**{**vars(world), "scratch": tmp_path / f"{function}-{name}"})
                here.scratch.mkdir()
                try:
                    call(engine, viewer, here)
                    let_in.append((function, name))
                except (NotAllowed, OnlyFacilitator):
                    pass
    engine.dispose()
    assert let_in == []
    assert everything(empty_postgres_url) == before


def content(path: Path):
    with sqlite3.connect(path) as connection:
        found = list(connection.iterdump())
    connection.close()
    return found


def test_a_member_sees_results_without_names_or_single_answers(world):
    engine = open_engine(f"sqlite:///{world.database}")
    told = {
        name: reports.report(engine, viewers(world)[name], world.assessment.id) for name in ("facilitator", "member")
    }
    engine.dispose()
    assert [one.name for one in told["facilitator"].participants][:2] == ["Ben", "Mia"]
    assert {one.name for one in told["member"].participants} == {""}
    assert told["member"].results == told["facilitator"].results
    assert not response_frame(told["facilitator"], language("sv")).empty
    assert response_frame(told["member"], language("sv")).empty


def test_nobody_who_signed_in_answers_for_another_who_did(world, tmp_path):
    engine = open_engine(f"sqlite:///{world.database}")
    asked = {"participant_id": world.mia.id, "item_id": "POL-01", "answer": rated(0)}
    for name in ("administrator", "facilitator", "participant", "stranger"):
        with pytest.raises(NotAllowed):
            responses.answer(engine, viewers(world)[name], **asked)
    with pytest.raises(NotAllowed):
        responses.answer(engine, viewers(world)["member"], **asked | {"participant_id": world.ben.id})
    engine.dispose()


def test_a_member_who_joins_again_is_the_same_participant(world):
    engine = open_engine(f"sqlite:///{world.database}")
    again = participants.join(engine, viewers(world)["member"], world.assessment.id, roles=["beredskap"])
    listed = participants.progress(engine, viewers(world)["member"], world.assessment.id)
    engine.dispose()
    assert again.id == world.mia.id
    assert [one.participant.id for one in listed] == [world.mia.id]
