"""The questions that the answers raise: the heading, and each answer in words."""

from typing import Final

import pandas as pd

from assessment.domain.consistency import RaisedQuestion, raised_questions
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult
from assessment.reporting.columns import frame_of
from assessment.reporting.headings import OWN
from assessment.texts import labels
from assessment.texts.language import Language

KEYS: Final = ("ask", "because")


def raised(report: AssessmentReport) -> tuple[RaisedQuestion, ...]:
    """The questions that this assessment's answers raise, in the checklist's order."""
    return raised_questions(report.checklist.consistency, report.results)


def raised_finding(questions: int, language: Language) -> str:
    """*Svaren väcker tre frågor*. `questions` is at least one."""
    return language.plural("The answers raise one question", "The answers raise {word} questions", questions)


def raised_reading(language: Language) -> str:
    """What the questions are, and what they are not."""
    return language.text(
        "The answers may well be right. The questions are there to be talked about; they change no level."
    )


def level_words(result: ItemResult, language: Language) -> str:
    """*Nivå 3*, or the state of an item without a level."""
    if result.level is None:
        return language.text(labels.ITEM_STATE[result.state])
    return language.text("Level {level}", level=result.level)


def raised_frame(report: AssessmentReport, language: Language) -> pd.DataFrame:
    """A row for each question: what to ask, and the answers that raise it."""
    rows = [
        {
            "ask": language.of(one.asked.question),
            "because": "\n".join(
                f"{result.item.id} {level_words(result, language)}: {language.of(result.item.question)}"
                for result in one.results
            ),
        }
        for one in raised(report)
    ]
    frame = frame_of(rows, KEYS)
    frame.attrs[OWN] = {"ask": language.text("Question to ask yourselves"), "because": language.text("Raised by")}
    return frame
