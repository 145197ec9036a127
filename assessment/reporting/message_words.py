"""What the messages say together, as headings and lines. Only what is registered can be told."""

from typing import Final

from assessment.domain.kind import Kind
from assessment.domain.message import Lack, MessageFacts
from assessment.domain.message_overview import Basis, MessageOverview
from assessment.reporting.findings import capital
from assessment.texts import message_labels
from assessment.texts.language import Language

LEDE_LINES: Final = 2
LANDING: Final = (Lack.LATE, Lack.NOT_LANDED, Lack.PARTLY_LANDED, Lack.NOT_CHECKED)  # told with the days


def messages_finding(overview: MessageOverview, language: Language) -> str:
    """In how many target groups everything has been seen to land."""
    groups, reached = len(overview.by_group), len(overview.reached)
    if not groups:
        return language.text("No message to a target group is registered yet")
    if reached == groups:
        return language.plural(
            "What is registered has been seen to land in the one target group",
            "What is registered has been seen to land in all {word} target groups",
            groups,
        )
    if not reached:
        return language.plural(
            "Nobody has seen the message land in the target group yet",
            "Nobody has seen the whole message land in any of the {word} target groups yet",
            groups,
        )
    return language.plural(
        "The message has been seen to land in one of {groups} target groups",
        "The message has been seen to land in {word} of {groups} target groups",
        reached,
        groups=language.word(groups),
    )


def messages_lede(overview: MessageOverview, language: Language) -> str:
    """What needs doing, the most pressing first; at most two sentences."""
    told = []
    if overview.late:
        told.append(
            language.plural(
                "one message should have been sent by now",
                "{word} messages should have been sent by now",
                len(overview.late),
            )
        )
    if overview.missed:
        told.append(
            language.plural(
                "one message has not landed, or only in part",
                "{word} messages have not landed, or only in part",
                len(overview.missed),
            )
        )
    if overview.unchecked:
        told.append(
            language.plural(
                "one message is sent, and nobody has looked whether it has landed",
                "{word} messages are sent, and nobody has looked whether they have landed",
                len(overview.unchecked),
            )
        )
    bare = overview.lacking(Lack.NO_TEXT, Lack.NO_CHANGE, Lack.NO_SENDER)
    if bare:
        told.append(
            language.plural(
                "one message lacks words, a sender or what the group does differently",
                "{word} messages lack words, a sender or what the group does differently",
                len(bare),
            )
        )
    return " ".join(f"{capital(one)}." for one in told[:LEDE_LINES])


def state(facts: MessageFacts, overview: MessageOverview, language: Language) -> str:
    """*Skickat 3 november 2026. Det har nått fram, sett den 20 november 2026.*"""
    today = overview.today
    if not facts.sent(today):
        day = facts.goes_out(today)
        if day is None:
            return language.text("No day is stated for sending it.")
        if facts.late(today):
            return language.text("Should have been sent {day}.", day=language.date(day))
        return language.text("To be sent {day}.", day=language.date(day))
    assert facts.sent_on is not None, "it is sent"
    sent = language.text("Sent {day}.", day=language.date(facts.sent_on))
    return f"{sent} {landing(facts, language)}"


def landing(facts: MessageFacts, language: Language) -> str:
    """Whether a message that is sent was seen to land, when and how."""
    if facts.landed is None or not facts.landed.seen:
        return language.text("Nobody has looked whether it has landed.")
    told = language.text(message_labels.LANDED[facts.landed])
    if facts.seen_on:
        told = language.text("{landed}, seen {day}", landed=told, day=language.date(facts.seen_on))
    return f"{told}: {facts.seen_how}" if facts.seen_how else f"{told}."


def missing(facts: MessageFacts, overview: MessageOverview, language: Language) -> str:
    """*Saknas: avsändare och kanal*; what the days say is told by `state`. Empty when nothing is missing."""
    lacks = [one for one in facts.lacks(overview.today) if one not in LANDING and one is not Lack.NO_DAY]
    if not lacks:
        return ""
    names = language.listed([language.text(message_labels.LACK[one]) for one in lacks])
    return language.text("Missing: {names}.", names=names)


def restricted(facts: MessageFacts, language: Language) -> str:
    """Where the restricted part is kept and who may see it; empty when nothing is said about it."""
    where, who = facts.restricted_where, facts.restricted_who
    if where and who:
        return language.text("A restricted part is kept: {where}. May be seen by: {who}.", where=where, who=who)
    if where:
        return language.text("A restricted part is kept: {where}. Not said who may see it.", where=where)
    if who:
        return language.text("A restricted part may be seen by: {who}. Not said where it is kept.", who=who)
    return ""


def basis_words(basis: Basis, language: Language) -> str:
    """*beslutet om Dricksvatten*, or just the name of an activity or a document."""
    if basis.kind is Kind.RECORD:
        return language.text("the decision on {name}", name=basis.name)
    return language.text("the action {name}", name=basis.name) if basis.kind is Kind.ACTION else basis.name


def basis_names(facts: MessageFacts, overview: MessageOverview, language: Language) -> list[str]:
    """The names of what the message builds on, in the order of the alphabet. What is gone has none."""
    return sorted(basis_words(overview.bases[one], language) for one in facts.basis if one in overview.bases)
