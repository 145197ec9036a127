"""What an installation can choose, by environment variables with the prefix RUSTAD_."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Each field's variable is RUSTAD_ and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="RUSTAD_", extra="ignore")

    database_url: str = f"sqlite:///{ROOT / 'data' / 'rustad.db'}"
    organisation: str = ""  # suggested for new assessments and shown in exports
    language: Literal["sv", "en"] = "sv"  # for the command line, and for visitors who have not chosen
    access: Literal["local"] = "local"
    secret_key: str = ""  # for join codes; without it a file beside the database holds one
    public_url: str = ""  # where phones reach Rustad, when that is behind a proxy: https://rustad.example
    phone_port: int = 8502  # on which phones on the same network are let in while a workshop is open to them


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Read once; a changed variable takes effect at the next start."""
    return Settings()
