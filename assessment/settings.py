"""What an installation can choose, by environment variables with the prefix RUSTAD_."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Each field's variable is RUSTAD_ and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="RUSTAD_", extra="ignore")

    database_url: str = f"sqlite:///{ROOT / 'data' / 'rustad.db'}"
    organisation: str = ""  # suggested for new assessments and shown in exports
    language: Literal["sv", "en"] = "sv"  # for the command line, and for visitors who have not chosen
    access: Literal["local", "oidc"] = "local"
    secret_key: str = ""  # for join codes; without it a file beside the database holds one
    public_url: str = ""  # where phones reach Rustad, when that is behind a proxy: https://rustad.example
    phone_port: int = Field(default=8502, ge=1, le=65_535)  # where phones on the same network come in
    backup_folder: str = ""  # where copies of the database are kept; empty: `kopior` beside it
    backup_hours: float = Field(default=24, ge=0, le=8_760)  # between copies that Rustad makes; 0: it makes none
    backups_kept: int = Field(default=14, ge=1)  # the newest, beside the last of each of twelve months
    move_to: str = ""  # where `python -m assessment move` takes everything; it may hold a password
    # Sign-in: the provider, what it tells, and who may do what, by claim values or e-mail addresses with commas between
    oidc_metadata_url: str = ""  # https://login.example/.well-known/openid-configuration
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    oidc_role_claim: str = "groups"  # dots lead inwards: realm_access.roles
    administrators: str = ""
    facilitators: str = ""
    members: str = ""
    session_hours: int = Field(default=12, le=720)  # until one signs in again; the browser keeps it for 30 days


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Read once; a changed variable takes effect at the next start."""
    return Settings()
