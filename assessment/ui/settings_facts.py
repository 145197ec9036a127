"""Who gets in, what the installation is set to, and what it is made of."""

from collections.abc import Sequence

import streamlit as st

from assessment import __version__
from assessment.services.components import components
from assessment.services.copy_plan import copy_plan
from assessment.settings import Settings, settings
from assessment.storage.database import place
from assessment.ui.figure import figure_head
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.settings_sign_out import settings_sign_out

LANGUAGES = {"sv": "Svenska", "en": "English"}


def settings_facts(here: Page) -> None:
    chosen = settings()
    if chosen.access == "local":
        _local(here)
    else:
        _signed_in(here)
    figure_head(
        here.t("How Rustad is set up"),
        here.t("Changed with environment variables, and in force from the next start. All are described in README.md."),
    )
    st.html(_table(here, (here.t("Setting"), here.t("Value"), here.t("Variable")), _set_up(here, chosen)))
    figure_head(f"Rustad {__version__}", here.t("Free software under the MIT licence."))
    with st.container(key="noprint-parts"), st.expander(here.t("Show what Rustad is made of"), type="compact"):
        st.html(_table(here, (here.t("Program"), here.t("Version"), here.t("Licence")), components()))


def _local(here: Page) -> None:
    figure_head(
        here.t("Only this computer gets in"),
        here.t(
            "Whoever sits here is administrator. Phones reach the voting page alone, "
            "while a workshop is open to them. To let others sign in, see deploy/README.md."
        ),
    )


def _signed_in(here: Page) -> None:
    figure_head(
        here.t("People sign in with the organisation’s account"),
        here.t(
            "Groups, roles or e-mail addresses in RUSTAD_ADMINISTRATORS, RUSTAD_FACILITATORS and RUSTAD_MEMBERS say "
            "who may do what. Whoever is in none of them does not get in. See deploy/README.md."
        ),
    )
    settings_sign_out(here)


def _set_up(here: Page, chosen: Settings) -> list[tuple[str, str, str]]:
    plan = copy_plan(chosen)
    nothing = here.t("not set")
    hours = here.language.number(chosen.backup_hours, decimals=0 if chosen.backup_hours.is_integer() else 1)
    return [
        (here.t("Suggested organisation"), chosen.organisation or nothing, "RUSTAD_ORGANISATION"),
        (here.t("Language to begin with"), LANGUAGES[chosen.language], "RUSTAD_LANGUAGE"),
        (here.t("Database"), place(plan.url), "RUSTAD_DATABASE_URL"),
        (here.t("Public address"), chosen.public_url or nothing, "RUSTAD_PUBLIC_URL"),
        (here.t("Folder for copies"), str(plan.folder), "RUSTAD_BACKUP_FOLDER"),
        (here.t("Hours between copies"), hours, "RUSTAD_BACKUP_HOURS"),
        (here.t("Copies that are kept"), here.language.number(chosen.backups_kept), "RUSTAD_BACKUPS_KEPT"),
    ]


def _table(here: Page, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    head = "".join(f"<th scope=col>{html_text(one)}</th>" for one in heads)
    body = "".join(
        f"<tr><th scope=row>{html_text(first)}</th>{''.join(f'<td>{html_text(one)}</td>' for one in rest)}</tr>"
        for first, *rest in rows
    )
    return (
        f'<div class="ru ru-scroll" role="group" tabindex="0" aria-label="{html_text(here.t("Table"))}">'
        f'<table class="ru-numbers ru-settings"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )
