"""The app without a browser: the shell script run by Streamlit's own test runner on a real database file."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.services.house import house
from assessment.settings import ROOT, settings
from tests import builders

HERE = Path(__file__).parent
PATIENCE = 120  # seconds for one run of a script, on a computer that does much else


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Each page is opened once in the quick part of the tests; the rest is left to the whole suite."""
    opened = set()
    for item in items:
        if item.path.parent == HERE and item.path in opened:
            item.add_marker(pytest.mark.slow)
        opened.add(item.path)


@pytest.fixture
def app_engine(tmp_path, monkeypatch):
    """The database that the app under test works on."""
    builders.fresh_file(tmp_path / "rustad.db")
    monkeypatch.setenv("RUSTAD_DATABASE_URL", builders.url(tmp_path / "rustad.db"))
    settings.cache_clear()
    house.cache_clear()
    yield house(settings().database_url)
    settings.cache_clear()
    house.cache_clear()


@pytest.fixture
def visit(app_engine):
    """Open a page script with address parameters, as a link does."""

    def open_page(script, **parameters):
        app = AppTest.from_file(str(ROOT / "assessment/ui/shell.py"), default_timeout=PATIENCE)
        for name, value in parameters.items():
            app.query_params[name] = value
        app.run()
        if script is not None:
            app.switch_page(str(ROOT / "pages" / script))
            for name, value in parameters.items():
                app.query_params[name] = value
            app.run()
        assert not app.exception
        return app

    return open_page
