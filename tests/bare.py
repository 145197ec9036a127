"""The smallest Streamlit app that asks one question: what Rustad is compared with."""

import shutil

from tests.serving import ROOT

FONT = ROOT / "assessment" / "ui" / "static" / "public-sans.woff2"
SCRIPT = """\
import streamlit as st

st.title("One question")
level = st.radio("Which level?", [str(level) for level in range(5)], index=None, key="level")
st.write(f"Chosen: {level}")
"""
# Where the setting differs, a new visitor still asks nobody else for anything and no window opens.
QUIET = ("--server.headless", "true", "--browser.gatherUsageStats", "false", "--server.address", "localhost")


def bare_app(folder, *, ours):
    """Write the app into `folder`, with Rustad's settings and font if `ours`, and return the script."""
    script = folder / "bare.py"
    script.write_text(SCRIPT, encoding="utf-8")
    if ours:
        shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
        (folder / "static").mkdir()
        shutil.copy(FONT, folder / "static")
    return script
