"""The server's secret: made once, kept beside the database, readable for nobody else, and never two of them."""

import multiprocessing
import os
import stat
from threading import Barrier, Thread

import pytest

from assessment.services import access_settings
from assessment.settings import Settings
from assessment.storage.errors import DiskFailed, SecretKeyMissing
from assessment.storage.secret_key import LENGTH, secret_key
from tests import builders


@pytest.fixture
def url(tmp_path):
    """The address of a database that need not exist."""
    return builders.url(tmp_path / "rustad.db")


def test_the_key_is_made_on_first_use_and_stays(url, tmp_path):
    key = secret_key(url)
    assert len(key) == LENGTH
    assert secret_key(url) == key == (tmp_path / "rustad.key").read_bytes()


def test_each_database_has_its_own(url, tmp_path):
    assert secret_key(builders.url(tmp_path / "demo.db")) != secret_key(url)


def test_nobody_else_may_read_it_and_nothing_is_left_beside_it(url, tmp_path):
    secret_key(url)
    [path] = tmp_path.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 40])
def test_a_key_of_the_wrong_length_is_made_anew(url, tmp_path, content):
    (tmp_path / "rustad.key").write_bytes(content)
    key = secret_key(url)
    assert len(key) == LENGTH
    assert (secret_key(url), [path.name for path in tmp_path.iterdir()]) == (key, ["rustad.key"])


def test_a_folder_that_does_not_exist_is_told(tmp_path):
    with pytest.raises(DiskFailed):
        secret_key(builders.url(tmp_path / "borta" / "rustad.db"))


@pytest.mark.skipif(os.getuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_can_not_be_written_is_told(url, tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(DiskFailed):
        secret_key(url)
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("content", [None, b"cut off"], ids=["no key yet", "a key cut off"])
def test_threads_that_ask_at_once_get_the_same_key_and_that_is_the_one_on_disk(tmp_path, content):
    for attempt in range(30):
        path = tmp_path / f"{attempt}.key"
        if content is not None:
            path.write_bytes(content)
        keys, together = [], Barrier(8)

        def ask(place=path, keys=keys, together=together):
            together.wait()
            keys.append(secret_key(builders.url(place.with_suffix(".db"))))

        threads = [Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(keys) == 8
        assert {*keys} == {path.read_bytes()}


def ask_and_tell(urls, together, answers):
    for url in urls:
        together.wait()
        answers.put((url, secret_key(url)))


@pytest.mark.slow
def test_processes_that_start_together_get_the_same_key(tmp_path):
    spawn = multiprocessing.get_context("spawn")
    together, answers = spawn.Barrier(3), spawn.Queue()
    urls = [builders.url(tmp_path / f"{attempt}.db") for attempt in range(3)]
    processes = [spawn.Process(target=ask_and_tell, args=(urls, together, answers)) for _ in range(3)]
    for process in processes:
        process.start()
    told = [answers.get(timeout=120) for _ in processes for _ in urls]
    for process in processes:
        process.join()
    on_disk = {(url, (tmp_path / f"{attempt}.key").read_bytes()) for attempt, url in enumerate(urls)}
    assert set(told) == on_disk


@pytest.mark.parametrize("address", ["postgresql://rustad@db.example/rustad", "postgres://db.example/rustad"])
def test_a_database_that_is_no_file_needs_the_setting(address):
    with pytest.raises(SecretKeyMissing):
        secret_key(address)


def test_rustad_is_refused_before_it_starts_without_it(monkeypatch):
    chosen = Settings(database_url="postgresql://rustad@db.example/rustad")
    monkeypatch.setattr(access_settings, "settings", lambda: chosen)
    with pytest.raises(SecretKeyMissing):
        access_settings.must_belong_together()
    chosen.secret_key = "a long random text"
    access_settings.must_belong_together()
