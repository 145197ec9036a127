"""Whatever stands in a file or a request from elsewhere, only our own errors come out, each with its sentence.

What once broke a reader is kept in `cases/<reader>/`, as `make fuzz` wrote it.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as how
from hypothesis import strategies as st

from assessment.services.house import house
from assessment.settings import settings
from tests.fuzz.readers import READERS, TOKENS, ask_phone, edited, gap_list, parts_of, phone_seeds, scratch, told

CASES = Path(__file__).parent / "cases"
pytestmark = pytest.mark.slow
QUICK = how(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
PLACES = st.integers(0, 65_535).map(lambda place: place.to_bytes(2, "big"))
EDITS = st.lists(st.tuples(PLACES, st.integers(0, 255), st.integers(0, len(TOKENS) - 1)), min_size=1, max_size=4).map(
    lambda edits: b"".join(place + bytes([gone, token]) for place, gone, token in edits)
)


def small(workbook):
    """The parts that are read and soon read."""
    names = sorted(parts_of(workbook))
    wanted = [place for place, name in enumerate(names) if len(parts_of(workbook)[name]) < 60_000]
    return st.sampled_from(wanted).map(lambda place: bytes([place]))


@pytest.fixture(scope="module", autouse=True)
def phones():
    """The phone pages open the same house as the readers."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("RUSTAD_SECRET_KEY", "a secret of the fuzzing")
        environment.setenv("RUSTAD_DATABASE_URL", f"sqlite:///{scratch() / 'rustad.db'}")
        settings.cache_clear()
        house.cache_clear()
        yield
        house(settings().database_url).dispose()
    settings.cache_clear()
    house.cache_clear()


@pytest.mark.parametrize("name", ["form", "plan"])
@QUICK
@given(data=st.data())
def test_a_workbook_with_odd_parts(name, data):
    told(READERS[name][0], data.draw(small(gap_list())) + data.draw(EDITS))


@QUICK
@given(edits=EDITS)
@example(edits=b"")
def test_a_checklist_with_odd_lines(edits):
    reader, seeds = READERS["checklist"]
    content = seeds()["small"]
    for place in range(0, len(edits) - 3, 4):
        at = int.from_bytes(edits[place : place + 2], "big") * len(content) // 65_536
        content = content[:at] + TOKENS[edits[place + 3]][:50] + content[at + edits[place + 2] :]
    told(reader, content)


@QUICK
@given(content=st.binary(max_size=400))
@example(content=b"PK\x05\x06" + bytes(18))
def test_any_bytes_as_a_workbook(content):
    assert told(READERS["archive"][0], content)


@QUICK
@given(data=st.data())
def test_odd_requests_to_the_phone_pages(data):
    seed = data.draw(st.sampled_from(sorted(phone_seeds().values())))
    at = data.draw(st.integers(0, len(seed)))
    ask_phone(seed[:at] + data.draw(st.binary(max_size=30)) + seed[at + data.draw(st.integers(0, 9)) :])


@how(QUICK, max_examples=15)
@given(edits=EDITS)
def test_a_backup_with_odd_bytes(edits):
    told(READERS["backup"][0], edits)


@pytest.mark.parametrize("case", sorted(CASES.glob("*/*")), ids=lambda case: f"{case.parent.name}-{case.name}")
def test_what_once_broke_a_reader(case):
    told(READERS[case.parent.name][0], case.read_bytes())


@pytest.mark.parametrize("digits", [b"9" * 5_000, "٣".encode(), "²".encode(), b"-1", b"1e9", b""])
def test_an_odd_format_version_is_refused(digits):
    parts = parts_of(gap_list())
    place = next(n for n, name in enumerate(sorted(parts)) if b"format_version" in parts[name])
    part = parts[sorted(parts)[place]]
    fact = part.index(b"format_version")
    at = part.index(b"<c ", fact)
    end = part.index(b"</c>", at) + 4
    changed = part[:at] + b'<c r="B1" t="inlineStr"><is><t>' + digits + b"</t></is></c>" + part[end:]
    assert "nget är ändrat" in told(READERS["archive"][0], _with(sorted(parts)[place], changed))


def _with(name, content):
    from io import BytesIO  # noqa: PLC0415
    from zipfile import ZipFile  # noqa: PLC0415

    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for one, part in parts_of(gap_list()).items():
            archive.writestr(one, content if one == name else part)
    return file.getvalue()


def test_no_edit_leaves_the_workbook_as_it_was():
    assert told(READERS["plan"][0], b"") is None
    assert edited(gap_list(), b"") != b""
