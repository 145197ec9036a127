"""Who is answering: go on as somebody who has begun, or begin."""

from collections.abc import Mapping

import streamlit as st

from assessment.domain.assessment import Participant
from assessment.domain.checklist import Checklist, term
from assessment.domain.personal_link import PersonalLink
from assessment.domain.viewer import ViewerKind
from assessment.services import participants, personal_links, responses
from assessment.services.assessments import OpenedAssessment
from assessment.services.participants import ParticipantProgress
from assessment.ui.attempt import attempting
from assessment.ui.markup import html_text
from assessment.ui.page import PARTICIPANT, Page
from assessment.ui.personal_link import links_offered, personal_link

SOMEONE_ELSE = "ny"
MYSELF, ANOTHER = "jag", "annan"


def chosen_participant(here: Page, opened: OpenedAssessment) -> str | None:
    """The participant in the address, or oneself, or the only one there is when nobody signs in; None while the visitor
    has to choose.
    """
    if here.participant_id and here.participant_id != SOMEONE_ELSE:
        return here.participant_id
    known = participants.progress(here.engine, here.viewer, opened.assessment.id)
    certain = [one for one in known if one.own] if here.viewer.person else known
    if len(certain) == 1 and here.participant_id is None:
        st.query_params[PARTICIPANT] = certain[0].participant.id
        return certain[0].participant.id
    _choice(here, opened, known)
    return None


def own_assessment(here: Page) -> OpenedAssessment | None:
    """What a participant answers, who sees nothing else of it; None for everybody else."""
    if here.viewer.kind is not ViewerKind.PARTICIPANT or not here.assessment_id or not here.participant_id:
        return None
    sheet = responses.sheet(
        here.engine, here.viewer, assessment_id=here.assessment_id, participant_id=here.participant_id
    )
    return OpenedAssessment(sheet.assessment, sheet.checklist)


def role_names(here: Page, checklist: Checklist, participant: Participant) -> str:
    """*beslutsfattare och behovsägare*."""
    names = [here.language.of(term(checklist.roles, role).name).lower() for role in participant.roles]
    return here.language.listed(names)


def _choice(here: Page, opened: OpenedAssessment, known: list[ParticipantProgress]) -> None:
    name = html_text(opened.assessment.name)
    finding = here.t("Who is answering?") if known else here.t("In which role do you answer?")
    lede = here.t(
        "Answer from where you stand. Differences between the roles are a result of their own, so do not even them out."
    )
    st.html(
        f'<div class="ru"><p class="ru-eyebrow">{name}</p><h1 class="ru-page">{html_text(finding)}</h1>'
        f'<p class="ru-lede">{html_text(lede)}</p></div>'
    )
    links = personal_links.of_assessment(here.engine, here.viewer, opened.assessment.id) if links_offered(here) else {}
    with st.container(gap=None, key="participants"):
        for place, one in enumerate(known, start=1):
            _known(here, opened, one, links, place=place)
    if known and not here.viewer.may_steward:
        return  # a member is one participant
    if known:
        st.html(f'<div class="ru"><h2 class="ru-finding">{html_text(here.t("Someone new"))}</h2></div>')
    _newcomer(here, opened, myself=_for_oneself(here, known))


def _known(
    here: Page, opened: OpenedAssessment, one: ParticipantProgress, links: Mapping[str, PersonalLink], *, place: int
) -> None:
    participant = one.participant
    roles = role_names(here, opened.checklist, participant)
    who = participant.name or here.t("Participant {place}", place=place)
    asked = len(opened.assessment.asked(opened.checklist))
    with st.container(key=f"row-tight-{participant.id}", horizontal=True, vertical_alignment="center"):
        progress = here.t("{answered} of {asked} answered", answered=one.answered, asked=asked)
        told = f"{roles} · {progress}" + (f" · {_who(here, one)}" if one.own or one.added_by else "")
        st.html(
            f'<div class="ru"><h3 class="ru-title">{html_text(who)}</h3><p class="soft">{html_text(told)}</p></div>'
        )
        if links_offered(here) and not one.own:
            personal_link(here, participant, links.get(participant.id))
        for_another = bool(here.viewer.person) and not one.own
        label = here.t("Fill in for {name}", name=who) if for_another else here.t("Go on as {name}", name=who)
        st.button(label, key=f"go-on-{participant.id}", on_click=_go_on, args=(participant.id,))


def _go_on(participant_id: str) -> None:
    st.query_params[PARTICIPANT] = participant_id


def _who(here: Page, one: ParticipantProgress) -> str:
    return here.t("this is you") if one.own else here.t("added by {name}", name=one.added_by)


def _for_oneself(here: Page, known: list[ParticipantProgress]) -> bool:
    """Whether whoever joins is the one who has signed in. A facilitator may also enter what somebody else answers."""
    if not here.viewer.person or not here.viewer.may_steward:
        return bool(here.viewer.person)
    if any(one.own for one in known):
        return False
    labels = {MYSELF: here.t("My own"), ANOTHER: here.t("Somebody else’s")}
    chosen = st.radio(
        here.t("Whose answers do you enter?"),
        list(labels),
        format_func=lambda one: labels[one],
        captions=[
            here.t("Nobody else can change them."),
            here.t("From paper, or as they are told to you. It will say that you added the person."),
        ],
        key=f"for-whom:{here.language.code}",
    )
    return chosen == MYSELF


def _newcomer(here: Page, opened: OpenedAssessment, *, myself: bool) -> None:
    with st.form("join", border=False, width=620):
        roles = st.pills(
            here.t("Role – choose more than one if you have several"),
            [role.id for role in opened.checklist.roles],
            selection_mode="multi",
            format_func=lambda role: here.language.of(term(opened.checklist.roles, role).name),
            key=f"roles:{here.language.code}",
        )
        own_name = here.viewer.name if myself else ""
        name = st.text_input(
            here.t("Name (optional)"), own_name, key="own-name" if myself else "participant-name", max_chars=200
        )
        with st.container(key="do-join"):
            begun = st.form_submit_button(here.t("Start answering"), type="primary")
    if begun:
        with attempting():
            joined = participants.join(
                here.engine, here.viewer, opened.assessment.id, roles=roles, name=name, myself=myself
            )
            st.query_params[PARTICIPANT] = joined.id
            st.rerun()
