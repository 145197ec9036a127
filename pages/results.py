"""Resultat: from how far, through how many and where, to who sees it differently. One page, because it is printed."""

from assessment.services import reports
from assessment.ui.assessment_choice import chosen_assessment
from assessment.ui.navigation import RESULTS
from assessment.ui.page import page
from assessment.ui.raised_list import raised_section
from assessment.ui.result_charts import result_charts
from assessment.ui.result_figures import distribution, extremes, profile, question_map
from assessment.ui.result_freshness import freshness_section
from assessment.ui.result_head import nothing_to_show, result_head
from assessment.ui.result_people import rests_on_one, settled, unknown
from assessment.ui.result_records import workshop_records
from assessment.ui.result_roles import disagreement
from assessment.ui.result_tipping import tipping_section
from assessment.ui.targets import targets_editor

here = page()
assessment_id = chosen_assessment(here, screen=RESULTS)
if assessment_id:
    report = reports.report(here.engine, here.viewer, assessment_id)
    if report.untouched:
        nothing_to_show(here, report)
    else:
        result_head(here, report)
        profile(here, report)
        distribution(here, report)
        question_map(here, report)
        extremes(here, report)
        raised_section(here, report)
        disagreement(here, report)
        settled(here, report)
        workshop_records(here, report)
        unknown(here, report)
        rests_on_one(here, report)
        tipping_section(here, report)
        freshness_section(here, report)
        result_charts(here, report)
        targets_editor(here, report)
