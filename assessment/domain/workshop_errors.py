"""What can go wrong in a workshop."""

from assessment.domain.errors import AssessmentError, sentence


class WorkshopUnknown(AssessmentError):
    text = sentence("This workshop does not exist. It may have been deleted. Start one from the screen Workshop.")


class WorkshopClosed(AssessmentError):
    text = sentence("The workshop has ended. Take back the end to go on.")


class VoteOpen(AssessmentError):
    text = sentence("A vote is open. Reveal the answers or cancel the vote first.")


class NoVoteOpen(AssessmentError):
    text = sentence("No vote is open.")


class NobodyVoted(AssessmentError):
    text = sentence("Nobody has voted yet. Wait for the first vote, or cancel the vote.")


class NothingToShow(AssessmentError):
    text = sentence("Nobody has answered this question beforehand. Open a vote instead.")


class AlreadyVoted(AssessmentError):
    text = sentence("This question has already been voted on. Open a new vote instead.")


class NothingToUndo(AssessmentError):
    text = sentence("There is nothing to take back.")


class NothingCounted(AssessmentError):
    text = sentence("Enter how many raised a hand for at least one of the choices.")


class CountWrong(AssessmentError):
    text = sentence("The number of hands must be between 0 and {limit}, not {count}.")


class SomebodyWasFirst(AssessmentError):
    text = sentence(
        "The workshop had already moved on in another window. Nothing was changed. This is where it stands."
    )


class CodeUnknown(AssessmentError):
    text = sentence("No workshop has the code {code}. Read the code on the big screen again.")


class TooManyGuesses(AssessmentError):
    text = sentence("Too many wrong codes have come from here. Wait a few seconds and try again, or scan the QR code.")


class RoomFull(AssessmentError):
    text = sentence("The workshop is full: {limit} have joined. Tell whoever leads it.")


class TooManyWindows(AssessmentError):
    text = sentence("The workshop is open in too many windows for the same participant. Close some of them.")


class NotJoined(AssessmentError):
    text = sentence("You have not joined this workshop from here. Choose your role and join.")


class VoteClosed(AssessmentError):
    text = sentence("The vote had already closed. This vote was not counted.")


class BallotMissing(AssessmentError):
    text = sentence("Choose a level first, or Don't know or Not applicable.")


class OnlyFacilitator(AssessmentError):
    text = sentence("Only the facilitator can do this.")


class BudgetWrong(AssessmentError):
    text = sentence("The time must be between {fewest} and {most} minutes.")
