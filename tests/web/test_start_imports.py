"""The first visitor after a start does not wait for what only reports need."""

import subprocess
import sys

import pytest

from tests.serving import ROOT

HEAVY = {"pandas", "numpy", "openpyxl", "docx"}


@pytest.mark.slow
@pytest.mark.parametrize("module", ["app", "assessment.ui.item_view", "assessment.ui.dimension_view"])
def test_the_way_to_the_first_question_imports_nothing_heavy(module):
    told = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert HEAVY & set(done.stdout.split()) == set()
