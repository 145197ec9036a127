"""Reads what is known beforehand about governing documents."""

from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from assessment.domain.checklist import Wording
from assessment.domain.document import DocumentLevel
from assessment.domain.document_guide import DocumentGuide, Expectation
from assessment.settings import ROOT
from assessment.storage.checklist_schema import Identifier, Part, Sentence, SourcePart

GUIDE = ROOT / "data" / "steps" / "documents.yaml"


class LevelWords(Part):
    asks: Sentence
    example: Sentence


class LevelPart(Part):
    level: DocumentLevel
    sv: LevelWords
    en: LevelWords


class ExpectationPart(Part):
    item: Identifier
    levels: tuple[DocumentLevel, ...]


class GuidePart(Part):
    checklist: Identifier
    levels: tuple[LevelPart, ...]
    expects: tuple[ExpectationPart, ...]
    source: SourcePart


@cache
def read_guide(path: Path = GUIDE) -> DocumentGuide:
    """The guide that comes with the program. It is tested, so a fault in it is a bug."""
    part = GuidePart.model_validate(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))
    return DocumentGuide(
        asks={one.level: Wording(one.sv.asks, one.en.asks) for one in part.levels},
        examples={one.level: Wording(one.sv.example, one.en.example) for one in part.levels},
        expectations=tuple(Expectation(one.item, one.levels) for one in part.expects),
        source=part.source.source(),
    )
