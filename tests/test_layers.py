"""The shape of the code: layers point one way, and files and functions stay short enough to be read at once."""

import ast
from pathlib import Path

import pytest
from importlinter.application.use_cases import lint_imports
from importlinter.configuration import configure

ROOT = Path(__file__).resolve().parents[1]
MIGRATIONS = ROOT / "assessment/storage/migrations/versions"  # lists of columns, as long as the schema
SOURCES = [ROOT / "app.py", *sorted(ROOT.glob("assessment/**/*.py")), *sorted(ROOT.glob("pages/*.py"))]
LONGEST_FILE = 250
LONGEST_FUNCTION = 40


def test_the_contracts_of_the_layers_are_kept(monkeypatch, capsys):
    """Not by way of its command, which silences the loggers of every test that comes after in the process."""
    monkeypatch.chdir(ROOT)
    configure()
    assert lint_imports(config_filename="pyproject.toml", cache_dir=None), capsys.readouterr().out


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if path.parent != MIGRATIONS], ids=lambda path: str(path.relative_to(ROOT))
)
def test_files_and_functions_are_short(path):
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_FILE
    functions = [
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [one.name for one in functions if one.end_lineno - one.lineno >= LONGEST_FUNCTION] == []
