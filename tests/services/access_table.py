"""Who may do what: every public function of the services, and how it is called.

The letters: A administrator, F facilitator, M member, P participant for the own response, S the program itself. The
rows without letters are asked of nobody: `CREDENTIAL` takes a token or code, which is the right; `INSIDE` works within
another function's transaction or for other services; `START` comes before there is anybody; `FACTS` come with the
program.
"""

from datetime import date

from assessment.domain.action import Plan
from assessment.domain.activity import ActivityFacts
from assessment.domain.checklist import Scope
from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.domain.response import rated
from assessment.domain.viewer import ADMINISTRATOR, ViewerKind
from assessment.services import (
    actions,
    assessments,
    attendance,
    checklist_files,
    checklists,
    comparisons,
    copies,
    demo,
    documents,
    entries,
    erasure,
    forms,
    four_steps,
    health,
    join_codes,
    kept_copies,
    messages,
    organisations,
    participants,
    personal_links,
    plan_copies,
    plan_files,
    records,
    registers,
    reports,
    responses,
    room,
    route_plans,
    row_orders,
    sign_in,
    standings,
    step_evidence,
    steps,
    subjects,
    ways,
    workshops,
    year_wheels,
)
from assessment.services.copy_plan import CopyPlan
from assessment.services.documents import DOCUMENTS
from assessment.services.registers import ACTIVITIES
from assessment.services.responses import ResponseText
from assessment.settings import Settings
from assessment.storage.database import driver_url
from tests.checklist_builders import OWN, small_file
from tests.services.access_world import DAY
from tests.services.test_forms import filled

CREDENTIAL, INSIDE, START, FACTS = "token or code", "inside", "start", "facts"
TODAY = date(2026, 11, 22)


def own(w, viewer):
    """The participant whose responses this viewer tries to get at: her own, else Ben's."""
    return w.mia if viewer.kind is ViewerKind.MEMBER else w.ben


def mine(w, viewer):
    return {"participant_id": own(w, viewer).id, "item_id": "POL-01"}


def form(w, viewer):
    return filled(w.assessment, participant_id=own(w, viewer).id)


def address(w):
    return f"sqlite:///{w.database}"


def plan(w):
    return CopyPlan(driver_url(address(w)), w.scratch / "kopior", None, 5)


def v(thing):
    return {"version": thing.version}


