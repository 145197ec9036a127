"""Signing everybody out, for when a computer or a cookie has gone astray."""

import streamlit as st

from assessment.services import sign_in
from assessment.ui.attempt import attempting
from assessment.ui.figure import soft_line
from assessment.ui.page import Page


def settings_sign_out(here: Page) -> None:
    with st.popover(here.t("Sign everybody out"), key="noprint-sign-out-all"):
        soft_line(
            here.t(
                "Everybody who has signed in, you too, has to sign in again. Personal links and phones go on. "
                "What somebody has written and not saved is lost."
            )
        )
        st.button(here.t("Sign everybody out now"), key="sign-out-all", on_click=_everybody, args=(here,))


def _everybody(here: Page) -> None:
    with attempting():
        sign_in.sign_everybody_out(here.engine, here.viewer)
