"""Start: where the assessment stands in each of the four steps, what to do next, and all assessments."""

from assessment.services import assessments, reports
from assessment.ui.assessment_list import assessment_list
from assessment.ui.page import page
from assessment.ui.start_summary import start_summary
from assessment.ui.welcome import welcome

here = page()
summaries = assessments.summaries(here.engine, here.viewer)
if not summaries:
    welcome(here)
else:
    shown = here.assessment_id or summaries[0].assessment.id
    start_summary(here, reports.report(here.engine, here.viewer, shown))
    assessment_list(here, summaries)
