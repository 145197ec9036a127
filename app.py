"""The ASGI entry: `streamlit run app.py`.

The shell script lives in `assessment/ui/`, where it has no folder `pages/` beside it: otherwise Streamlit would run a
page on its own, without the shell, for the first visitor after a start.
"""

import streamlit as st
from starlette.middleware import Middleware

from assessment.ui.attempt import show_script_error
from assessment.ui.navigation import ADDRESSES
from assessment.ui.sign_in import auth_secrets
from assessment.ui.start_refusal import CHECKED
from assessment.ui.whole_run import from_the_start
from assessment.web.addresses import KnownAddresses
from assessment.web.ended_sign_ins import EndedSignIns
from assessment.web.lifespan import lifespan
from assessment.web.middleware import MIDDLEWARE
from assessment.web.routes import NAMES, ROUTES

app = st.App(
    "assessment/ui/shell.py",
    lifespan=lifespan,
    routes=ROUTES,
    middleware=[
        *MIDDLEWARE,
        Middleware(EndedSignIns, from_the_start=from_the_start),
        Middleware(KnownAddresses, pages={*ADDRESSES.values(), *NAMES}),
    ],
    secrets=auth_secrets() if CHECKED else {},
    on_script_error=show_script_error,
)
