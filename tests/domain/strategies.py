"""Hypothesis strategies and plain makers for the domain: small checklists, groups of answers, results."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from assessment.domain.assessment import Assessment, Participant, Targets
from assessment.domain.checklist import Basis, Checklist, Effort, Item, Scope, Term, Wording
from assessment.domain.report import AssessmentReport
from assessment.domain.response import ANSWERS, Response
from assessment.domain.scoring import ItemResult, ItemState

NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
DIMENSIONS = ("POL", "TID")
STEPS = ("analysera", "vagval", "forbered", "kommunicera")
ROLES = ("beslutsfattare", "inkop", "behovsagare")
WORDS = Wording("ord", "word")

answers = st.sampled_from(ANSWERS)
answer_groups = st.lists(answers, max_size=8)
levels = st.integers(0, 4)
targets = st.integers(1, 4)


def make_item(id_="POL-01", *, step="analysera", core=True, effort=Effort.SMALL, applies_to=("alla",), dimension=None):
    return Item(
        id=id_,
        dimension=dimension or id_[:3],
        step=step,
        roles=("inkop",),
        applies_to=applies_to,
        core=core,
        effort=effort,
        basis=(Basis.JUDGEMENT,),
        depends_on=(),
        fresh_months=12,
        question=WORDS,
        levels=(WORDS,) * 5,
        evidence=WORDS,
        action=WORDS,
        sources=(),
    )


def make_checklist(items):
    def terms(ids):
        return tuple(Term(id_, WORDS) for id_ in ids)

    return Checklist(
        key="test",
        version="1",
        title=WORDS,
        scale=(WORDS,) * 5,
        default_target=3,
        dimensions=terms(DIMENSIONS),
        steps=terms(STEPS),
        roles=terms(ROLES),
        organisation_types=terms(("kommun", "region")),
        items=tuple(items),
        consistency=(),
        vignettes=(),
        sources=(),
    )


@st.composite
def items(draw, count=None):
    """Items with ids of their own, in the order of a checklist."""
    number = draw(st.integers(1, 8)) if count is None else count
    return tuple(
        make_item(
            f"{draw(st.sampled_from(DIMENSIONS))}-{place:02}",
            step=draw(st.sampled_from(STEPS)),
            core=draw(st.booleans()),
            effort=draw(st.sampled_from(Effort)),
        )
        for place in range(number)
    )


@st.composite
def results(draw, states=tuple(ItemState)):
    """Results of several items in any mixture of states."""
    return tuple(
        ItemResult(item, state, draw(levels) if state is ItemState.RATED else None, draw(targets))
        for item in draw(items())
        for state in [draw(st.sampled_from(states))]
    )


@st.composite
def reports(draw):
    """A report of up to six participants who have answered some of the items."""
    asked = draw(items())
    people = tuple(
        Participant(f"p{number}", "a", tuple(sorted(draw(st.sets(st.sampled_from(ROLES), min_size=1)))), "", NOW)
        for number in range(draw(st.integers(0, 6)))
    )
    given = {
        one.id: [Response(item.id, draw(st.none() | answers), updated_at=NOW) for item in asked if draw(st.booleans())]
        for one in people
    }
    agreed = {item.id: draw(levels) for item in asked if draw(st.integers(0, 4)) == 0}
    return make_report(asked, people, given, agreed=agreed)


def make_report(asked, people, given, *, agreed=None, default=3, rounds=()):
    assessment = Assessment(
        id="a",
        name="Hela kommunen",
        organisation="",
        organisation_type="kommun",
        scope=Scope.FULL,
        checklist_id=1,
        created_at=NOW,
        revision=0,
        example=False,
        targets=Targets(default),
    )
    return AssessmentReport(assessment, make_checklist(asked), tuple(people), given, agreed or {}, NOW, tuple(rounds))
