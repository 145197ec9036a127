"""What Rustad leans on: `python -m tests.supply sbom` lists it, `audit` asks whether anything in it is known to be weak.

Only what `requirements.txt` brings along counts, as it is installed here; tools for development do not.
"""

import argparse
import json
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from assessment import __version__

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
# Licences under which a library may be used by a program that is under another one, as Rustad is, without changing it
SUITABLE = re.compile(
    r"\b(MIT|BSD|0BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|HPND|Historical|Unlicense|Zlib|CC0|LGPL|"
    r"GNU Lesser|CNRI)", re.IGNORECASE,
)  # fmt: skip
SHORT = 60  # characters; what is longer is the whole text of a licence rather than its name
UNASKED = 3  # exit status when nobody could be asked


def runtime():
    """Every installed distribution that `requirements.txt` needs, by name, with the names of those it needs itself."""
    found = {}
    waiting = [
        Requirement(line.split("#")[0])
        for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
        if line.split("#")[0].strip()
    ]
    seen = set()
    while waiting:
        wanted = waiting.pop()
        if (key := (canonicalize_name(wanted.name), frozenset(wanted.extras))) in seen:
            continue
        seen.add(key)
        try:
            one = distribution(wanted.name)
        except PackageNotFoundError:
            continue  # for another system
        needs = [Requirement(text) for text in one.requires or ()]
        extras = [{"extra": extra} for extra in wanted.extras] or [{"extra": ""}]
        needs = [need for need in needs if need.marker is None or any(map(need.marker.evaluate, extras))]
        found.setdefault(key[0], (one, set()))[1].update(canonicalize_name(need.name) for need in needs)
        waiting += needs
    return {name: found[name] for name in sorted(found)}


def licence(one):
    """Its licence as its authors name it."""
    about = one.metadata
    named = about.get("License-Expression") or about.get("License") or ""
    if named.strip() and len(named) <= SHORT and "\n" not in named.strip():
        return named.strip()
    classified = [
        text.rpartition(" :: ")[2] for text in about.get_all("Classifier", []) if text.startswith("License ::")
    ]
    return ", ".join(classified) or named.strip().partition("\n")[0] or "unknown"


def bill():
    """CycloneDX 1.6, the same for the same installation."""
    found = runtime()
    refs = {name: f"pkg:pypi/{name}@{one.version}" for name, (one, _) in found.items()}
    own = f"rustad@{__version__}"
    components = [
        {
            "type": "library",
            "bom-ref": refs[name],
            "name": name,
            "version": one.version,
            "purl": refs[name],
            "licenses": [{"license": {"name": licence(one)}}],
        }
        for name, (one, _) in found.items()
    ]
    needs = [
        {"ref": refs[name], "dependsOn": sorted(refs[one] for one in wanted if one in refs)}
        for name, (_, wanted) in found.items()
    ]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": own, "name": "rustad", "version": __version__}},
        "components": components,
        "dependencies": [{"ref": own, "dependsOn": sorted(refs.values())}, *needs],
    }


def unsuitable():
    """Names and licences of what may not be used as it is."""
    found = {name: licence(one) for name, (one, _) in runtime().items()}
    return {name: named for name, named in found.items() if not SUITABLE.search(named)}


def sbom():
    BUILD.mkdir(exist_ok=True)
    whole = bill()
    (BUILD / "sbom.json").write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for one in whole["components"]:
        print(f"{one['name']} {one['version']}: {one['licenses'][0]['license']['name']}")
    print(f"{len(whole['components'])} packages. Written to build/sbom.json.")
    for name, named in (wrong := unsuitable()).items():
        print(f"Look at the licence of {name}: {named}", file=sys.stderr)
    return 1 if wrong else 0


def audit(program):
    """0 when all were asked about and none is weak, 1 when one is, 3 when some could not be asked about."""
    BUILD.mkdir(exist_ok=True)
    listed = BUILD / "runtime.txt"
    lines = [f"{name}=={one.version}" for name, (one, _) in runtime().items()]
    listed.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [
        program,
        "-r",
        str(listed),
        "--no-deps",
        "--disable-pip",
        "--format",
        "json",
        "--progress-spinner",
        "off",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        answers = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(f"NOT AUDITED: the service of PyPI could not be asked.\n{done.stderr.strip()[-500:]}", file=sys.stderr)
        return UNASKED
    return told(answers)


def told(answers):
    """Says what pip-audit found, and gives the exit status."""
    weak = [one for one in answers if one.get("vulns")]
    unasked = [one["name"] for one in answers if "skip_reason" in one]
    for one in weak:
        for hole in one["vulns"]:
            mended = ", ".join(hole.get("fix_versions", [])) or "none yet"
            print(f"{one['name']} {one['version']}: {hole['id']}, mended in {mended}")
    print(f"{len(answers) - len(unasked)} of {len(answers)} packages audited, {len(weak)} with known vulnerabilities.")
    if unasked:
        print(f"NOT AUDITED, because PyPI was not there or does not know them: {', '.join(unasked)}", file=sys.stderr)
    return 1 if weak else UNASKED if unasked else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["sbom", "audit"])
    parser.add_argument("--program", default="pip-audit")
    asked = parser.parse_args()
    return sbom() if asked.what == "sbom" else audit(asked.program)


if __name__ == "__main__":
    sys.exit(main())
