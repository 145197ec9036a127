"""Who is in the room: a connection, or a sign of life a short while ago."""

from threading import Barrier, Thread

import pytest

from assessment.services.presence import AWAY_AFTER, Presence


class Clock:
    """Seconds that pass when told to."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def presence(clock):
    """Nobody is here."""
    return Presence(clock)


def test_nobody_is_in_a_room_that_nobody_has_entered(presence):
    assert presence.present("w") == set()


def test_who_is_connected_is_here_for_as_long_as_that_lasts(presence, clock):
    presence.connect("w", "ben")
    clock.now += 100 * AWAY_AFTER
    assert presence.present("w") == {"ben"}


def test_who_lost_the_connection_is_waited_for_a_while(presence, clock):
    presence.connect("w", "ben")
    clock.now += 1000
    presence.disconnect("w", "ben")
    clock.now += AWAY_AFTER - 1
    assert presence.present("w") == {"ben"}
    clock.now += 2
    assert presence.present("w") == set()


def test_who_comes_back_is_here_again(presence, clock):
    presence.connect("w", "ben")
    presence.disconnect("w", "ben")
    clock.now += 2 * AWAY_AFTER
    presence.connect("w", "ben")
    assert presence.present("w") == {"ben"}


def test_of_two_tabs_one_is_enough(presence, clock):
    presence.connect("w", "ben")
    presence.connect("w", "ben")
    presence.disconnect("w", "ben")
    clock.now += 2 * AWAY_AFTER
    assert presence.present("w") == {"ben"}
    presence.disconnect("w", "ben")
    clock.now += 2 * AWAY_AFTER
    assert presence.present("w") == set()


def test_a_phone_without_a_connection_is_here_for_a_while_after_each_request(presence, clock):
    presence.see("w", "ben")
    clock.now += AWAY_AFTER - 1
    presence.see("w", "ben")
    clock.now += AWAY_AFTER - 1
    assert presence.present("w") == {"ben"}
    clock.now += 2
    assert presence.present("w") == set()


def test_one_is_in_ones_own_room_only(presence):
    presence.connect("w", "ben")
    presence.see("v", "chi")
    assert (presence.present("w"), presence.present("v")) == ({"ben"}, {"chi"})


def test_a_connection_that_was_never_counted_does_no_harm(presence):
    presence.disconnect("w", "ben")
    presence.connect("w", "ben")
    presence.disconnect("w", "ben")
    presence.connect("w", "ben")
    assert presence.present("w") == {"ben"}


def test_many_threads_come_and_go_and_nobody_stays_behind(presence, clock):
    together = Barrier(8)

    def come_and_go(number):
        together.wait()
        for turn in range(300):
            presence.connect("w", f"p{(number + turn) % 5}")
            presence.present("w")
            presence.disconnect("w", f"p{(number + turn) % 5}")

    threads = [Thread(target=come_and_go, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    clock.now += 2 * AWAY_AFTER
    assert presence.present("w") == set()
