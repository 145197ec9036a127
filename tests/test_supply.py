"""The bill of materials names all that Rustad leans on, its licences suit, and an audit says what it could not ask."""

import json

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import supply


def names():
    return [one["name"] for one in supply.bill()["components"]]


def test_every_requirement_and_what_it_brings_along_is_listed():
    lines = (supply.ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = {canonicalize_name(Requirement(one).name) for line in lines if (one := line.split("#")[0].strip())}
    assert wanted - set(names()) == set()
    assert {"starlette", "uvicorn", "sqlalchemy", "lxml"} <= set(names())


def test_tools_for_development_are_not():
    assert {"pytest", "ruff", "playwright", "mypy"} & set(names()) == set()


def test_it_is_the_same_twice():
    assert json.dumps(supply.bill()) == json.dumps(supply.bill())
    assert names() == sorted(names())


def test_every_licence_suits():
    assert supply.unsuitable() == {}


def test_a_strong_licence_would_be_told():
    assert not supply.SUITABLE.search("AGPL-3.0-only")
    assert not supply.SUITABLE.search("GPL-2.0-or-later")
    assert not supply.SUITABLE.search("unknown")


def test_an_audit_that_could_not_ask_says_so(capsys):
    unasked = [{"name": "lxml", "skip_reason": "Dependency not found on PyPI"}]
    assert supply.told([{"name": "plotly", "version": "7", "vulns": []}]) == 0
    assert supply.told(unasked) == supply.UNASKED
    assert "NOT AUDITED" in capsys.readouterr().err


def test_an_audit_names_what_is_weak(capsys):
    weak = {"name": "lxml", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}
    assert supply.told([weak]) == 1
    assert "lxml 1: CVE-1, mended in 2" in capsys.readouterr().out


def test_an_audit_without_the_program_or_the_service_says_so(tmp_path, capsys):
    silent = tmp_path / "pip-audit"
    silent.write_text("#!/bin/sh\necho no route >&2\nexit 1\n", encoding="utf-8")
    silent.chmod(0o755)
    assert supply.audit(str(silent)) == supply.UNASKED
    assert "no route" in capsys.readouterr().err
