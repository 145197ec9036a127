"""All SQL. Functions take and return domain objects; rows stay here."""

from assessment.storage.repository.assessment_rows import (
    add_assessment,
    assessment,
    latest_organisation,
    remove_assessment,
    rename,
    revision,
    summaries,
    touch,
    touch_by_participant,
)
from assessment.storage.repository.checklist_rows import (
    add_checklist,
    checklist,
    checklist_content,
    checklist_id,
    checklist_id_by_digest,
    latest_checklist_id,
)
from assessment.storage.repository.participant_rows import (
    add_participant,
    change_roles,
    participant,
    participants,
)
from assessment.storage.repository.response_rows import (
    response,
    responses,
    responses_of,
    save_response,
)
from assessment.storage.repository.target_rows import (
    agreed_levels,
    all_targets,
    set_target,
    targets,
    targets_from,
)

__all__ = [
    "add_assessment",
    "add_checklist",
    "add_participant",
    "agreed_levels",
    "all_targets",
    "assessment",
    "change_roles",
    "checklist",
    "checklist_content",
    "checklist_id",
    "checklist_id_by_digest",
    "latest_checklist_id",
    "latest_organisation",
    "participant",
    "participants",
    "remove_assessment",
    "rename",
    "response",
    "responses",
    "responses_of",
    "revision",
    "save_response",
    "set_target",
    "summaries",
    "targets",
    "targets_from",
    "touch",
    "touch_by_participant",
]
