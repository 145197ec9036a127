"""Opening the house: a database that is up to date and holds the checklist that comes with Rustad."""

from functools import cache

from sqlalchemy.engine import Engine

from assessment.domain.errors import AssessmentError
from assessment.domain.viewer import ADMINISTRATOR
from assessment.services import checklists
from assessment.storage.database import open_engine
from assessment.storage.migrate import migrate


def open_house(database_url: str) -> Engine:
    """An engine ready for use. Raises an error of `storage.errors` when the database or the checklist will not do."""
    engine = open_engine(database_url)
    try:
        migrate(engine)
        checklists.install(engine, ADMINISTRATOR)
    except AssessmentError:
        engine.dispose()
        raise
    return engine


@cache
def house(database_url: str) -> Engine:
    """`open_house` once for each database and process. After an error the next call tries again."""
    return open_house(database_url)
