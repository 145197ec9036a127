"""The yearly wheel on the screen, and as a file for a calendar."""

import streamlit as st

from assessment.domain.organisation import Organisation
from assessment.reporting import marks, wheel_words
from assessment.reporting.findings import capital
from assessment.reporting.wheel_calendar import wheel_calendar, wheel_calendar_name
from assessment.services import year_wheels
from assessment.services.clock import now
from assessment.ui.entry_links import day_address
from assessment.ui.figure import figure_head, soft_line
from assessment.ui.number_table import table_when_open
from assessment.ui.page import Page

ICS = "text/calendar"


def wheel_view(here: Page, organisation: Organisation) -> None:
    wheel = year_wheels.year_wheel(here.engine, here.viewer, organisation.id)
    code = here.language
    if not wheel.days:
        figure_head(wheel_words.wheel_finding(wheel, code), here.t("Days from all four steps are gathered here."))
        return
    reading = here.t(
        "One square for each day, with the number of its step. A dot is an action, or questions to ask again."
    )
    figure_head(wheel_words.wheel_finding(wheel, code), reading)
    st.html(marks.wheel_figure(wheel, code))
    st.html(marks.wheel_list(wheel, code, address=lambda day: day_address(here, organisation, day)))
    if wheel.later:
        soft_line(capital(here.n("One more day comes later.", "{word} more days come later.", len(wheel.later))))
    table_when_open(here, lambda: (wheel_words.wheel_frame(wheel, code),), key="wheel")
    with st.container(key="noprint-wheel-file"):
        st.download_button(
            here.t("Download to the calendar"),
            data=lambda: _made(here, organisation),
            file_name=wheel_calendar_name(organisation, code),
            mime=ICS,
            icon=":material/event:",
            on_click="ignore",
            key="wheel-ics",
        )


def _made(here: Page, organisation: Organisation) -> bytes:
    """As the days stand when the file is asked for."""
    wheel = year_wheels.year_wheel(here.engine, here.viewer, organisation.id)
    return wheel_calendar(organisation, wheel, here.language, at=now())
