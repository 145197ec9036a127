"""A PostgreSQL server of the tests' own, and fresh databases on it. The address is all that a test needs.

The server runs from the system's programs in a folder of its own, as somebody who is not root, and ends with the process
that started it, however that ends. Its order of letters is Swedish on purpose: a test that passes only where capitals
come first, or å after z by chance, is found.
"""

import atexit
import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from functools import cache
from itertools import count
from pathlib import Path

import psutil
import psycopg
from sqlalchemy.engine import URL, make_url

from assessment.services.house import open_house

USER = "rustad"
PASSWORD = "hemligt@lösen/ord"  # an address has to quote it
PATIENCE = 60  # seconds that starting or stopping may take on a loaded machine
USUAL = {
    "max_connections": "200",
    "autovacuum_naptime": "10s",
    "shared_buffers": "64MB",
    "jit": "off",
    "timezone": "Europe/Stockholm",
}
QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
OTHERS_OUT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
NEWER_CHECKLISTS = "DELETE FROM checklist WHERE id > (SELECT min(id) FROM checklist)"
USABLE = (
    "SELECT EXISTS (SELECT FROM checklist) AND NOT EXISTS "
    "(SELECT FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$|public$)')"
)
# When the pipe from the process that started it closes, whatever the reason, the server and its folder go too.
GUARD = """
folder=$1; shift
trap 'kill -QUIT $server; wait $server; rm -rf "$folder"; exit' TERM
exec 3<&0
"$@" 3<&- </dev/null >>"$folder/log" 2>&1 & server=$!
echo $server
(read _ <&3; kill -TERM $$) >/dev/null 2>&1 & reader=$!
wait $server; kill $reader
"""


