"""The register on paper: the picture first, then every activity and every delivery."""

from markupsafe import Markup
from sqlalchemy.engine import Engine
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assessment.domain.activity import ACTIVITY_FIELD, Activity
from assessment.domain.register import Register
from assessment.domain.viewer import Viewer
from assessment.reporting import register_findings as findings
from assessment.reporting.marks import register as marks
from assessment.reporting.marks.register_figures import register_figures
from assessment.reporting.register_frames import contract_frame, delivery_frame
from assessment.reporting.register_words import operation_words, outage_words, situation_words
from assessment.services import registers
from assessment.texts.language import Language
from assessment.web.paper import paper


def print_register(request: Request) -> HTMLResponse:
    """`/utskrift/verksamheter/{organisation_id}?lang=`. 404 with a sentence when the organisation is gone."""
    organisation_id = request.path_params["organisation_id"]

    def content(engine: Engine, viewer: Viewer, spoken: Language) -> dict[str, object]:
        return _content(registers.register(engine, viewer, organisation_id), spoken)

    return paper(request, "print_register.html", content)


def _content(register: Register, spoken: Language) -> dict[str, object]:
    return {
        "register": register,
        "name": register.organisation.name or spoken.text("Your organisation"),
        "foot": register.organisation.name,
        "day": spoken.date(register.today),
        "finding": findings.register_finding(register, spoken),
        "lede": findings.register_lede(register, spoken),
        "figures": Markup(register_figures(register, spoken)) if register.active else "",
        "matrix_finding": findings.matrix_finding(register, spoken),
        "matrix": Markup(marks.matrix(register, spoken)),
        "legend": Markup(marks.cover_legend([one.cover for one in register.meetings], spoken)),
        "shared_finding": findings.concentration_finding(register, spoken),
        "shared": Markup(marks.concentration_rows(register, spoken)) if register.concentrations else "",
        "time_finding": findings.timeline_finding(register, spoken),
        "timeline": Markup(marks.timeline(register, spoken)),
        "time_legend": Markup(marks.timeline_legend(register, spoken)),
        "contracts": contract_frame(register, spoken).to_dict("records"),
        "activities": [_activity(register, one, spoken) for one in register.active],
        "deliveries": delivery_frame(register, spoken).to_dict("records"),
    }


def _activity(register: Register, activity: Activity, spoken: Language) -> dict[str, object]:
    """What is stated about an activity; what is not stated is left out, but for those who are responsible."""
    facts = activity.facts
    roles = ("need_owner", "risk_owner", "procurement", "preparedness")
    days = {name: day for name in ("decided_on", "review_on") if (day := getattr(facts, name))}
    rows = {
        "function": facts.function,
        "volume": facts.volume,
        "situations": situation_words(activity, spoken),
        "operation": operation_words(activity, spoken) if facts.operation else "",
        **{name: getattr(facts, name) or spoken.text("Nobody named") for name in roles},
        **{name: spoken.date(day) for name, day in days.items()},
    }
    leans = [
        f"{one.delivery.facts.name} ({outage_words(one.outage, spoken)})" for one in register.meetings_of(activity)
    ]
    return {
        "name": facts.name,
        "why": facts.why,
        "rows": [(spoken.text(ACTIVITY_FIELD[name]), text) for name, text in rows.items() if text],
        "leans": spoken.listed(leans),
    }
