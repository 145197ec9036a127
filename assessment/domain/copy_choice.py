"""Whether a file is a copy that has been read in before. Told where it shows, asked where it does not and matters."""

from collections.abc import Sequence
from typing import Final

from assessment.domain.action import Action
from assessment.domain.plan_proposal import plan_proposal
from assessment.domain.read_copy import ReadCopy, keeps, says_the_same, shares
from assessment.domain.returned_plan import ReturnedPlan

OTHER_COPY: Final = ""  # the file has not been read in before


def unclear(returned: ReturnedPlan, actions: Sequence[Action], found: Sequence[ReadCopy]) -> bool:
    """Whether only a person can tell if the file is one of the read copies of its export.

    False when the file says what one of them said, and when it makes no difference to what the file would change.
    """
    if any(says_the_same(returned, one) for one in found):
        return False
    as_another = plan_proposal(returned, actions).outcome
    likely = [one for one in found if keeps(returned, one)] or found
    return any(plan_proposal(returned, actions, one).outcome != as_another for one in likely)


def taken_for(returned: ReturnedPlan, found: Sequence[ReadCopy], chosen: str | None) -> ReadCopy | None:
    """The copy of that id. Without a choice the one that said the same, else the one of which most is left.

    None for another copy: nothing is left of any.
    """
    if chosen is not None:
        return next((one for one in found if one.id == chosen), None)
    fitting = (one for test in (says_the_same, keeps, shares) for one in found if test(returned, one))
    return next(fitting, None)
