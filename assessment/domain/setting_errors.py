"""What can be wrong with the settings of an installation, told before it starts."""

from assessment.domain.errors import AssessmentError, sentence


class SettingMissing(AssessmentError):
    text = sentence("With RUSTAD_ACCESS=oidc, {variable} must be set: {what}.")


class SettingWrong(AssessmentError):
    text = sentence("{variable} cannot be used as it is: {what}.")
