"""The screen Inställningar, for whoever looks after the installation."""

import streamlit as st

from assessment.services import health
from assessment.services.copy_plan import copy_plan
from assessment.services.health import Check
from assessment.settings import settings
from assessment.ui.markup import html_text
from assessment.ui.page import Page
from assessment.ui.settings_copies import settings_copies
from assessment.ui.settings_erase import settings_erase
from assessment.ui.settings_facts import settings_facts


def settings_view(here: Page) -> None:
    checks = list(health.checks(settings(), here.viewer))
    problems = [check for check in checks if check.problem is not None]
    title = f'<h1 class="ru-page">{html_text(_finding(here, len(problems)))}</h1>'
    if problems:
        faults = "".join(_fault(here, check) for check in problems)
        st.html(f'<div class="ru">{title}</div><ul class="ru ru-faults">{faults}</ul>')
    else:
        looked = here.t("Rustad looks through the database, its place and its copies each time this page is opened.")
        st.html(f'<div class="ru">{title}<p class="soft">{html_text(looked)}</p></div>')
    with st.container(key="noprint-checks"), st.expander(here.t("Show what was looked at"), type="compact"):
        st.html(_looked_at(here, checks))
    settings_copies(here, copy_plan(settings()))
    settings_erase(here)
    settings_facts(here)


def _finding(here: Page, problems: int) -> str:
    if not problems:
        return here.t("All is in order")
    said = here.n("{word} thing needs to be put right", "{word} things need to be put right", problems)
    return said[:1].upper() + said[1:]


def _fault(here: Page, check: Check) -> str:
    assert check.problem is not None, "only what is wrong is listed"
    return f"<li>{html_text(here.language.explain_to_keeper(check.problem))}</li>"


def _looked_at(here: Page, checks: list[Check]) -> str:
    rows = "".join(
        f"<tr><th scope=row>{html_text(here.t(check.subject))}</th>"
        f"<td>{html_text(here.t('well') if check.problem is None else here.t('to put right'))}</td></tr>"
        for check in checks
    )
    heads = f"<th scope=col>{html_text(here.t('Looked at'))}</th><th scope=col>{html_text(here.t('Outcome'))}</th>"
    return f'<table class="ru ru-numbers"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
