"""What every page asks first: who is looking, in which language, at which assessment.

All of it lives in the address, so that a link can be shared and a reload loses nothing.
"""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st
from sqlalchemy.engine import Engine

from assessment.domain.viewer import Viewer
from assessment.services.clock import now
from assessment.services.house import house
from assessment.settings import settings
from assessment.texts.language import CODES, STOCKHOLM, Language, language
from assessment.ui.present_viewer import present_viewer

ASSESSMENT = "a"
PARTICIPANT = "p"
LANGUAGE = "lang"


@dataclass(frozen=True, slots=True)
class Page:
    """`zone` is the visitor's own time zone."""

    engine: Engine
    viewer: Viewer
    language: Language
    assessment_id: str | None
    participant_id: str | None
    zone: tzinfo

    def t(self, message: str, /, **parameters: Any) -> str:
        """Short for `language.text`."""
        return self.language.text(message, **parameters)

    def n(self, one: str, many: str, number: int, /, **parameters: Any) -> str:
        """Short for `language.plural`."""
        return self.language.plural(one, many, number, **parameters)

    def link(self, **changed: str | None) -> dict[str, str]:
        """The address parameters that keep what is open, with the changed ones; None leaves one out."""
        kept = {ASSESSMENT: self.assessment_id, PARTICIPANT: self.participant_id, LANGUAGE: chosen_language()}
        return {name: value for name, value in (kept | changed).items() if value}

    def when(self, moment: datetime) -> str:
        """*i dag 10.42*, or *22 november 2026* for any other day."""
        local, today = moment.astimezone(self.zone), now().astimezone(self.zone)
        if local.date() == today.date():
            return self.language.moment(moment, now=today, zone=self.zone)
        return self.language.date(moment, self.zone)

    def time(self, moment: datetime) -> str:
        return self.language.time(moment, self.zone)


def page() -> Page:
    """The page as it is now. A participant sees one assessment as one person, whatever the address says.

    Raises an error of `storage.errors` when the database will not do, and what `present_viewer` raises.
    """
    engine = house(settings().database_url)
    viewer = present_viewer(engine)
    return Page(
        engine=engine,
        viewer=viewer,
        language=page_language(),
        assessment_id=viewer.assessment_id or st.query_params.get(ASSESSMENT),
        participant_id=viewer.participant_id or st.query_params.get(PARTICIPANT),
        zone=_zone(),
    )


def chosen_language() -> str | None:
    """The language that the address asks for, if it is one we have."""
    code = st.query_params.get(LANGUAGE)
    return code if code in CODES else None


def page_language() -> Language:
    return language(chosen_language() or settings().language)


def _zone() -> tzinfo:
    name = st.context.timezone
    if not isinstance(name, str):
        return STOCKHOLM
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return STOCKHOLM
