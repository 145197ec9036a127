"""Copies of one export that people work on in, read in whatever order: a three-way merge for each copy.

What should come out is told by a model that knows which copy is which, as people do and a file does not.
"""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from assessment.domain.action import PLANNED, Action, Plan, written
from assessment.domain.copy_choice import OTHER_COPY, taken_for, unclear
from assessment.domain.plan_proposal import RowKind, approved, plan_proposal
from assessment.domain.read_copy import NOTHING_SAID, Reading, copies, export_id, said_from, said_now, said_text
from assessment.domain.returned_plan import Baseline, KnownRow, NewRow, Place, ReturnedPlan, plan_of

NOW = datetime(2026, 11, 22, tzinfo=UTC)
PLAN = Plan("Besluta en policy", owner="Anna", aims={"POL-01": 3})
ITEMS = ("POL-01", "POL-02", "TID-01")
COPIES = ("A", "B")
TEXTS = ("title", "owner", "note")


def fields(plan):
    return {name: written(plan, name) for name in PLANNED}


class Hall:
    """The plan in Rustad and what has been read in, without a database."""

    def __init__(self):
        self.actions, self.readings = [], []

    def add(self, plan):
        self.actions.append(Action(f"a{len(self.actions)}", "x", plan, NOW, NOW, "", version=1))
        return self.actions[-1].id

    def change(self, action_id, plan):
        self.actions = [
            replace(one, plan=plan, version=one.version + 1) if one.id == action_id else one for one in self.actions
        ]

    def found(self, file):
        return copies(self.readings, export_id(file))

    def proposal(self, file, copy=None):
        return plan_proposal(file, self.actions, taken_for(file, self.found(file), copy))

    def apply(self, proposal, chosen):
        """The copy's id, and the actions that its new rows are now."""
        done, became = approved(proposal, chosen, self.actions), dict(proposal.met)
        for action_id, plan in done.changed.items():
            self.change(action_id, plan)
        became |= {number: self.add(plan) for number, plan in done.added.items()}
        batch = f"b{len(self.readings)}"
        said = said_now(proposal.returned, became, self.actions, proposal.copy.said if proposal.copy else NOTHING_SAID)
        copy = proposal.copy.id if proposal.copy else batch
        kept = said_from(said_text(said))
        self.readings.append(Reading(batch, "x", export_id(proposal.returned), copy, "", NOW, "", kept))
        return copy, became


class Paper:
    """One copy: its rows as they stand, and what each field was when file and plan last agreed on it."""

    def __init__(self, exported):
        self.known = {one.id: fields(one.plan) for one in exported}
        self.agreed = {id_: dict(theirs) for id_, theirs in self.known.items()}
        self.new, self.ids = [], []  # rows, and the actions that they have become
        self.copy = OTHER_COPY

    def file(self, exported):
        baseline = {one.id: Baseline(1, fields(one.plan)) for one in exported}
        known = [KnownRow(id_, Place("Plan", 5 + n), dict(said)) for n, (id_, said) in enumerate(self.known.items())]
        new = [
            NewRow(Place("Plan", 50 + n), Plan(said["title"], aims=plan_of(said).aims), typed(said), (said["title"],))
            for n, said in enumerate(self.new)
        ]
        return ReturnedPlan("x", "2026-11-22", baseline, tuple(known), tuple(new))


def typed(said):
    return {name: said[name] for name in ("owner", "note") if said[name]}


