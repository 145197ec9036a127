"""From claims to a viewer, and settings that do not belong together."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from assessment.domain.personal_link import LinkEnded
from assessment.domain.setting_errors import SettingMissing, SettingWrong
from assessment.domain.sign_in import AccessLists, NotListed, NotSignedIn, SignedOut, SignInOld, kind_of
from assessment.domain.viewer import ViewerKind
from assessment.services import personal_links, sign_in
from assessment.services.access_settings import NEEDED, must_belong_together
from assessment.services.clock import now
from assessment.services.house import open_house
from assessment.services.sign_in_marks import FRESH, READ_WHOLE, SignInMarks
from assessment.settings import settings
from assessment.storage.database import unit_of_work
from assessment.storage.errors import DatabaseAddressWrong
from assessment.storage.repository import ended_sign_in_rows
from tests import builders

GOOD = {
    "RUSTAD_ACCESS": "oidc",
    "RUSTAD_PUBLIC_URL": "https://rustad.example",
    "RUSTAD_SECRET_KEY": "a secret of the tests, long enough to sign with",
    "RUSTAD_OIDC_METADATA_URL": "https://id.example/.well-known/openid-configuration",
    "RUSTAD_OIDC_CLIENT_ID": "rustad",
    "RUSTAD_OIDC_CLIENT_SECRET": "known to both",
    "RUSTAD_ADMINISTRATORS": "it",
    "RUSTAD_MEMBERS": "mia@ekvik.example",
}


@pytest.fixture
def setting(monkeypatch):
    """Good settings, with others on top."""

    def put(**changed):
        for name, value in (GOOD | {f"RUSTAD_{name.upper()}": value for name, value in changed.items()}).items():
            monkeypatch.setenv(name, value)
        settings.cache_clear()

    put()
    yield put
    settings.cache_clear()


def claims(**changed):
    return {"iss": "https://id.example", "sub": "7", "name": "Mia", "iat": int(now().timestamp())} | changed


LISTS = AccessLists("realm_access.roles", frozenset({"admin"}), frozenset({"led"}), frozenset({"alla", "mia@x.se"}))


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"realm_access": {"roles": ["admin", "alla"]}}, ViewerKind.ADMINISTRATOR),
        ({"realm_access": {"roles": "alla, led"}}, ViewerKind.FACILITATOR),
        ({"realm_access.roles": ["alla"]}, ViewerKind.MEMBER),
        ({"email": "MIA@x.se"}, ViewerKind.MEMBER),
        ({"email": "mia@x.se", "email_verified": False}, None),
        ({"email": "mia@x.se", "email_verified": "false"}, None),
        ({"realm_access": {"roles": ["Admin", "administrators"]}}, None),
        ({"realm_access": "admin"}, None),
        ({"realm_access": {"roles": {"admin": True}}}, None),
        ({"roles": ["admin"], "email": ["mia@x.se"]}, None),
        ({}, None),
    ],
)
def test_the_lists_decide_what_somebody_may_do(told, kind):
    assert kind_of(told, LISTS) is kind


def test_a_person_is_known_again_by_a_digest_that_does_not_tell_who_it_is(engine, setting):
    first = sign_in.viewer_of(engine, claims(groups=["it"]))
    assert (first.kind, first.name) == (ViewerKind.ADMINISTRATOR, "Mia")
    assert first.person == sign_in.viewer_of(engine, claims(groups=["it"], name="Nytt namn")).person
    assert first.person != sign_in.viewer_of(engine, claims(groups=["it"], sub="8")).person
    assert first.person != sign_in.viewer_of(engine, claims(groups=["it"], iss="https://other.example")).person
    setting(secret_key="another secret of the tests, also long enough")
    assert first.person != sign_in.viewer_of(engine, claims(groups=["it"])).person


@pytest.mark.parametrize("wrong", [{"sub": ""}, {"sub": None}, {"iss": None}, {"sub": 7}])
def test_claims_that_name_nobody_are_no_sign_in(engine, setting, wrong):
    with pytest.raises(NotSignedIn):
        sign_in.viewer_of(engine, claims(groups=["it"]) | wrong)


def test_a_sign_in_lasts_for_half_a_day(engine, setting):
    for made in (None, "yesterday", True, (now() - timedelta(hours=12, seconds=1)).timestamp()):
        with pytest.raises(SignInOld):
            sign_in.viewer_of(engine, claims(groups=["it"], iat=made))
    assert sign_in.viewer_of(engine, claims(groups=["it"], iat=(now() - timedelta(hours=11)).timestamp()))


def test_who_is_in_no_list_is_told_the_name(engine, setting):
    with pytest.raises(NotListed, match="Mia"):
        sign_in.viewer_of(engine, claims(groups=["annat"]))


def test_signing_out_ends_that_sign_in_for_every_copy_and_no_other(engine, house_url, setting):
    here, there = claims(groups=["it"], nonce="a"), claims(groups=["it"], nonce="b")
    sign_in.sign_out(engine, here)
    other_process = open_house(house_url)
    for asked in (engine, other_process):
        with pytest.raises(SignedOut):
            sign_in.viewer_of(asked, dict(here))
        assert not sign_in.holds(asked, here)
        assert sign_in.viewer_of(asked, there).name == "Mia"
    other_process.dispose()
    sign_in.sign_out(engine, here)  # twice is no error
    with pytest.raises(SignedOut):
        sign_in.arrived(engine, here, "")


def test_what_another_process_ended_is_known_a_second_later(engine, house_url, setting):
    at, here, there = [0.0], claims(groups=["it"], nonce="a"), claims(groups=["it"], nonce="b")
    other_process = open_house(house_url)
    marks = SignInMarks(clock=lambda: at[0])
    assert not marks.fresh
    assert marks.ended(engine) == {}
    for ended in (here, there):  # first all that there is, then what is new
        sign_in.sign_out(other_process, ended)
        before = len(marks.ended(engine))
        at[0] += FRESH
        assert len(marks.ended(engine)) == before + 1
    other_process.dispose()
    at[0] += READ_WHOLE
    with unit_of_work(engine) as session:
        ended_sign_in_rows.forget_ended(session, before=now() + timedelta(days=1))
    assert marks.ended(engine) == {}


def test_an_administrator_ends_every_sign_in_that_has_been_made(engine, setting):
    before = claims(groups=["it"])
    sign_in.sign_everybody_out(engine, sign_in.viewer_of(engine, before))
    with pytest.raises(SignedOut):
        sign_in.viewer_of(engine, before)
    assert sign_in.viewer_of(engine, claims(groups=["it"], iat=now().timestamp() + 1))


def test_marks_are_forgotten_when_no_cookie_could_be_that_old(engine, setting, monkeypatch):
    long_ago = now() - sign_in.KEPT - timedelta(seconds=1)
    monkeypatch.setattr(sign_in, "now", lambda: long_ago)
    sign_in.sign_out(engine, claims(nonce="a"))
    monkeypatch.undo()
    sign_in.sign_out(engine, claims(nonce="b"))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM ended_sign_in")).scalar() == 1


def test_a_personal_link_lets_in_who_is_signed_in_without_access(engine, setting, ben):
    token = personal_links.make(engine, builders.ADA, ben.id).token
    outside, ended, fit = claims(groups=[]), claims(groups=["it"], nonce="a"), claims(groups=["it"])
    sign_in.sign_out(engine, ended)
    for told in (None, outside, ended, claims(iat=0)):
        assert sign_in.arrived(engine, told, token).participant_id == ben.id
    assert sign_in.arrived(engine, fit, token).kind is ViewerKind.ADMINISTRATOR
    personal_links.withdraw(engine, builders.ADA, ben.id)
    for told, why in ((None, LinkEnded), (outside, NotListed), (ended, SignedOut)):
        with pytest.raises(why):
            sign_in.arrived(engine, told, token)


@pytest.mark.parametrize("nothing", [" ", " , "])
@pytest.mark.parametrize("name", [name for name, _ in NEEDED])
def test_a_setting_that_is_missing_is_named(setting, name, nothing):
    must_belong_together()
    setting(**{name: nothing})
    with pytest.raises(SettingMissing, match=f"RUSTAD_{name.upper()}"):
        must_belong_together()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("public_url", "rustad.example"),
        ("public_url", "http://rustad.example"),
        ("public_url", "https://rustad.example/app"),
        ("public_url", "https://rustad.example:99999"),
        ("public_url", "https://[rustad"),
        ("oidc_metadata_url", "https://[id"),
        ("oidc_metadata_url", "http://id.example/.well-known/openid-configuration"),
        ("secret_key", "short"),
        ("session_hours", "0"),
    ],
)
def test_a_setting_that_can_not_be_used_is_named(setting, name, value):
    setting(**{name: value})
    with pytest.raises(SettingWrong, match=f"RUSTAD_{name.upper()}"):
        must_belong_together()


@pytest.mark.parametrize("address", ["nowhere", "mysql://host/rustad", "postgresql://host/rustad?passphrase=secret"])
def test_an_address_of_no_database_stops_the_start(setting, address):
    setting(database_url=address)
    with pytest.raises(DatabaseAddressWrong) as refused:
        must_belong_together()
    assert "secret" not in str(refused.value)
