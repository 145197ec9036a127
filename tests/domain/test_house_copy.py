"""Which copies are kept, whatever has been copied when."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.house_copy import ZONE, HouseCopy, copy_name, made_at, superfluous

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0)
)


def copy(at):
    return HouseCopy(copy_name("rustad", at, ending=".db"), at, 1, at)


COPIES = st.lists(MOMENTS, unique=True, max_size=60).map(lambda moments: [copy(moment) for moment in moments])


@given(COPIES, st.integers(1, 20))
def test_the_newest_stay_and_the_last_of_each_of_twelve_months(copies, newest):
    gone = superfluous(copies, newest=newest)

    left = sorted({one.made_at for one in copies} - {one.made_at for one in gone}, reverse=True)
    everything = sorted((one.made_at for one in copies), reverse=True)
    assert left[:newest] == everything[:newest]
    months = list(dict.fromkeys(f"{moment.astimezone(ZONE):%Y-%m}" for moment in everything))
    for month in months[:12]:
        last = max(moment for moment in everything if f"{moment.astimezone(ZONE):%Y-%m}" == month)
        assert last in left
    assert len(left) <= newest + 12


@given(COPIES, st.integers(1, 20))
def test_thinning_out_twice_takes_nothing_more(copies, newest):
    gone = set(superfluous(copies, newest=newest))
    assert superfluous([one for one in copies if one not in gone], newest=newest) == []


def test_a_year_of_daily_copies_becomes_fourteen_days_and_eleven_months_more():
    first = datetime(2026, 1, 1, 9, tzinfo=UTC)
    copies = [copy(first + timedelta(days=day)) for day in range(365)]

    assert len(copies) - len(superfluous(copies, newest=14)) == 14 + 11


@given(MOMENTS, st.sampled_from(["rustad", "demo", "rustad_2", "kommunens-rustad"]))
def test_a_name_says_when_the_copy_was_made_and_of_what(moment, database):
    name = copy_name(database, moment, ending=".dump")
    at = made_at(name, database=database)
    assert at is not None
    assert at.replace(tzinfo=None) == moment.astimezone(ZONE).replace(tzinfo=None)
    assert made_at(name, database="another") is None


def test_names_that_only_look_like_copies_are_none():
    for name in (
        "rustad.db",
        "rustad-2026-06-31-101010.db",
        "rustad-2026-06-30-101010.db-wal",
        "rustad-2026-06-30-101010.exe",
        "../rustad-2026-06-30-101010.db",
        "rustad-２０２６-06-30-101010.db",
        "demo-rustad-2026-06-30-101010.db",
    ):
        assert made_at(name, database="rustad") is None


def test_what_a_file_name_can_not_hold_is_left_out_of_it():
    assert (
        copy_name("a/b c", datetime(2026, 11, 23, 9, 42, 7, tzinfo=UTC), ending=".db") == "a-b-c-2026-11-23-104207.db"
    )
