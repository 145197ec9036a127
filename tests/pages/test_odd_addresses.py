"""Whatever stands in an address, every screen is a page with a sentence, and nothing is written."""

import re
from random import Random

import pytest
from sqlalchemy import text

from assessment.services import demo, workshops
from assessment.settings import ROOT
from assessment.ui.navigation import ADDRESSES
from tests.builders import ADA

pytestmark = pytest.mark.slow
SEEDS = 1  # more were tried when this was written
CONSTANT = re.compile(r'^[A-Z_]+(?:: Final)? = "([a-z][a-z_-]{0,15})"$', re.MULTILINE)
NAMED = re.compile(r'query_params(?:\.get\(|\[)"([a-z-]+)"')
ODD = (
    *("", " ", "0", "-1", "1e9", "9" * 5_000, "²", "nan", "none", "ny", "alla", "1", "POL-01", "kommun", "S:0:99"),
    *("../../etc/passwd", "%00", "a\x00b", "\ud7ff\u202e", "<script>alert(1)</script>", "' OR 1=1 --", "å" * 3_000),
    *(",,,", "POL-01,POL-01,x", "POL-01:9", "POL-01:2,TID-01:-3", "2026H1:x", "a.b.c", "[1]", '{"a":1}', "__class__"),
    *("vag", "tank-om", "omrade", "enheter", "2026-13-45", "9999-12-31", "0000-01-01", "planerat", "en"),
)


def names():
    """Every word that may be the name of a parameter: too many rather than too few."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "assessment" / "ui").glob("*.py")]
    sources = [source for source in sources if "query_params" in source or "link(" in source]
    return sorted(
        {name for source in sources for found in (CONSTANT, NAMED) for name in found.findall(source)} - {"lang"}
    )


def odd_parameters(seed, **right):
    """A different odd value for each of some parameters, as the seed has it."""
    chance = Random(seed)
    return {name: chance.choice(ODD) for name in names() if chance.random() < 0.4} | right


@pytest.fixture
def example(app_engine):
    """The whole example, with a workshop."""
    whole = demo.load(app_engine, ADA)[-1]
    workshops.prepare(app_engine, ADA, whole.id)
    return whole


def rows(engine):
    """How many rows each table has."""
    with engine.connect() as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        return {name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar() for name in tables}


@pytest.mark.parametrize("script", [script.rpartition("/")[2] for script in map(str, ADDRESSES)])
def test_a_screen_stands_whatever_its_address_says(visit, app_engine, example, script):
    before = rows(app_engine)
    for seed in range(SEEDS):
        app = visit(script, **odd_parameters(f"{script} {seed}", a=example.id))
        assert not any("gick fel" in error.value for error in app.error), odd_parameters(f"{script} {seed}")
    app = visit(script, **odd_parameters(script))
    assert not any("gick fel" in error.value for error in app.error)
    assert rows(app_engine) == before
