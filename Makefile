# One command each: `make demo` shows what infact does, `make test` shows that it does it.
# Needs Python 3.11 or later and make; everything else comes from PyPI into .venv, and nothing is installed outside it.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
RUNS := .venv/.runs
READY := .venv/.ready
EXTRAS := dev,fast,ftm,networks,notebooks
ROOMS := cli common ingest ontology queries shapes
TYPES := build/types
INSTALL = PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
# Processes for pytest: two were slower than none on a busy machine of two cores; try WORKERS=auto on a larger one.
WORKERS ?= 0

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test test-engines check format docs constraints clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile

$(RUNS): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "infact needs Python 3.11 or later; name it with: make PYTHON=/path/to/python3"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "this Python cannot make a virtual environment; on Debian that is the package python3-venv"; exit 1; }
	@echo "installing infact and what it needs into .venv"
	@$(INSTALL) -e .
	@touch $@

$(READY): $(RUNS)
	@echo "installing the tools and the optional engines that the tests use into .venv"
	@$(INSTALL) -e ".[$(EXTRAS)]"
	@touch $@

demo: $(RUNS) ## build a graph from the bundled examples into ./demo, ask it, and write a file for Gephi
	@PATH="$(CURDIR)/$(BIN):$$PATH" bash docs/demo.sh demo

test: check ## everything that needs Python and PyPI only: check, then every test
	$(BIN)/python -m pytest -n $(WORKERS)

test-engines: $(READY) ## tests against other programs (Node.js and Virtuoso from apt or your system, packages from npm)
	bash tests/engines/install.sh
	$(BIN)/python -m pytest -m engine --fail-on-skip

check: $(READY) ## format, lint, types, and generated files against their sources
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	@mkdir -p $(TYPES) && ln -sfn ../.. $(TYPES)/infact
	MYPYPATH=$(TYPES) $(BIN)/mypy $(ROOMS:%=-p infact.%) -p tests
	$(BIN)/python -m infact.ontology.generate --check
	$(BIN)/python -m infact.shapes.code_lists --check
	$(BIN)/python -m infact.cli.docs --check

format: $(READY) ## put the code into its form
	$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

docs: $(READY) ## write the generated files anew, and the ontology as HTML into build/docs
	$(BIN)/python -m infact.ontology.generate
	$(BIN)/python -m infact.shapes.code_lists
	$(BIN)/python -m infact.cli.docs
	$(BIN)/python docs/execute.py
	$(INSTALL) -e ".[docs]"
	@mkdir -p build/docs
	$(BIN)/python -m pylode ontology/infact.ttl -o build/docs/ontology.html

constraints: ## pin the newest versions anew: a fresh environment, listed into constraints.txt
	@rm -rf build/pins && $(PYTHON) -m venv build/pins
	@build/pins/bin/python -m pip install --quiet --disable-pip-version-check -e ".[$(EXTRAS),docs]"
	@{ sed -n '/^#/p' constraints.txt; \
		build/pins/bin/python -m pip list --format=freeze --exclude-editable --exclude pip; } > build/constraints.txt
	@mv build/constraints.txt constraints.txt && rm -rf build/pins

clean: ## remove what these targets made, the virtual environment included
	rm -rf .venv build dist demo *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis tests/engines/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
