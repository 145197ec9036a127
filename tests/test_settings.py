"""Values that no installation can use are refused when the settings are read, not when somebody first needs them."""

import pytest
from pydantic import ValidationError

from assessment.settings import Settings


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("RUSTAD_PHONE_PORT", "0"),
        ("RUSTAD_PHONE_PORT", "99999"),
        ("RUSTAD_SESSION_HOURS", "999999999999"),
        ("RUSTAD_BACKUP_HOURS", "inf"),
        ("RUSTAD_BACKUP_HOURS", "nan"),
        ("RUSTAD_BACKUP_HOURS", "-1"),
        ("RUSTAD_BACKUPS_KEPT", "0"),
        ("RUSTAD_ACCESS", "OIDC"),
        ("RUSTAD_LANGUAGE", "de"),
    ],
)
def test_a_value_that_can_not_be_used_is_refused(monkeypatch, variable, value):
    assert Settings()
    monkeypatch.setenv(variable, value)
    with pytest.raises(ValidationError, match=variable.removeprefix("RUSTAD_").lower()):
        Settings()
