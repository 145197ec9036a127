"""What deploy/ says of the settings is what the program takes."""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from assessment.settings import Settings

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
FIELDS = {f"RUSTAD_{name.upper()}" for name in Settings.model_fields}
PLACES = set(re.findall(r"^(RUSTAD_\w+)=", (DEPLOY / "nginx.env").read_text(encoding="utf-8"), re.MULTILINE))


def test_the_settings_shown_are_settings():
    shown = re.findall(r"^(RUSTAD_\w+)=", (DEPLOY / "rustad.env.example").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(shown) <= FIELDS
    assert {name for name in FIELDS if name.startswith("RUSTAD_OIDC_")} <= set(shown)


@pytest.mark.parametrize("name", ["README.md", "compose.yaml", "Containerfile", "rustad@.service"])
def test_no_file_speaks_of_a_setting_that_there_is_not(name):
    spoken = set(re.findall(r"\bRUSTAD_[A-Z0-9_]*[A-Z0-9]\b", (DEPLOY / name).read_text(encoding="utf-8")))
    assert spoken - FIELDS - PLACES == set()


def test_every_setting_stands_in_the_readme():
    table = (
        (DEPLOY.parent / "README.md").read_text(encoding="utf-8").partition("\n## Settings\n")[2].partition("\n## ")[0]
    )
    told = set(re.findall(r"`(RUSTAD_\w+)`", table)) | {f"RUSTAD_OIDC{end}" for end in re.findall(r"`…(_\w+)`", table)}
    assert told == FIELDS


def test_the_containers_tell_nginx_where_both_processes_are():
    services = YAML(typ="safe").load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
    nginx = services["nginx"]["environment"]
    for number, app in (("1", services["app1"]), ("2", services["app2"])):
        [network] = app["networks"].values()
        assert nginx[f"RUSTAD_HOST_{number}"] == network["ipv4_address"]
        assert nginx[f"RUSTAD_PORT_{number}"] == app["environment"]["PORT"]
        [front] = services["nginx"]["networks"].values()
        assert app["environment"]["FORWARDED_ALLOW_IPS"] == front["ipv4_address"]
    assert nginx.keys() >= PLACES
    assert nginx["RUSTAD_PORT_1"] != nginx["RUSTAD_PORT_2"]
