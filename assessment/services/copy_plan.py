"""Where the copies of an installation lie, and how often Rustad makes one by itself."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL

from assessment.settings import ROOT, Settings
from assessment.storage.database import driver_url

FOLDER: Final = "kopior"


@dataclass(frozen=True, slots=True)
class CopyPlan:
    """`every` is None when Rustad makes no copies by itself; `kept` is how many of the newest stay."""

    url: URL
    folder: Path
    every: timedelta | None
    kept: int

    @property
    def on_file(self) -> bool:
        """Whether the database is an SQLite file."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def database(self) -> str:
        """The name that the copies begin with."""
        name = self.url.database or ""
        return Path(name).stem if self.on_file else name

    @property
    def ending(self) -> str:
        return ".db" if self.on_file else ".dump"


def copy_plan(settings: Settings) -> CopyPlan:
    """On PostgreSQL somebody else usually makes the copies: Rustad does so only when it is told a folder."""
    url = driver_url(settings.database_url)
    on_file = url.get_backend_name() == "sqlite"
    beside = Path(url.database or "").absolute().parent if on_file else ROOT / "data"
    scheduled = settings.backup_hours > 0 and (on_file or bool(settings.backup_folder))
    return CopyPlan(
        url=url,
        folder=Path(settings.backup_folder).expanduser().absolute() if settings.backup_folder else beside / FOLDER,
        every=timedelta(hours=settings.backup_hours) if scheduled else None,
        kept=settings.backups_kept,
    )
