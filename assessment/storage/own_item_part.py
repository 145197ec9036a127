"""Puts an organisation's own question into a checklist, as the next version of it."""

from assessment.domain.checklist import EVERY_ORGANISATION, Basis, Wording
from assessment.domain.own_item import OwnItem
from assessment.storage.checklist_schema import ChecklistPart, ItemPart, ItemWording

FRESH_MONTHS = 24


def with_own_item(part: ChecklistPart, own: OwnItem, *, item_id: str, version: str) -> ChecklistPart:
    """The question comes last in its dimension."""
    added = ItemPart(
        id=item_id,
        step=own.step,
        roles=[role.id for role in part.roles],
        applies_to=[EVERY_ORGANISATION],
        core=own.core,
        effort=own.effort,
        basis=[Basis.JUDGEMENT],
        depends_on=[],
        fresh_months=FRESH_MONTHS,
        sv=_words(own, "sv"),
        en=_words(own, "en"),
        source=[],
    )
    items = list(part.items)
    places = [place for place, item in enumerate(items, start=1) if item.dimension == own.dimension]
    items.insert(places[-1] if places else len(items), added)
    return part.model_copy(update={"version": version, "items": items})


def _words(own: OwnItem, code: str) -> ItemWording:
    def said(wording: Wording) -> str:
        return wording.in_(code)

    return ItemWording(
        question=said(own.question),
        levels=[said(level) for level in own.levels],
        evidence=said(own.evidence),
        action=said(own.action),
    )
