"""Writes a stored checklist as a file that `checklist_file` reads back as the same."""

from io import StringIO

from ruamel.yaml import YAML

from assessment.storage.checklist_schema import ChecklistPart

WIDTH = 120


def checklist_text(content: str) -> str:
    """The YAML of a checklist as it is stored."""
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.width = WIDTH
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    text = StringIO()
    yaml.dump(ChecklistPart.from_stored(content).model_dump(mode="json"), text)
    return text.getvalue()
