"""The whole web layer on a house of its own."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from assessment.domain.workshop_parts import Names
from assessment.services.house import house
from assessment.settings import settings
from assessment.web.middleware import MIDDLEWARE
from assessment.web.phone import PhoneAddresses, PhonePages
from assessment.web.routes import ROUTES
from tests import builders
from tests.web.hall import Hall


@pytest.fixture
def phone_house(tmp_path, monkeypatch):
    """The house that the pages open by the settings."""
    builders.house(tmp_path).dispose()
    builders.fresh_file(tmp_path / "rustad.db")
    monkeypatch.setenv("RUSTAD_DATABASE_URL", builders.url(tmp_path / "rustad.db"))
    monkeypatch.setenv("RUSTAD_SECRET_KEY", "a secret of the tests")
    settings.cache_clear()
    house.cache_clear()
    yield house(settings().database_url)
    house(settings().database_url).dispose()
    settings.cache_clear()
    house.cache_clear()


@pytest.fixture
def pages():
    """The phone pages as they are when the server has just started."""
    return PhonePages()


@pytest.fixture
def whole(phone_house, pages):
    """Every route and layer of the server, with a page that stands for the dashboard behind them."""
    dashboard = Route("/{rest:path}", lambda _: PlainTextResponse("the dashboard"))
    layers = [layer for layer in MIDDLEWARE if layer.cls is not PhoneAddresses]
    return Starlette(routes=[*ROUTES, dashboard], middleware=[Middleware(PhoneAddresses, pages=pages), *layers])


@pytest.fixture
def hall(phone_house, whole):
    """A workshop that nobody has joined, with hidden names."""
    return Hall(phone_house, whole)


@pytest.fixture
def open_hall(phone_house, whole):
    """A workshop that nobody has joined, with open names."""
    return Hall(phone_house, whole, names=Names.OPEN)
