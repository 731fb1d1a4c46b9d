# demo · test · check · tour · bench · bench-quality · lock. Each works in a clean checkout on a machine that has Python 3.11 (or later), make and
# the package index; the first one that runs makes .venv from requirements.lock.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help demo test check tour bench bench-quality lock clean

BIN := .venv/bin
DEMO := build/demo.kg
ALL := fact,counterfact,disputed,uncommitted
# The demo's record of its run bears a fixed day, so that exports/ is the same wherever it is made.
demo: export SOURCE_DATE_EPOCH := 1711929600
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# The first interpreter that is new enough, else a command that says what is missing.
PYTHON = $$(for python in python3.11 python3; do \
	if $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	command -v $$python; exit; fi; done)
NEED_PYTHON = if [ -z "$(PYTHON)" ]; then \
	echo 'make: no Python 3.11 or later with its venv module was found; install one as python3.11 or python3' >&2; exit 1; fi

help:  ## say what there is to make
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1	\2/'

.venv/.installed: requirements.lock requirements-schemata.lock pyproject.toml
	@$(NEED_PYTHON)
	@echo 'make: installing the packages of requirements.lock into .venv (some minutes the first time)'
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --require-hashes --no-deps -r requirements-schemata.lock
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

demo: .venv/.installed  ## build the graph of examples/, ask two questions, write exports/, draw a picture, write a report
	@rm -rf $(DEMO)
	@mkdir -p build exports
	$(BIN)/kg build examples --graph $(DEMO)
	$(BIN)/kg ask who-urges-whom --graph $(DEMO)
	$(BIN)/kg ask money-given --graph $(DEMO)
	$(BIN)/kg export --graph $(DEMO) --format turtle --output exports/examples.ttl
	$(BIN)/kg export --graph $(DEMO) --format trig --output exports/examples.trig
	$(BIN)/kg export --graph $(DEMO) --format nquads --output exports/examples.nq
	$(BIN)/kg export --graph $(DEMO) --format jsonld --output exports/examples.jsonld
	$(BIN)/kg export --graph $(DEMO) --format graphml --output exports/examples.graphml
	$(BIN)/kg export --graph $(DEMO) --format gexf --output exports/examples.gexf
	$(BIN)/kg export --graph $(DEMO) --format csv --output exports
	$(BIN)/kg export --graph $(DEMO) --format plover --output exports/events.csv
	$(BIN)/kg export --graph $(DEMO) --format cytoscape --output exports/examples.cyjs
	$(BIN)/kg export --graph $(DEMO) --format ftm --output exports/examples.ftm.jsonl
	$(BIN)/kg export --graph $(DEMO) --format neo4j --output exports/neo4j
	$(BIN)/kg draw timeline Norway Iceland --graph $(DEMO) --factuality $(ALL) --lift state --output exports/norway-iceland.svg
	$(BIN)/kg draw ego Iceland --graph $(DEMO) --factuality $(ALL) --lift state --output exports/iceland.svg
	$(BIN)/kg report Iceland --html --graph $(DEMO) --output exports/iceland.html
	@echo
	@echo 'make: done. Two questions were asked, and exports/ holds the graph in the formats of other tools (exports/README.md).'
	@echo 'make: the pictures:  exports/iceland.svg, exports/norway-iceland.svg (open them in a browser)'
	@echo 'make: the report:    exports/iceland.html (open it in a browser; it needs no network)'
	@echo 'make: the notebook:  docs/tour.ipynb (its first cell says how to open it)'
	@echo 'make: the graph:     $(DEMO); $(BIN)/kg ask --graph $(DEMO) lists what it can be asked'

test: .venv/.installed  ## run the whole suite
	$(BIN)/python -m pytest

check: .venv/.installed  ## ruff, mypy, the import contract, licences
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python .ci/licences.py

tour: .venv/.installed  ## run the notebook docs/tour.ipynb and write anew what its cells show
	KG_TOUR=write $(BIN)/python -m pytest -q tests/test_tour.py

bench: .venv/.installed  ## run every command of benchmarks/
	@for benchmark in benchmarks/*.py; do \
	if [ ! -e "$$benchmark" ]; then echo 'make: benchmarks/ holds no command yet' >&2; exit 1; fi; \
	echo "$$benchmark"; $(BIN)/python "$$benchmark"; done

bench-quality: .venv/.installed  ## score extraction on the development sets, write benchmarks/QUALITY.md
	$(BIN)/python benchmarks/quality.py

lock:  ## pin versions and hashes anew; OPTIONS=--upgrade takes the newest
	@$(NEED_PYTHON)
	@$(PYTHON) -m venv --clear build/lock
	@build/lock/bin/pip install --quiet uv
	@build/lock/bin/uv pip compile pyproject.toml --no-config --all-extras --universal \
	--python-version 3.11 --generate-hashes --no-annotate --custom-compile-command 'make lock' $(OPTIONS) \
	--quiet --output-file requirements.lock
	@echo 'followthemoney>=4' | build/lock/bin/uv pip compile - --no-config --no-deps --universal \
	--python-version 3.11 --generate-hashes --no-annotate --custom-compile-command 'make lock' $(OPTIONS) \
	--quiet --output-file requirements-schemata.lock

clean:  ## remove .venv, build/ and the caches of tools
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
