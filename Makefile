# Everything runs in .venv, which the first target that needs it sets up: nothing has to
# be installed but Python 3.11 or newer (with venv). Another one: make PYTHON=python3.13

PYTHON ?= python3
SECONDS ?= 300
BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
PIP := $(BIN)/python -m pip --disable-pip-version-check
PLANNING := tests/test_plan_laws.py tests/test_time_*.py tests/simulation/test_executions.py \
	$(addprefix tests/sequencing/test_,plan_*.py prices.py small_plans.py cost_bound.py) \
	$(addprefix tests/sequencing/test_,compiled_ascent.py calendar_end.py other_names.py)

.DEFAULT_GOAL := help
.PHONY: help roadmap test test-pure fuzz test-rendered test-browser lint types bench rewrite clean

roadmap: .venv/installed ## print the roadmap of the example portfolio
	@$(BIN)/roadmap plan initiatives

test: .venv/developed ## run all tests
	$(BIN)/python -m pytest -q -n auto --dist worksteal

test-pure: .venv/developed ## run the tests of plans with the search in pure Python
	ROADMAP_PURE_PYTHON=1 $(BIN)/python -m pytest -q -n auto --dist worksteal $(PLANNING)

fuzz: .venv/developed ## run the property tests on new examples, SECONDS=300 of them
	$(BIN)/python -m tests.fuzzing $(SECONDS) -n auto tests

test-rendered: .venv/developed ## have Mermaid, Prettier and markdownlint read what we write
	$(BIN)/python -m tests.rendered.tools

test-browser: .venv/developed ## read the HTML page in the Chromium of this machine
	$(BIN)/python -m tests.browser.tools

lint: .venv/developed ## check style and imports
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache

types: .venv/developed ## check types
	$(BIN)/mypy

bench: .venv/developed ## measure the engines against known answers
	@if [ -d benchmarks ]; then $(BIN)/python -m benchmarks; else echo 'no benchmarks here'; fi

rewrite: .venv/developed ## rewrite what tests compare with: documents, golden files
	ROADMAP_REWRITE=1 $(BIN)/python -m pytest -q tests/docs tests/checks tests/importers tests/reading tests/scoring tests/writers

clean: ## remove the virtual environment and all caches
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	rm -f roadmap/sequencing/search/_kernel.*

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Two steps, so that looking at a roadmap does not wait for checkers and solvers. Each
# leaves a file behind and is repeated when pyproject.toml changes, or what is compiled.
.venv/installed: pyproject.toml hatch_build.py $(wildcard roadmap/sequencing/search/kernel/*)
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is %d.%d: try make PYTHON=python3.13" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(PIP) install --quiet --editable .
	@touch $@

# Dependency groups need pip 25.1; a new environment on Python 3.11 holds an older one.
.venv/developed: .venv/installed
	$(PIP) install --quiet --upgrade 'pip>=25.1'
	$(PIP) install --quiet --editable '.[exact,import]' --group dev
	@touch $@
