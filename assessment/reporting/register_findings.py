"""What the register shows, as headings and leading lines. Counts are facts; nothing more is claimed."""

from assessment.domain.register import Cover, Register, Turn
from assessment.texts.language import Language


def begun(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]


def register_finding(register: Register, language: Language) -> str:
    """The heading of the screen."""
    if not register.active:
        return language.text("Which activities must work?")
    if not register.meetings:
        return begun(
            language.plural("One activity is registered", "{word} activities are registered", len(register.active))
        )
    exposed = {one.activity.id for one in register.covered_as(Cover.UNCOVERED)}
    if exposed and len(register.active) == 1:
        return language.text("The activity has a gap in what it leans on")
    if exposed:
        told = language.plural(
            "{word} of {of} activities has a gap in what it leans on",
            "{word} of {of} activities have a gap in what they lean on",
            len(exposed),
            of=language.word(len(register.active)),
        )
        return begun(told)
    unknown = len(register.covered_as(Cover.UNKNOWN)) + len(register.covered_as(Cover.OPEN))
    if unknown:
        return language.plural(
            "No gap is seen so far, but one dependency is unclear",
            "No gap is seen so far, but {word} dependencies are unclear",
            unknown,
        )
    return language.text("No gap is seen in what you have registered")


def register_lede(register: Register, language: Language) -> str:
    """What to do next, or what else stands out. Two sentences at most."""
    if not register.active:
        return language.text("List what society cannot do without, who owns the need, and what each activity leans on.")
    if not register.meetings:
        return language.text("Add what each of them cannot do without: then you see where a gap would hurt.")
    told = [
        language.plural(
            "One activity has nobody who owns the need.",
            "{word} activities have nobody who owns the need.",
            sum(not one.facts.need_owner for one in register.active),
        )
        if any(not one.facts.need_owner for one in register.active)
        else "",
        language.plural(
            "One contract waits for a decision that is late.",
            "{word} contracts wait for a decision that is late.",
            len(register.turned(Turn.LATE, Turn.ENDED)),
        )
        if register.turned(Turn.LATE, Turn.ENDED)
        else "",
    ]
    said = " ".join(begun(one) for one in told if one)
    return said or language.text("Look it over when something changes: the list is only as good as its last review.")


def matrix_finding(register: Register, language: Language) -> str:
    gaps = len(register.covered_as(Cover.UNCOVERED))
    if gaps:
        told = language.plural(
            "{word} of {of} dependencies is a gap",
            "{word} of {of} dependencies are gaps",
            gaps,
            of=len(register.meetings),
        )
        return begun(told)
    return language.text("None of the {of} dependencies is known to be a gap", of=len(register.meetings))


def concentration_finding(register: Register, language: Language) -> str:
    """What most lean on, named when it is one."""
    shared = register.concentrations
    if not shared:
        return language.text("No delivery is shared by several activities")
    most = len(shared[0].meetings)
    first = [one.delivery.facts.name for one in shared if len(one.meetings) == most]
    if len(first) > 1:
        told = language.text(
            "{number} deliveries each carry {word} activities",
            number=language.word(len(first)),
            word=language.word(most),
        )
        return begun(told)
    return language.text(
        "{name}: {word} of {of} activities cannot do without it",
        name=first[0],
        word=language.word(most),
        of=language.word(len(register.active)),
    )


def timeline_finding(register: Register, language: Language) -> str:
    late = register.turned(Turn.LATE, Turn.ENDED)
    if late:
        told = language.plural("{word} decision is late", "{word} decisions are late", len(late))
        return begun(told)
    waiting = register.turned(Turn.WAITING)
    if waiting:
        return language.text("The next decision is due on {day}", day=language.date(waiting[0].decide_by))
    return language.text("Every contract that ends has a decision on what comes next")
