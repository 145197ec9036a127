# `make` alone lists what there is. PORT=8502 and PYTHON=python3.12 can be given with every target.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip install --disable-pip-version-check --quiet
DEMO := sqlite:///data/demo.db
# Compiled files are kept, also where the computer is told not to: pytest rewrites 300 files for each of its processes.
export PYTHONDONTWRITEBYTECODE :=
AUDIT := build/audit
MINUTES ?= 10
READERS ?=

.PHONY: help run demo test check fmt bench screenshots audit sbom fuzz
.DELETE_ON_ERROR:

help:
	@echo "make run          start Rustad on http://localhost:$(PORT)"
	@echo "make demo         the same with a fictitious municipality, in its own database file"
	@echo "make test         every test, in Chromium and LibreOffice too; installs what they need"
	@echo "make check        the quick part of it"
	@echo "make fmt          put the code in order"
	@echo "make bench        measure against bare Streamlit; the table also lands in build/bench.md"
	@echo "make audit        ask PyPI whether anything that Rustad leans on is known to be weak"
	@echo "make sbom         list all that it leans on, with licences, in build/sbom.json"
	@echo "make fuzz         throw odd bytes at whatever reads files and requests; MINUTES=10 for each"
	@echo "make screenshots  retake the pictures of the README"

# The browser is opened here: with `--server.headless false` Streamlit would show an advertisement of its own.
run: $(VENV)/installed
	@(sleep 3; $(RUN) -m webbrowser -t "http://localhost:$(PORT)") </dev/null >/dev/null 2>&1 &
	$(RUN) -m streamlit run app.py --server.port $(PORT)

demo: $(VENV)/installed
	RUSTAD_DATABASE_URL=$(DEMO) $(RUN) -m assessment demo
	@(sleep 3; $(RUN) -m webbrowser -t "http://localhost:$(PORT)") </dev/null >/dev/null 2>&1 &
	RUSTAD_DATABASE_URL=$(DEMO) $(RUN) -m streamlit run app.py --server.port $(PORT)

# Side by side, because reading the types and collecting the tests each leave a processor idle.
test: $(VENV)/installed-dev
	bash tests/install-programs.sh
	$(MAKE) --no-print-directory -j 2 lint pytest

check: $(VENV)/installed-dev
	$(MAKE) --no-print-directory -j 2 lint pytest QUICK='-m "not browser and not slow" --hypothesis-profile=quick'

.PHONY: lint pytest
lint: $(VENV)/installed-dev
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

pytest: $(VENV)/installed-dev
	$(RUN) -m pytest -n 2 --dist worksteal $(QUICK)

fmt: $(VENV)/installed-dev
	$(VENV)/bin/ruff check --fix
	$(VENV)/bin/ruff format

bench: $(VENV)/installed-dev
	$(RUN) -m tests.bench

# Asks PyPI whether anything that Rustad leans on is known to be weak, with pip-audit in an environment of its own.
# Exit status 0: all asked about, none weak. 1: something is weak. 3: PyPI could not be asked, which is said as well.
audit: $(VENV)/installed
	@test -x $(AUDIT)/bin/pip-audit || \
	  { $(PYTHON) -m venv $(AUDIT) && $(AUDIT)/bin/python -m pip install --quiet pip-audit==2.10.1; }
	@$(RUN) -m tests.supply audit --program $(AUDIT)/bin/pip-audit

# Lists every package that Rustad leans on as it is installed here, with version and licence, as a CycloneDX file:
# build/sbom.json, the same for the same installation. Fails when a licence does not suit a program under MIT.
sbom: $(VENV)/installed
	@$(RUN) -m tests.supply sbom

# Throws odd bytes at every reader of what comes from elsewhere, with atheris: MINUTES for each. READERS="form plan" for
# some of them. What breaks a reader lies in build/fuzz/broken; once mended, keep it in tests/fuzz/cases/<reader>/.
# Works where atheris has a package for this Python: Linux, 3.11 to 3.13.
fuzz: $(VENV)/installed-dev
	@$(PIP) --target build/fuzz/atheris --upgrade atheris==3.0.0
	PYTHONPATH=build/fuzz/atheris $(RUN) -m tests.fuzz $(READERS) --minutes $(MINUTES)

screenshots: $(VENV)/installed-dev
	$(RUN) -m tests.screenshots

# A stamp file is as new as the last installation, so that pip runs only when a list has changed.
$(VENV)/installed: requirements.txt | $(VENV)/bin/python
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt requirements.txt | $(VENV)/bin/python
	$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/installed

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Rustad needs Python 3.11 or newer. Name it: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "Python cannot make a virtual environment. On Debian: apt install python3-venv" >&2; exit 1; }
