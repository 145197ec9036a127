"""When the documents are to be reviewed, on a line of years."""

import streamlit as st

from assessment.domain.document_overview import DocumentOverview
from assessment.reporting import document_words, marks
from assessment.reporting.document_frames import review_frame
from assessment.reporting.findings import capital
from assessment.reporting.marks.review_track import years_of
from assessment.ui.figure import figure_head, soft_line
from assessment.ui.markup import html_text
from assessment.ui.number_table import as_table
from assessment.ui.page import Page

WIDTHS = (3.2, 4.6, 2.2)
MOST = 12  # documents drawn, the earliest reviews first; the table has them all


def document_reviews(here: Page, overview: DocumentOverview) -> None:
    """Nothing when no document in force has a day for its review."""
    shown = [(one, one.facts.review_on) for one in overview.to_review if one.facts.review_on]
    if not shown:
        return
    figure_head(
        document_words.review_finding(overview, here.language),
        here.t("Blue is the time that is left, hatched orange the time that has run over."),
    )
    years = years_of([day for _, day in shown[:MOST]], overview.today)
    with st.container(gap=None, key="sheet-reviews"):
        for one, day in shown[:MOST]:
            with st.container(key=f"row-tight-review-{one.id}"):
                name, track, told = st.columns(WIDTHS, gap="small", vertical_alignment="center")
                name.html(f'<div class="ru"><p><b>{html_text(one.facts.title)}</b></p></div>')
                track.html(marks.review_track(day, overview.today, years, here.language))
                words = document_words.away(day, overview.today, here.language)
                told.html(
                    f'<div class="ru"><p>{html_text(here.language.date(day))}<br>'
                    f'<span class="soft">{html_text(words)}</span></p></div>'
                )
        _, axis, _ = st.columns(WIDTHS, gap="small")
        axis.html(marks.review_axis(overview.today, years, here.language))
    if len(shown) > MOST:
        soft_line(here.t("… and {number} more", number=here.language.number(len(shown) - MOST)))
    without = len(overview.without_review)
    if without:
        said = here.n(
            "one document in force has no day for its review.",
            "{word} documents in force have no day for their review.",
            without,
        )
        soft_line(capital(said))
    as_table(here, review_frame(overview, here.language), key="reviews")