TABLE = {
    "access_settings.must_belong_together": (START, None),
    "access_settings.cookie_secret": (START, None),
    "access_settings.public_host": (START, None),
    "access_settings.behind_https": (START, None),
    "actions.of_assessment": ("AFM", lambda e, x, w: actions.of_assessment(e, x, w.assessment.id)),
    "actions.action": ("AFM", lambda e, x, w: actions.action(e, x, w.two.id)),
    "actions.history": ("AFM", lambda e, x, w: actions.history(e, x, w.two.id)),
    "actions.add": ("AF", lambda e, x, w: actions.add(e, x, w.assessment.id, Plan("Ny", aims={"POL-01": 4}))),
    "actions.change": (
        "AF",
        lambda e, x, w: actions.change(e, x, w.two.id, **v(w.two), plan=Plan("Ny", aims={"POL-01": 4})),
    ),
    "actions.split": ("AF", lambda e, x, w: actions.split(e, x, w.two.id, **v(w.two), item_ids=["POL-01"])),
    "actions.remove": ("AF", lambda e, x, w: actions.remove(e, x, w.two.id, **v(w.two))),
    "actions.restore": ("AF", lambda e, x, w: actions.restore(e, x, w.removed.id, **v(w.removed))),
    "actions.must_fit": (INSIDE, None),
    "actions.write_new": (INSIDE, None),
    "actions.write_changed": (INSIDE, None),
    "actions.write_removed": (INSIDE, None),
    "admission.let_in": (CREDENTIAL, None),
    "assessments.start": (
        "AF",
        lambda e, x, w: assessments.start(e, x, name="Ny", organisation_type="kommun", scope=Scope.QUICK),
    ),
    "assessments.summaries": ("AFM", lambda e, x, w: assessments.summaries(e, x)),
    "assessments.opened": ("AFM", lambda e, x, w: assessments.opened(e, x, w.assessment.id)),
    "assessments.revision": ("AFM", lambda e, x, w: assessments.revision(e, x, w.assessment.id)),
    "assessments.rename": ("AF", lambda e, x, w: assessments.rename(e, x, w.assessment.id, name="B", organisation="")),
    "assessments.set_target": (
        "AF",
        lambda e, x, w: assessments.set_target(e, x, w.assessment.id, part="TID-01", level=2),
    ),
    "assessments.remove": ("AF", lambda e, x, w: assessments.remove(e, x, w.assessment.id)),
    "attendance.door": ("S", lambda e, x, w: attendance.door(e, x, w.voted.id)),
    "attendance.join": ("S", lambda e, x, w: attendance.join(e, x, w.voted.id, roles=["inkop"])),
    "attendance.seat": (CREDENTIAL, None),
    "attendance.place": (CREDENTIAL, None),
    "attendance.own_saved": ("S", lambda e, x, w: attendance.own_saved(e, x, w.voted.id, w.round_id, [w.ben.id])),
    "attendance.own_ballots": ("S", lambda e, x, w: attendance.own_ballots(e, x, w.voted.id, w.round_id)),
    "attendance.versions": ("S", lambda e, x, w: attendance.versions(e, x, [w.voted.id])),
    "attendance.digest": (INSIDE, None),
    "ballots.cast": (CREDENTIAL, None),
    "checklist_files.validated": (FACTS, None),
    "checklist_files.exported": ("AFM", lambda e, x, w: checklist_files.exported(e, x)),
    "checklist_files.look_through": (
        "AF",
        lambda e, x, w: checklist_files.look_through(e, x, small_file(), file="c.yaml"),
    ),
    "checklist_files.add_own_item": ("AF", lambda e, x, w: checklist_files.add_own_item(e, x, 1, OWN)),
    "checklists.install": ("AF", lambda e, x, w: checklists.install(e, x)),
    "checklists.bring_in": ("AF", lambda e, x, w: checklists.bring_in(e, x, small_file(), file="c.yaml")),
    "checklists.stored": (INSIDE, None),
    "checklists.same_version": (INSIDE, None),
    "checklists.newest": ("AFM", lambda e, x, w: checklists.newest(e, x)),
    "checklists.versions": ("AF", lambda e, x, w: checklists.versions(e, x)),
    "checklists.offer": ("AF", lambda e, x, w: checklists.offer(e, x, 1)),
    "checklists.retire": ("AF", lambda e, x, w: retired(e, x)),
    "clock.now": (FACTS, None),
    "comparisons.over_time": (
        "AFM",
        lambda e, x, w: comparisons.over_time(e, x, [w.assessment.id, w.elsewhere.id], today=TODAY),
    ),
    "comparisons.side_by_side": ("AFM", lambda e, x, w: comparisons.side_by_side(e, x, [w.assessment.id])),
    "components.components": (FACTS, None),
    "copies.back_up": ("A", lambda e, x, w: copies.back_up(address(w), x, w.scratch / "copy.db")),
    "copies.write_copy": (INSIDE, None),
    "copies.move": ("A", lambda e, x, w: copies.move(address(w), x, f"sqlite:///{w.scratch}/moved.db")),
    "copies.restore": ("A", lambda e, x, w: restored(x, w)),
    "copy_plan.copy_plan": (START, None),
    "demo.load": ("AF", lambda e, x, w: demo.load(e, x)),
    "document_example.add_missing": (INSIDE, None),
    "documents.of_assessment": ("AFM", lambda e, x, w: documents.of_assessment(e, x, w.assessment.id)),
    "documents.overview": ("AFM", lambda e, x, w: documents.overview(e, x, w.organisation.id)),
    "documents.by_item": ("AFM", lambda e, x, w: documents.by_item(e, x, w.assessment.id)),
    "documents.guide": (FACTS, None),
    "documents.read": (INSIDE, None),
    "entries.entry": ("AFM", lambda e, x, w: entries.entry(e, x, DOCUMENTS, w.document.id)),
    "entries.history": ("AFM", lambda e, x, w: entries.history(e, x, w.document.id)),
    "entries.add": ("AF", lambda e, x, w: entries.add(e, x, ACTIVITIES, w.organisation.id, ActivityFacts("Ny"))),
    "entries.change": (
        "AF",
        lambda e, x, w: entries.change(
            e, x, DOCUMENTS, w.document.id, **v(w.document), facts=DocumentFacts("Ny", DocumentLevel.PLAN)
        ),
    ),
    "entries.archive": ("AF", lambda e, x, w: entries.archive(e, x, DOCUMENTS, w.document.id, **v(w.document))),
    "entries.restore": ("AF", lambda e, x, w: entries.restore(e, x, DOCUMENTS, w.gone.id, **v(w.gone))),
    "entries.write_new": (INSIDE, None),
    "erasure.known": ("A", lambda e, x, w: erasure.known(e, x, w.assessment.id)),
    "erasure.traces": ("A", lambda e, x, w: erasure.traces(e, x, w.ben.id)),
    "erasure.erase": ("A", lambda e, x, w: erasure.erase(e, x, w.ben.id)),
    "file_health.content_problems": (INSIDE, None),
    "file_health.folder_problem": (INSIDE, None),
    "file_health.space_problem": (INSIDE, None),
    "forms.basis": ("AFMP", lambda e, x, w: forms.basis(e, x, w.assessment.id, participant_id=own(w, x).id)),
    "forms.proposed": ("AFMP", lambda e, x, w: forms.proposed(e, x, form(w, x))),
    "forms.apply": ("AFMP", lambda e, x, w: forms.apply(e, x, form(w, x))),
    "four_steps.whole": ("AFM", lambda e, x, w: four_steps.whole(e, x, w.assessment.id)),
    "four_steps.four_steps": ("AFM", lambda e, x, w: four_steps.four_steps(e, x, w.organisation.id)),
    "health.checks": ("A", lambda e, x, w: list(health.checks(Settings(database_url=address(w)), x))),
    "house.open_house": (START, None),
    "house.house": (START, None),
    "join_codes.join_code_of": ("AF", lambda e, x, w: join_codes.join_code_of(e, x, w.lobby.id)),
    "join_codes.renew": ("AF", lambda e, x, w: join_codes.renew(e, x, w.lobby.id)),
    "join_codes.free_code_number": (INSIDE, None),
    "join_codes.workshop_with": (CREDENTIAL, None),
    "join_codes.ever_had": (CREDENTIAL, None),
    "join_codes.code_of": (INSIDE, None),
    "kept_copies.listed": ("A", lambda e, x, w: kept_copies.listed(plan(w), x)),
    "kept_copies.content": ("A", lambda e, x, w: kept_copies.content(plan(w), x, copied(w))),
    "kept_copies.make": ("A", lambda e, x, w: kept_copies.make(plan(w), x)),
    "kept_copies.make_if_due": ("S", lambda e, x, w: kept_copies.make_if_due(plan(w), x)),
    "kept_copies.failure": ("A", lambda e, x, w: kept_copies.failure(plan(w), x)),
    "kept_copies.behind": (START, None),
    "kept_copies.broken": (INSIDE, None),
    "kept_copies.confirmed_at": (INSIDE, None),
    "kept_copies.newest_copy": (INSIDE, None),
    "message_example.add_missing": (INSIDE, None),
    "messages.overview": ("AFM", lambda e, x, w: messages.overview(e, x, w.organisation.id)),
    "messages.read": (INSIDE, None),
    "messages.bases": ("AFM", lambda e, x, w: messages.bases(e, x, w.organisation.id)),
    "organisations.known": ("AFM", lambda e, x, w: organisations.known(e, x)),
    "organisations.organisation": ("AFM", lambda e, x, w: organisations.organisation(e, x, w.organisation.id)),
    "organisations.called": ("AFM", lambda e, x, w: organisations.called(e, x, "Ekviks kommun")),
    "organisations.of_assessment": ("AFM", lambda e, x, w: organisations.of_assessment(e, x, w.assessment.id)),
    "organisations.empty": ("AFM", lambda e, x, w: organisations.empty(e, x, w.nothing.id)),
    "organisations.remove": ("AF", lambda e, x, w: organisations.remove(e, x, w.nothing.id)),
    "organisations.start": ("AF", lambda e, x, w: organisations.start(e, x, name="Nytt", kind="kommun")),
    "organisations.rename": ("AF", lambda e, x, w: organisations.rename(e, x, w.organisation.id, name="Nytt")),
    "organisations.find": (INSIDE, None),
    "organisations.ensure": (INSIDE, None),
    "own_answers.must_answer_as": (INSIDE, None),
    "own_answers.own_participant": (INSIDE, None),
    "own_answers.must_take_part": (INSIDE, None),
    "participants.join": ("AFM", lambda e, x, w: participants.join(e, x, w.elsewhere.id, roles=["inkop"])),
    "participants.progress": ("AFM", lambda e, x, w: participants.progress(e, x, w.assessment.id)),
    "participants.change_roles": (
        "AFMP",
        lambda e, x, w: participants.change_roles(e, x, own(w, x).id, roles=["beredskap"], name="Ny"),
    ),
    "participants.checked_roles": (INSIDE, None),
    "personal_links.make": ("AF", lambda e, x, w: personal_links.make(e, x, w.ben.id)),
    "personal_links.of_assessment": ("AF", lambda e, x, w: personal_links.of_assessment(e, x, w.assessment.id)),
    "personal_links.withdraw": ("AF", lambda e, x, w: personal_links.withdraw(e, x, w.ben.id)),
    "personal_links.come_by": (CREDENTIAL, None),
    "personal_links.holder": (CREDENTIAL, None),
    "phone_door.network_addresses": (FACTS, None),
    "plan_copies.unclear_copies": ("AF", lambda e, x, w: plan_copies.unclear_copies(e, x, w.file)),
    "plan_copies.read_copies": (INSIDE, None),
    "plan_copies.remember": (INSIDE, None),
    "plan_copies.forget": (INSIDE, None),
    "plan_files.subject": ("AF", lambda e, x, w: plan_files.subject(e, x, w.assessment.id)),
    "plan_files.propose": ("AF", lambda e, x, w: plan_files.propose(e, x, w.assessment.id, w.file)),
    "plan_files.apply": ("AF", lambda e, x, w: plan_files.apply(e, x, w.proposal, w.proposal.ready)),
    "plan_files.undo": ("AF", lambda e, x, w: plan_files.undo(e, x, w.batch)),
    "plan_files.batches": ("AF", lambda e, x, w: plan_files.batches(e, x, w.assessment.id)),
    "plan_files.held_batches": (INSIDE, None),
    "presence_news.everywhere": (INSIDE, None),
    "records.workshop_record": ("AFM", lambda e, x, w: records.workshop_record(e, x, w.voted.id)),
    "records.of_assessment": ("AFM", lambda e, x, w: records.of_assessment(e, x, w.assessment.id)),
    "records.held": (INSIDE, None),
    "register_example.add_missing": (INSIDE, None),
    "registers.register": ("AFM", lambda e, x, w: registers.register(e, x, w.organisation.id)),
    "registers.of_assessment": ("AFM", lambda e, x, w: registers.of_assessment(e, x, w.assessment.id)),
    "registers.read": (INSIDE, None),
    "reports.report": ("AFM", lambda e, x, w: reports.report(e, x, w.assessment.id)),
    "reports.as_told_to": (INSIDE, None),
    "reports.read_report": (INSIDE, None),
    "responses.sheet": (
        "AFMP",
        lambda e, x, w: responses.sheet(e, x, assessment_id=w.assessment.id, participant_id=own(w, x).id),
    ),
    "responses.answer": ("AFMP", lambda e, x, w: responses.answer(e, x, **mine(w, x), answer=rated(3))),
    "responses.confirm": ("AFMP", lambda e, x, w: responses.confirm(e, x, **mine(w, x))),
    "responses.clear": ("AFMP", lambda e, x, w: responses.clear(e, x, **mine(w, x))),
    "responses.write": (
        "AFMP",
        lambda e, x, w: responses.write(e, x, **mine(w, x), which=ResponseText.COMMENT, text="Nytt"),
    ),
    "room.room": ("AFM", lambda e, x, w: room.room(e, x, w.voted.id)),
    "room.progress": ("AFM", lambda e, x, w: room.progress(e, x, w.voted.id)),
    "route_plans.adopt": (
        "AF",
        lambda e, x, w: route_plans.adopt(e, x, w.assessment.id, [Plan("Ny", aims={"TID-01": 2})]),
    ),
    "route_plans.latest": ("AF", lambda e, x, w: route_plans.latest(e, x, w.assessment.id)),
    "row_orders.move": ("AF", lambda e, x, w: row_orders.move(e, x, w.assessment.id, "POL-01", below=None, version=0)),
    "row_orders.put_back": ("AF", lambda e, x, w: row_orders.put_back(e, x, w.assessment.id, "POL-01", version=0)),
    "row_orders.put_all_back": ("AF", lambda e, x, w: row_orders.put_all_back(e, x, w.assessment.id, version=0)),
    "server_secret.server_secret": (INSIDE, None),
    "sign_in.arrived": (CREDENTIAL, None),
    "sign_in.viewer_of": (CREDENTIAL, None),
    "sign_in.holds": (CREDENTIAL, None),
    "sign_in.holds_without_asking": (CREDENTIAL, None),
    "sign_in_marks.marks_of": (INSIDE, None),
    "sign_in.sign_out": (CREDENTIAL, None),
    "sign_in.sign_everybody_out": ("A", lambda e, x, w: sign_in.sign_everybody_out(e, x)),
    "standings.of_assessment": ("AFM", lambda e, x, w: standings.of_assessment(e, x, w.assessment.id)),
    "step_evidence.places": (FACTS, None),
    "step_evidence.places_of": (FACTS, None),
    "step_evidence.sources": ("AFM", lambda e, x, w: step_evidence.sources(e, x, "analysera")),
    "step_evidence.examples": (FACTS, None),
    "step_evidence.of_item": ("AFM", lambda e, x, w: step_evidence.of_item(e, x, w.assessment.id, "POL-01")),
    "steps.open_vote": ("AF", lambda e, x, w: steps.open_vote(e, x, w.lobby.id, **v(w.lobby), item_id="POL-01")),
    "steps.reveal": ("AF", lambda e, x, w: steps.reveal(e, x, w.voted.id, **v(w.voted))),
    "steps.show_answers": ("AF", lambda e, x, w: steps.show_answers(e, x, w.lobby.id, **v(w.lobby), item_id="POL-01")),
    "steps.count_hands": (
        "AF",
        lambda e, x, w: steps.count_hands(
            e, x, w.lobby.id, **v(w.lobby), item_id="POL-01", counts=(1, 0, 0, 0, 0, 0, 0)
        ),
    ),
    "steps.settle": ("AF", lambda e, x, w: steps.settle(e, x, w.lobby.id, **v(w.lobby), item_id="POL-01", level=2)),
    "steps.skip": ("AF", lambda e, x, w: steps.skip(e, x, w.lobby.id, **v(w.lobby), item_id="POL-01")),
    "steps.close": ("AF", lambda e, x, w: steps.close(e, x, w.lobby.id, **v(w.lobby))),
    "steps.undo": ("AF", lambda e, x, w: steps.undo(e, x, w.voted.id, **v(w.voted))),
    "subjects.all_histories": ("AFM", lambda e, x, w: subjects.all_histories(e, x)),
    "subjects.regroup": ("AF", lambda e, x, w: subjects.regroup(e, x, [w.assessment.id], subject="Annat")),
    "way_example.add_missing": (INSIDE, None),
    "ways.guide": (FACTS, None),
    "ways.board": ("AFM", lambda e, x, w: ways.board(e, x, w.organisation.id)),
    "ways.with_activity": ("AFM", lambda e, x, w: ways.with_activity(e, x, w.record.id)),
    "ways.begin": ("AF", lambda e, x, w: ways.begin(e, x, w.free.id)),
    "ways.supersede": ("AF", lambda e, x, w: ways.supersede(e, x, w.signed.id)),
    "ways.sign": (
        "AF",
        lambda e, x, w: ways.sign(e, x, w.record.id, **v(w.record), name="Eva", role="Chef", on=DAY),
    ),
    "ways.from_register": (INSIDE, None),
    "workshops.prepare": ("AF", lambda e, x, w: workshops.prepare(e, x, w.assessment.id)),
    "workshops.of_assessment": ("AFM", lambda e, x, w: workshops.of_assessment(e, x, w.assessment.id)),
    "workshops.let_phones_in": ("AF", lambda e, x, w: workshops.let_phones_in(e, x, w.lobby.id, allowed=True)),
    "workshops.phones_wanted": ("AFS", lambda e, x, w: workshops.phones_wanted(e, x)),
    "year_wheels.year_wheel": ("AFM", lambda e, x, w: year_wheels.year_wheel(e, x, w.organisation.id)),
    "year_wheels.read": (INSIDE, None),
}


def copied(w):
    """The name of a copy that is there."""
    return kept_copies.make(plan(w), ADMINISTRATOR).name


def retired(engine, viewer):
    """One of two versions that are offered, where the viewer may bring the second one in."""
    if viewer.may_steward:
        checklist_files.add_own_item(engine, viewer, 1, OWN)
        checklists.offer(engine, viewer, 1)
    checklists.retire(engine, viewer, 1)


def restored(viewer, w):
    """The database put back from a copy of itself."""
    copy = w.scratch / "before.db"
    copies.back_up(address(w), ADMINISTRATOR, copy)
    return copies.restore(address(w), viewer, copy)
