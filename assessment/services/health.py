"""A look at an installation: what is well, and what is not. Nothing is changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy.engine import Engine

from assessment.domain.errors import AssessmentError, sentence
from assessment.domain.viewer import Viewer
from assessment.services.access_settings import must_belong_together
from assessment.services.clock import now
from assessment.services.copy_plan import CopyPlan, copy_plan
from assessment.services.file_health import content_problems, folder_problem, space_problem
from assessment.services.health_errors import (
    ClockBehind,
    ClocksApart,
    CopiesBroken,
    CopyHoursOld,
    CopyNone,
    CopyOld,
    DatabaseMissing,
    NotUtf8,
    SavesUnsafe,
    SchemaOld,
    ServerOld,
)
from assessment.services.kept_copies import behind, broken, confirmed_at, newest_copy
from assessment.settings import Settings
from assessment.storage.backup import file_of
from assessment.storage.database import open_engine, told_plainly
from assessment.storage.errors import SecretKeyMissing
from assessment.storage.migrate import is_current
from assessment.storage.server_facts import ServerFacts, server_facts
from assessment.storage.written_times import house_since, last_written

OLDEST_SERVER: Final = 13
CLOCKS_APART: Final = 5.0  # seconds
CLOCK_BEHIND: Final = timedelta(minutes=2)
TWO_DAYS: Final = timedelta(days=2)
EXISTS: Final = sentence("The database exists")
WHOLE: Final = sentence("The database is whole")
ANSWERS: Final = sentence("The database server answers")
DECISIVE: Final = {EXISTS, WHOLE, ANSWERS}  # nothing after it can be looked at


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `problem` is None when it is well."""

    subject: str
    problem: AssessmentError | None = None


def checks(chosen: Settings, viewer: Viewer, *, all_copies: bool = False) -> Iterator[Check]:
    """Ends early when what comes next can not be looked at. Of the copies the newest is read, or all of them."""
    viewer.must_keep_house()
    yield Check(sentence("The settings belong together"), _settings_problem(chosen))
    plan = copy_plan(chosen)
    engine = open_engine(chosen.database_url)
    try:
        for check in _file_checks(plan) if plan.on_file else _server_checks(engine):
            yield check
            if check.problem is not None and check.subject in DECISIVE:
                return
        problem = _schema_problem(engine)
        yield Check(sentence("The schema is current"), problem)
        if problem is None:
            yield Check(sentence("The computer's clock is right"), _clock_problem(engine))
            if plan.every is not None:
                yield Check(sentence("Copies can be written"), folder_problem(plan.folder))
                yield Check(sentence("There is a fresh copy"), _copy_problem(plan, engine))
            if all_copies:
                yield Check(sentence("The copies are as they were made"), _seal_problem(plan, among_all=True))
            else:
                yield Check(sentence("The newest copy is as it was made"), _seal_problem(plan, among_all=False))
    finally:
        engine.dispose()


def _settings_problem(chosen: Settings) -> AssessmentError | None:
    try:
        must_belong_together()
    except AssessmentError as problem:
        return problem
    return None if chosen.secret_key or copy_plan(chosen).on_file else SecretKeyMissing()


def _file_checks(plan: CopyPlan) -> Iterator[Check]:
    path = file_of(plan.url)
    folder = path.absolute().parent
    yield Check(sentence("The folder can be written to"), folder_problem(folder))
    yield Check(sentence("There is space on the disk"), space_problem(path))
    yield Check(EXISTS, None if path.is_file() else DatabaseMissing(path=str(path)))
    damaged, orphaned = content_problems(path)
    yield Check(WHOLE, damaged)
    yield Check(sentence("All rows belong together"), orphaned)


def _server_checks(engine: Engine) -> Iterator[Check]:
    try:
        facts = server_facts(engine)
    except AssessmentError as problem:
        yield Check(ANSWERS, problem)
        return
    yield Check(ANSWERS)
    yield from _checks_of(facts)


def _checks_of(facts: ServerFacts) -> Iterator[Check]:
    old, apart = facts.version < OLDEST_SERVER, round(abs(facts.ahead))
    yield Check(sentence("The server's version is supported"), ServerOld(version=str(facts.version)) if old else None)
    yield Check(
        sentence("Texts are kept as UTF-8"), None if facts.encoding == "UTF8" else NotUtf8(encoding=facts.encoding)
    )
    yield Check(
        sentence("What is saved survives a power cut"), SavesUnsafe(setting=facts.off[0]) if facts.off else None
    )
    yield Check(sentence("The clocks agree"), ClocksApart(seconds=apart) if apart > CLOCKS_APART else None)


def _schema_problem(engine: Engine) -> AssessmentError | None:
    try:
        with told_plainly(engine):
            return None if is_current(engine) else SchemaOld()
    except AssessmentError as problem:
        return problem


def _clock_problem(engine: Engine) -> AssessmentError | None:
    latest, at = last_written(engine), now()
    if latest is None or latest <= at + CLOCK_BEHIND:
        return None
    return ClockBehind(minutes=round((latest - at).total_seconds() / 60))


def _seal_problem(plan: CopyPlan, *, among_all: bool) -> AssessmentError | None:
    names = broken(plan, among_all=among_all)
    return CopiesBroken(names=", ".join(names)) if names else None


def _copy_problem(plan: CopyPlan, engine: Engine) -> AssessmentError | None:
    """Twice the time may pass between two copies: a computer is off at night."""
    newest = newest_copy(plan)
    since = confirmed_at(plan, newest) if newest else house_since(engine)
    if plan.every is None or since is None or now() - since <= 2 * plan.every or not behind(plan):
        return None
    age = now() - since
    if newest is None:
        return CopyNone()
    return CopyOld(days=age.days) if age >= TWO_DAYS else CopyHoursOld(hours=int(age.total_seconds() // 3600))
