# Everything a developer or an owner starts. Needs make and Python 3.11 or newer, no more.

.PHONY: run test heavy again check pictures bench faults lock
.DEFAULT_GOAL := run

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
NEWEST := python3.14 python3.13 python3.12 python3.11 python3
NEW := -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
PYTHON ?= $(shell for p in $(NEWEST); do $$p $(NEW) && echo $$p && break; done)

run: $(READY)  ## the bot with a sample company, at http://127.0.0.1:8080
	$(BIN)/shopcrew try

test: $(READY)  ## the whole suite, on SQLite and PostgreSQL
	$(BIN)/python -m pytest -n auto

heavy: $(READY)  ## what takes long: browsers, days on two chats, abuse of every button
	$(BIN)/python -m pytest -n auto --dist worksteal -m heavy

again: $(READY)  ## what failed in the last run, one test after the other
	$(BIN)/python -m pytest -m "" --last-failed --last-failed-no-failures=none

check: $(READY)  ## format, lint, types, imports, known holes in what we depend on
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pip-audit --require-hashes --disable-pip -r requirements-dev.lock

pictures: $(READY)  ## the pictures of the guide, taken again
	$(BIN)/python -m tests.guide.pictures

bench: $(READY)  ## every goal of speed and size, beside stock Bolt: docs/benchmarks.md
	$(BIN)/python -m tests.benchmarks

faults: $(READY)  ## breaks the bot on purpose, half an hour; SEED=… repeats a run
	$(BIN)/python -m tests.e2e.faults $(if $(SEED),--seed $(SEED))

$(READY): pyproject.toml requirements-dev.lock
	@test -n "$(PYTHON)" || { \
	  echo "Shopcrew needs Python 3.11 or newer, with venv (Debian: python3-venv)."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# The pins, from pyproject.toml; the smaller file holds what runs, the larger the tools too.
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
  --no-header --no-emit-options --no-emit-index-url --no-emit-trusted-host \
  --no-emit-find-links

lock: $(READY)
	$(LOCK) --upgrade --extra dev --output-file requirements-dev.lock pyproject.toml
	grep -E '^[a-z]' requirements-dev.lock | sed 's/ .*//' > $(VENV)/pins.txt
	PIP_CONSTRAINT=$(VENV)/pins.txt \
	  $(LOCK) --upgrade --output-file requirements.lock pyproject.toml