class Copies(RuleBasedStateMachine):
    """Everybody writes something of their own, so that no two copies come to say the same by chance."""

    @initialize(number=st.integers(1, 3))
    def export(self, number):
        self.hall, self.words = Hall(), 0
        for n in range(number):
            self.hall.add(replace(PLAN, title=f"Åtgärd {n}", aims={ITEMS[n]: 3}))
        self.exported = list(self.hall.actions)
        self.papers = {name: Paper(self.exported) for name in COPIES}

    def word(self, who):
        self.words += 1
        return f"{who}{self.words}"

    @rule(who=st.sampled_from(COPIES), number=st.integers(0, 2), name=st.sampled_from(TEXTS), back=st.booleans())
    def edit_a_row(self, who, number, name, back):
        paper = self.papers[who]
        one = self.exported[number % len(self.exported)]
        paper.known[one.id][name] = written(one.plan, name) if back else self.word(who)

    @rule(who=st.sampled_from(COPIES), item=st.sampled_from(ITEMS))
    def write_a_new_row(self, who, item):
        paper = self.papers[who]
        paper.new.append(fields(Plan(self.word(who), aims={item: 3})))
        paper.ids.append(None)

    @precondition(lambda self: any(paper.new for paper in self.papers.values()))
    @rule(who=st.sampled_from(COPIES), number=st.integers(0, 5), name=st.sampled_from(TEXTS))
    def edit_a_new_row(self, who, number, name):
        paper = self.papers[who]
        if paper.new:
            paper.new[number % len(paper.new)][name] = self.word(who)

    @rule(number=st.integers(0, 5), name=st.sampled_from(("owner", "note")))
    def change_in_rustad(self, number, name):
        one = self.hall.actions[number % len(self.hall.actions)]
        self.hall.change(one.id, plan_of(fields(one.plan) | {name: self.word("R")}))

    @rule(who=st.sampled_from(COPIES), data=st.data())
    def read_in(self, who, data):
        paper = self.papers[who]
        file = paper.file(self.exported)
        asked = unclear(file, self.hall.actions, self.hall.found(file))
        proposal = self.hall.proposal(file, paper.copy if asked else None)
        assert self.told(proposal) == self.expected(paper)
        settled = {row.key: data.draw(st.sampled_from(row.in_file)) for row in proposal.of(RowKind.CONFLICTING)}
        chosen = {key: value for key, value in (proposal.ready | settled).items() if data.draw(st.integers(0, 4))}
        if chosen:
            paper.copy, became = self.hall.apply(proposal, chosen)
            for number, action_id in became.items():
                if paper.ids[number] is None:
                    paper.agreed[action_id] = fields(Plan("")) | {"title": paper.new[number]["title"], "aims": ""}
                paper.ids[number] = action_id
            self.agree(paper)

    def rows(self, paper):
        """What the paper says, by action."""
        return paper.known | {id_: said for id_, said in zip(paper.ids, paper.new, strict=True) if id_ is not None}

    def agree(self, paper):
        now = {one.id: fields(one.plan) for one in self.hall.actions}
        for id_, said in self.rows(paper).items():
            for name in PLANNED:
                if said[name] == now[id_][name]:
                    paper.agreed[id_][name] = said[name]

    def expected(self, paper):
        now = {one.id: fields(one.plan) for one in self.hall.actions}
        found = set()
        for id_, said in self.rows(paper).items():
            for name in PLANNED:
                base = paper.agreed[id_][name]
                if said[name] not in (base, now[id_][name]):
                    kind = RowKind.CHANGED if now[id_][name] == base else RowKind.CONFLICTING
                    found.add((kind, f"{id_}:{name}", said[name]))
        waiting = [said["title"] for id_, said in zip(paper.ids, paper.new, strict=True) if id_ is None]
        return found | {(RowKind.ADDED, title, "") for title in waiting}

    def told(self, proposal):
        return {(row.kind, row.title if row.plan else row.key, *(row.in_file or ("",))) for row in proposal.rows}

    @invariant()
    def nothing_is_doubled(self):
        ids = [id_ for paper in getattr(self, "papers", {}).values() for id_ in paper.ids if id_ is not None]
        assert len(ids) == len(set(ids))


Copies.TestCase.settings = settings(max_examples=150, stateful_step_count=25, deadline=None)
TestCopies = Copies.TestCase
