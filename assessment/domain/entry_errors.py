"""What can go wrong with entries of the four steps. `field` is what the screen calls the field."""

from assessment.domain.errors import AssessmentError, sentence


class OrganisationUnknown(AssessmentError):
    text = sentence("This organisation does not exist. Choose another on the screen Analyse.")


class OrganisationNotNamed(AssessmentError):
    """`name` was given where an organisation was asked for. `names` are those that there are, as a list."""

    text = sentence("No organisation in the four steps is called {name}. Write the name of one of these: {names}.")


class OrganisationFilled(AssessmentError):
    text = sentence(
        "{name} has something registered, or a self-assessment, and is kept. Nothing has changed. "
        "Archive what no longer applies."
    )


class OrganisationKnown(AssessmentError):
    text = sentence("There is already an organisation called {name}. Choose it, or write another name.")


class EntryChanged(AssessmentError):
    """Somebody else changed the entry since it was shown. `who` tells who."""

    text = sentence("{who} changed this while you had it open. Your change is not saved. Compare, and choose.")


class FieldTooLong(AssessmentError):
    text = sentence(
        "“{field}” holds {length} characters and has room for {limit}. Nothing is saved. Shorten it and save again."
    )


class DateUnlikely(AssessmentError):
    text = sentence("“{field}”: the date {day} is hardly meant. Choose one between 1900 and 2099.")


class DatesReversed(AssessmentError):
    text = sentence("“{later}” ({second}) lies before “{earlier}” ({first}). Change one of the dates and save again.")


class NameMissing(AssessmentError):
    text = sentence("Fill in the field “{field}”. Nothing is saved.")
