"""What a file would change: a tick for each row, a choice for each conflict, one button."""

from collections.abc import Sequence

import streamlit as st

from assessment.domain.checklist import Checklist
from assessment.domain.plan_proposal import PlanProposal, ProposedRow, RowKind
from assessment.reporting.findings import capital
from assessment.reporting.plan_lines import plan_word, row_line
from assessment.ui.markup import html_text, markdown_text
from assessment.ui.page import Page


def excel_proposal(here: Page, checklist: Checklist, proposal: PlanProposal, *, key: str) -> dict[str, str] | None:
    """Show it, and return what is approved: the value by the key of its row. None until the button is pressed."""
    heading = f'<h2 class="ru-finding">{html_text(_finding(here, proposal))}</h2>'
    st.html(f'<div class="ru">{heading}{_rest(here, proposal)}</div>')
    _unknown(here, checklist, proposal.of(RowKind.UNKNOWN))
    if not any(row.kind is not RowKind.UNKNOWN for row in proposal.rows):
        return None
    with st.form(f"excel-form-{key}", border=False):
        chosen = {}
        for row in proposal.rows:
            if row.ready and _ticked(here, checklist, row, key):
                chosen[row.key] = row.in_file[0] if row.in_file else ""
        conflicts = proposal.of(RowKind.CONFLICTING)
        if conflicts:
            heading = here.t("Both the file and Rustad have changed, or the file says two things")
            st.html(f'<div class="ru"><h3 class="ru-title">{html_text(heading)}</h3></div>')
        for row in conflicts:
            value = _settled(here, checklist, row, key)
            if value is not None:
                chosen[row.key] = value
        pressed = st.form_submit_button(here.t("Approve the chosen"), key="do-approve-excel", type="primary")
    return chosen if pressed else None


def _finding(here: Page, proposal: PlanProposal) -> str:
    if proposal.empty:
        return here.t("The file changes nothing")
    ready, conflicts = len(proposal.ready), len(proposal.of(RowKind.CONFLICTING))
    parts = []
    if ready:
        parts.append(here.n("One change to approve", "{number} changes to approve", ready))
    if conflicts:
        parts.append(here.n("one conflict to settle", "{number} conflicts to settle", conflicts))
    found = ", ".join(parts) or here.t("Nothing in the file can be brought in")
    return found[0].upper() + found[1:]


def _rest(here: Page, proposal: PlanProposal) -> str:
    said = capital(here.n("{word} action is unchanged.", "{word} actions are unchanged.", proposal.unchanged))
    return f'<p class="soft">{html_text(said)}</p>' if proposal.unchanged else ""


def _unknown(here: Page, checklist: Checklist, rows: Sequence[ProposedRow]) -> None:
    lines = "".join(
        f"<li><b>{html_text(row.title)}</b><br>{html_text(row_line(row, checklist, here.language))}</li>"
        for row in rows
    )
    if lines:
        st.html(f'<div class="ru"><ul>{lines}</ul></div>')


def _ticked(here: Page, checklist: Checklist, row: ProposedRow, key: str) -> bool:
    label = _label(here, checklist, row)
    if row.beside:
        said = here.t("The question already has the action {title}.", title=row.beside[0])
        label += f"  \n{markdown_text(said)}"
    return st.checkbox(label, value=True, key=f"excel-row:{key}:{row.key}")


def _settled(here: Page, checklist: Checklist, row: ProposedRow, key: str) -> str | None:
    """The value that is chosen, or None to leave what stands."""

    def called(value: str | None) -> str:
        word = markdown_text(plan_word(row.field, row.now if value is None else value, checklist, here.language))
        return (
            here.t("Keep {value}, in Rustad now", value=word)
            if value is None
            else here.t("{value}, in the file", value=word)
        )

    values: list[str | None] = [None, *(value for value in row.in_file if value != row.now)]
    chosen: str | None = st.radio(
        _label(here, checklist, row), values, format_func=called, key=f"excel-choice:{key}:{row.key}"
    )
    return chosen


def _label(here: Page, checklist: Checklist, row: ProposedRow) -> str:
    """The action, and below it what happens and where that stands in the file."""
    return f"**{markdown_text(row.title)}**  \n{markdown_text(row_line(row, checklist, here.language))}"
