"""Members read: the buttons that would only be refused are not shown to them.

The services refuse whatever the screen shows; this is for calm. One list, because the screens belong to many hands.
"""

from typing import Final

from assessment.domain.viewer import Viewer

KEYS: Final = (  # of widgets that change something, by how their keys begin
    *("do-new", "again-", "rename-", "delete-", "example-", "do-add-", "add-", "edit-", "change-", "lean-", "restore-"),
    *("put-all-back", "excel-in", "do-adopt", "adopt-", "noprint-regroup", "begin-way-", "supersede"),
    *("group-", "do-begin", "org-name-", "organisation-first", "register-start"),
)


def reader_sheet(viewer: Viewer) -> str:
    """A style element for those who may not change what others have made; empty for those who may."""
    if viewer.may_steward:
        return ""
    chosen = ",".join(f'[class*="st-key-{key}"]' for key in KEYS)
    return f"<style>{chosen}{{display:none!important}}</style>"
