"""The fifteen parts of a decision record, to be read."""

import streamlit as st

from assessment.domain.activity import Activity
from assessment.domain.organisation import Organisation
from assessment.domain.way import DecisionRecord
from assessment.reporting.way_paper import PaperPart, way_paper
from assessment.services import ways
from assessment.ui.markup import html_text
from assessment.ui.page import Page


def way_parts(here: Page, activity: Activity, record: DecisionRecord, organisation: Organisation) -> None:
    paper = way_paper(organisation, activity, record, ways.guide(), here.language)
    told = "".join(map(_part, paper.parts))
    weighed = "".join(f"<dt>{html_text(asked)}</dt><dd>{html_text(said)}</dd>" for asked, said in paper.weighed)
    if weighed:
        told += f'<h2 class="ru-title">{html_text(here.t("What was weighed"))}</h2><dl>{weighed}</dl>'
    if paper.unmarked:
        told += f'<p class="soft">{html_text(paper.unmarked)}</p>'
    st.html(f'<div class="ru ru-record">{told}</div>')


def _part(part: PaperPart) -> str:
    plain = "".join(f"<p>{html_text(text)}</p>" for name, text in part.rows if not name)
    rows = "".join(f"<dt>{html_text(name)}</dt><dd>{html_text(text)}</dd>" for name, text in part.rows if name)
    lacks = f'<p class="soft">{html_text(part.lacks)}</p>' if part.lacks else ""
    listed = f"<dl>{rows}</dl>" if rows else ""
    return f'<h2 class="ru-title">{part.number}. {html_text(part.title)}</h2>{plain}{listed}{lacks}'