class PostgresServer:
    """Started when made. `durable`: a commit is on disk when it is acknowledged, as in earnest; otherwise it is quick."""

    def __init__(self, *, durable: bool = False, **settings: str) -> None:
        self.pid = 0
        self.port = _free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="rustad-postgres-"))
        self._settings = USUAL | ({} if durable else QUICK) | settings
        self._guard = None
        self._numbers = count(1)
        self._template = ""
        self._clean: list[str] = []
        os.chown(self.folder, _somebody().pw_uid, _somebody().pw_gid)
        self._make()
        self.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def _make(self) -> None:
        password = self.folder / "password"
        password.write_text(PASSWORD, encoding="utf-8")
        password.chmod(0o644)
        swedish = ("--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=sv-SE")
        owner = ("--auth=password", f"--username={USER}", f"--pwfile={password}")
        made = subprocess.run(
            [_program("initdb"), "-D", self.folder / "data", "--no-sync", *swedish, *owner],
            **_as_somebody(self.folder),
            capture_output=True,
            text=True,
            check=False,
        )
        assert made.returncode == 0, made.stderr
        password.unlink()

    def start(self) -> None:
        """Start it, again after `stop` or `kill`: with what it held, on the same port."""
        settings = self._settings | {"listen_addresses": "127.0.0.1", "unix_socket_directories": str(self.folder)}
        chosen = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        command = [_program("postgres"), "-D", self.folder / "data", "-p", str(self.port), *chosen]
        self._guard = subprocess.Popen(
            ["sh", "-c", GUARD, "guard", self.folder, *command],
            **_as_somebody(self.folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.pid = int(self._guard.stdout.readline())
        give_up_at = time.monotonic() + PATIENCE
        while not self._answers():
            assert self._guard.poll() is None and time.monotonic() < give_up_at, self.log()
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self) -> None:
        """Stop it tidily, whoever is connected."""
        self._stop(signal.SIGINT)

    def kill(self) -> None:
        """Kill it, as a power cut does. Its children end by themselves when they notice."""
        self._stop(signal.SIGKILL)

    def stop_at_once(self) -> None:
        """Cut every connection and write nothing down in order, as `pg_ctl stop -m immediate` does."""
        self._stop(signal.SIGQUIT)

    def _stop(self, how: signal.Signals) -> None:
        if self._guard is not None:
            os.kill(self.pid, how)
            self._guard.wait(PATIENCE)
            self._guard.stdin.close()
            self._guard.stdout.close()
            self._guard = None

    def freeze(self) -> None:
        """Let it answer nothing and hang up on nobody, as when its machine or disk hangs."""
        self._tell(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on, if it is there."""
        self._tell(signal.SIGCONT)

    def _tell(self, what: signal.Signals) -> None:
        with suppress(psutil.NoSuchProcess):
            main = psutil.Process(self.pid)
            for process in (main, *main.children(recursive=True)):
                with suppress(psutil.NoSuchProcess):
                    process.send_signal(what)

    def end(self) -> None:
        """Stop it and remove all that it held."""
        self._stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")[-4000:]

    def address(self, database: str = "postgres", *, user: str = USER, password: str = PASSWORD) -> str:
        """As somebody would write it in RUSTAD_DATABASE_URL."""
        url = URL.create("postgresql", user, password, "127.0.0.1", self.port, database)
        return url.render_as_string(hide_password=False)

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        """A connection of the owner's, outside any transaction."""
        return psycopg.connect(self.address(database), autocommit=True)

    def empty(self) -> str:
        """The address of a new database that holds nothing."""
        return self._created("template0")

    def fresh(self) -> str:
        """The address of a database with the schema and the shipped checklist: one that was given back, or a new one."""
        if self._clean:
            return self._clean.pop()
        if not self._template:
            address = self.empty()
            open_house(address).dispose()
            self._template = _database_of(address)
        return self._created(self._template)

    def give_back(self, address: str) -> None:
        """Empty a database that `fresh` gave, whoever is connected. Much quicker than making and removing one."""
        with self.connect(_database_of(address)) as connection:
            connection.execute(OTHERS_OUT)
            tables = {name for (name,) in connection.execute(TABLES)} - {"alembic_version", "checklist"}
            emptied = "; ".join(f'DELETE FROM "{name}"' for name in tables)
            connection.execute(f"SET session_replication_role = replica; {emptied}; {NEWER_CHECKLISTS}")
            usable = connection.execute(USABLE).fetchone()[0]
        if usable:
            self._clean.append(address)
        else:
            self.drop(address)

    def _created(self, template: str) -> str:
        name = f"rustad_{next(self._numbers)}"
        with self.connect() as connection:  # by copying files: quicker than writing it all to the log
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return self.address(name)

    def drop(self, address: str) -> None:
        """Remove a database, whoever is connected."""
        with self.connect() as connection:
            connection.execute(f"DROP DATABASE {_database_of(address)} WITH (FORCE)")


@cache
def shared_server() -> PostgresServer:
    """The quick server of this process, started when somebody needs one first. Leave it running."""
    server = PostgresServer()
    atexit.register(server.end)
    return server


def _database_of(address: str) -> str:
    return make_url(address).database


def _program(name: str) -> Path:
    """Debian keeps each version's programs in a folder of their own, and the path has none of them."""
    found = [*sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}")), *filter(None, [shutil.which(name)])]
    assert found, "PostgreSQL is missing. Run: bash tests/install-programs.sh"
    return Path(found[0]).resolve()


def _somebody() -> pwd.struct_passwd:
    """Who the server runs as: us, unless we are root, whom it refuses."""
    if os.getuid():
        return pwd.getpwuid(os.getuid())
    known = {one.pw_name: one for one in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _as_somebody(folder: Path) -> dict[str, object]:
    """Arguments that let a program run in the server's folder as the server's user."""
    who = _somebody()
    own = {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []} if os.getuid() == 0 else {}
    return {"cwd": folder, "env": {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}, **own}


def _free_port() -> int:
    """Below the ports that programs are given by chance, so that nobody takes it while the server is stopped."""
    for port in random.sample(range(20_000, 32_000), 100):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)):
                return port
    raise AssertionError("no port is free")
