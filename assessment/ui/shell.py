"""The frame round every screen: page settings, stylesheet, menu, language."""

from pathlib import Path

import streamlit as st

from assessment.domain.errors import AssessmentError
from assessment.domain.personal_link import LinkEnded
from assessment.domain.sign_in import NotListed, NotSignedIn
from assessment.storage.errors import DatabaseFailed
from assessment.texts.language import Language
from assessment.ui import navigation
from assessment.ui.attempt import show_script_error
from assessment.ui.markup import html_text
from assessment.ui.page import LANGUAGE, Page, page, page_language
from assessment.ui.sign_in import sign_in_page, signed_in

OUTSIDE = (NotSignedIn, NotListed, LinkEnded)
STATIC = Path(__file__).parent / "static"
OTHER_LANGUAGE = {"sv": ("en", "In English"), "en": ("sv", "På svenska")}
BRAND = (
    '<div class="ru ru-brand"><span aria-hidden="true">'
    '<i style="height:25%;background:var(--ru-0)"></i><i style="height:50%;background:var(--ru-2)"></i>'
    '<i style="height:75%;background:var(--ru-3)"></i><i style="height:100%;background:var(--ru-peak)"></i>'
    "</span><b>Rustad</b></div>"
)


@st.cache_resource
def stylesheet() -> str:
    """The common sheet, then those of the areas."""
    common = STATIC / "rustad.css"
    sheets = [common, *sorted(set(STATIC.glob("*.css")) - {common})]
    return f"<style>{''.join(sheet.read_text(encoding='utf-8') for sheet in sheets)}</style>"


def show() -> None:
    language = page_language()
    st.set_page_config(page_title="Rustad", layout="wide", initial_sidebar_state=256)
    st.html(stylesheet())
    st.html(spoken(language))
    chosen = st.navigation(list(navigation.screens(language).values()), position="hidden")
    st.set_page_config(page_title=f"{chosen.title} – Rustad")
    try:
        here = page()
    except OUTSIDE as error:
        outside(language, error)
        return
    except AssessmentError as error:
        show_script_error(error)
        return
    with st.sidebar:
        st.html(BRAND)
        navigation.menu(here)
        signed_in(here)
        language_button(here.language)
    if not navigation.open_to(here.viewer, chosen.url_path):
        st.switch_page(navigation.RESPOND, query_params=here.link())
    with st.container(width=1120, key="content"):
        try:
            chosen.run()
        except DatabaseFailed as error:
            st.html(
                f'<div class="ru"><h1 class="ru-page">{html_text(here.t("The database does not answer"))}</h1></div>'
            )
            show_script_error(error)
        except AssessmentError as error:
            dead_end(here, error)


def spoken(language: Language) -> str:
    """What the scripts of the document may have to say."""
    leaving = html_text(language.text("What you have written is not saved. Close anyway?"))
    title = html_text(language.text("Rustad cannot be reached"))
    away = html_text(
        language.text(
            "What was saved is kept, and this page goes on by itself when it has contact again. "
            "If it takes long, check the network, and that Rustad is running."
        )
    )
    return (
        f'<i data-spoken="{language.code}" data-leaving="{leaving}" '
        f'data-away-title="{title}" data-away="{away}" hidden></i>'
    )


def outside(language: Language, error: AssessmentError) -> None:
    """For those who have not come in."""
    with st.sidebar:
        st.html(BRAND)
        language_button(language)
    with st.container(width=1120, key="content"):
        sign_in_page(language, error)


def language_button(language: Language) -> None:
    """To the same place in the other language, in that language's words."""
    code, label = OTHER_LANGUAGE[language.code]
    st.button(label, key="language", type="tertiary", on_click=_speak, args=(code,))


def _speak(code: str) -> None:
    st.query_params[LANGUAGE] = code


def dead_end(here: Page, error: AssessmentError) -> None:
    """What is wrong with the link, and the way back."""
    finding = html_text(here.t("There is nothing to show here"))
    st.html(f'<div class="ru"><h1 class="ru-page">{finding}</h1></div>')
    st.error(here.language.explain(error))
    st.page_link(navigation.START, label=here.t("To the start page"), query_params=here.link(a=None, p=None))


show()
