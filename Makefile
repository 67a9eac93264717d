# Two commands matter: `make run` opens the companion, `make test` proves it. Both set everything up from nothing
# but Python >= 3.11 (with venv) and make. Works with GNU Make 3.81 and newer.

# The newest Python that really runs here (a version manager's shims may not) and can make an environment.
PYTHON ?= $(shell for name in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	if $$name -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	echo $$name; break; fi; done)

VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input
# Two for each core: most of the time a test of a screen or a terminal waits.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(2 * (os.cpu_count() or 1))')
PYTEST := $(BIN)/python -m pytest

# Without .pyc files a start takes 2.4 times as long, so a machine that asks for none is not obeyed here.
unexport PYTHONDONTWRITEBYTECODE
# A path or a home of other packages must not decide what runs here.
unexport PYTHONPATH
unexport PYTHONHOME

# An environment that was moved, or whose Python is gone, is made anew.
ifneq ($(shell $(BIN)/python -c '' 2>/dev/null && cat $(VENV)/.place 2>/dev/null),$(CURDIR))
MOVED := moved
endif

.PHONY: help run setup setup-dev test lint format types content lines bench snapshots soak dist lock clean moved

help:
	@echo 'make run        open the companion (make run ARGS="ground" for a command)'
	@echo 'make test       run all tests'
	@echo 'make lint       style, formatting, import rules    make format   apply them'
	@echo 'make types      check types (mypy, strict)'
	@echo 'make content    check skills, lines and wording only'
	@echo 'make lines      check crisis lines and numbers; says which are due for checking'
	@echo 'make bench      measure; prints ratios to a bare Python start'
	@echo 'make snapshots  look again at how screens look, and keep it'
	@echo 'make soak       the long forms of the tests'
	@echo 'make dist       build wheel and sdist into dist/'
	@echo 'make lock       make the locks in requirements/ anew'
	@echo 'make clean      remove everything that make made'

run: $(VENV)/.run
	@$(BIN)/cope $(ARGS)

setup: $(VENV)/.run

setup-dev: $(VENV)/.dev

# What the program needs to run, and nothing else. Every file is checked against its hash.
$(VENV)/.run: requirements/build.txt requirements/runtime.txt pyproject.toml $(MOVED)
	@if [ -z "$(PYTHON)" ]; then \
		echo 'copecli needs Python 3.11 or newer with its venv module. None was found.' >&2; \
		echo 'On Debian and Ubuntu: apt install python3-venv. Or say which: make PYTHON=/path/to/python3' >&2; \
		exit 1; fi
	@echo 'Setting up (once; this takes a moment).' >&2
	@if [ -n "$(MOVED)" ]; then $(PYTHON) -m venv --clear $(VENV); fi
	@$(PIP_INSTALL) --require-hashes -r requirements/build.txt
	@$(PIP_INSTALL) --require-hashes -r requirements/runtime.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation --no-index --editable .
	@$(BIN)/python -m compileall -qq $(VENV)/lib src || true
	@echo '$(CURDIR)' > $(VENV)/.place
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@echo 'Setting up the tools for tests (once).' >&2
	@$(PIP_INSTALL) --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m compileall -qq $(VENV)/lib src || true
	@touch $@

moved:

test: $(VENV)/.dev
	$(PYTEST) -n $(WORKERS) $(ARGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.dev
	$(BIN)/mypy

content: $(VENV)/.dev
	$(PYTEST) -n $(WORKERS) tests/content $(ARGS)

lines: $(VENV)/.dev
	@$(BIN)/python -m upkeep.lines $(ARGS)

bench: $(VENV)/.dev
	@$(BIN)/python -m compileall -qq src || true
	$(BIN)/python -m benchmarks $(ARGS)

snapshots: $(VENV)/.dev
	$(PYTEST) tests/tui --snapshot-update $(ARGS)

soak: $(VENV)/.dev
	$(PYTEST) -n $(WORKERS) -m soak --hypothesis-profile=soak $(ARGS)

dist: $(VENV)/.dev
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist .

# One resolution for every Python and every system. The files name no registry, so any mirror can serve them.
COMPILE := $(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-annotate $(UPGRADE)
lock: requirements/lock.txt
	@if [ ! -x $(VENV)/lock/bin/uv ]; then $(PYTHON) -m venv $(VENV)/lock && \
		$(VENV)/lock/bin/python -m pip install -qq --require-hashes -r requirements/lock.txt; fi
	$(COMPILE) pyproject.toml -o requirements/runtime.txt
	$(COMPILE) --group build -c requirements/runtime.txt -o requirements/build.txt
	$(COMPILE) pyproject.toml --group dev -c requirements/runtime.txt -c requirements/build.txt -o requirements/dev.txt
	$(COMPILE) --group lock -o requirements/lock.txt

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis snapshot_report.html
	find src tests benchmarks skills upkeep -name __pycache__ -type d -prune -exec rm -rf {} +
