"""`python -m tests.fuzz [READER …] --minutes 10`: atheris looks for bytes that a reader cannot stand.

Each reader runs in a process of its own, with the memory and the time for one input limited. The corpus grows in
build/fuzz/<reader>; what breaks a reader lies in build/fuzz/broken. Once mended, it moves to tests/fuzz/cases/<reader>.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "fuzz"
MEMORY = 2_048  # MB
LONGEST = 20  # seconds for one input


def hunt(name, seconds):
    """Runs in a process of its own and never returns."""
    import atheris  # noqa: PLC0415  # only here, because it is no part of what the tests need

    with atheris.instrument_imports(include=["assessment", "openpyxl", "ruamel", "tests.fuzz"]):
        from tests.fuzz.readers import READERS, scratch, told  # noqa: PLC0415

    import os  # noqa: PLC0415

    reader, seeds = READERS[name]
    os.environ["RUSTAD_DATABASE_URL"] = f"sqlite:///{scratch() / 'rustad.db'}"
    os.environ["RUSTAD_SECRET_KEY"] = "a secret of the fuzzing"
    corpus, broken = BUILD / name, BUILD / "broken"
    corpus.mkdir(parents=True, exist_ok=True)
    broken.mkdir(exist_ok=True)
    for seed, content in seeds().items():
        (corpus / seed).write_bytes(content)
    options = [f"-max_total_time={seconds}", f"-rss_limit_mb={MEMORY}", f"-timeout={LONGEST}", "-max_len=200000"]
    atheris.Setup([name, str(corpus), *options, f"-artifact_prefix={broken}/{name}-"], lambda data: told(reader, data))
    atheris.Fuzz()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("readers", nargs="*")
    parser.add_argument("--minutes", type=float, default=10, help="for each reader")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only:
        hunt(asked.only, int(asked.minutes * 60))
    from tests.fuzz.readers import READERS  # noqa: PLC0415

    failed = []
    for name in asked.readers or READERS:
        command = [sys.executable, "-m", "tests.fuzz", "--only", name, "--minutes", str(asked.minutes)]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
    print(f"Broken: {', '.join(failed)}. See {BUILD / 'broken'}." if failed else "Nothing broke.")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
