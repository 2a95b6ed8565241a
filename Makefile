# Padu's tasks. `make` lists them. Each sets up what it needs: a fresh machine has only Python 3.11 or newer, and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
COMPILED := $(VENV)/compiled
RECORDS ?= 200000
ENGINE ?= embedded:index

.DEFAULT_GOAL := help
.PHONY: help demo test check format wheel wheeltest bench screenshots coverage upgrade clean

help:  ## list the tasks
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The stamp is newer than both files only after a complete installation.
$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Padu needs Python 3.11 or newer; name it with: make PYTHON=python3.11"; exit 1; }
	@echo "Installing Padu and its tools into $(VENV) (once; about a minute) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt pip setuptools hatchling editables
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	@$(BIN)/python -m compileall -qq discovery indexer web
	@touch $(STAMP)

demo: $(STAMP)  ## load the example catalogues and serve them on http://127.0.0.1:8000
	@$(BIN)/padu demo $(ARGS)

test: $(STAMP)  ## run the tests (ARGS="-k name" and the like go to pytest)
	@$(BIN)/python -m pytest $(ARGS)

check: $(STAMP)  ## everything that needs no running: style, types, imports, templates, documents
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest --quiet $(wildcard tests/test_architecture.py tests/test_project.py tests/test_documents.py)
	@$(BIN)/djlint --quiet --check --lint web/templates

format: $(STAMP)  ## put code and templates into the project's form
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .
	@$(BIN)/djlint --quiet --reformat web/templates || true

# Compiling is done in a copy: what lies beside the sources would be imported instead of them.
$(COMPILED): $(STAMP) $(shell find discovery indexer web -name '*.py')
	@command -v cc > /dev/null || { echo "The wheel is compiled: that needs a C compiler and Python's headers (Debian: gcc libc6-dev python3-dev)"; exit 1; }
	@echo "Compiling what every record goes through (a minute or two) …"
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	  cp -r pyproject.toml README.md LICENSE discovery indexer web "$$folder" && rm -rf dist $(COMPILED) && \
	  HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist "$$folder" && \
	  $(BIN)/python -m pip install --quiet --no-deps --target $(COMPILED) dist/*.whl && touch $(COMPILED)

wheel: $(COMPILED)  ## build dist/padu-….whl for production, with the hot path compiled to C
	@ls dist/*.whl

# -P and the path: Padu from the wheel, the tests and the benchmarks from here.
WITH_WHEEL = PYTHONPATH="$(COMPILED):$(CURDIR)" $(BIN)/python -P

wheeltest: $(COMPILED)  ## run the tests of what is compiled on the wheel
	@$(WITH_WHEEL) -c 'import sys; from indexer.readers import pieces; sys.exit(pieces.__file__.endswith(".py"))'
	@$(WITH_WHEEL) -m pytest --override-ini pythonpath= $(ARGS) tests/discovery/analysis tests/discovery/catalog tests/discovery/engines \
	  tests/discovery/search tests/indexer/crosswalks tests/indexer/enrich tests/indexer/match tests/indexer/readers tests/indexer/test_authorities.py \
	  tests/indexer/test_concordance.py tests/indexer/test_headings.py

bench: $(COMPILED)  ## measure loading and searching with the wheel (RECORDS=200000 ENGINE=http://127.0.0.1:9200/bench for Elasticsearch)
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && export PADU_CONFIG="$$folder/padu.toml" && \
	  $(WITH_WHEEL) -m benchmarks.catalogue --records $(RECORDS) --to "$$folder/catalogue.mrc" && \
	  printf '%s\n' '[engine]' 'url = "$(ENGINE)"' '[[library]]' 'code = "bench"' 'name = "Bench"' 'kind = "public"' \
	    '[[partner]]' 'code = "bench"' 'source = "catalogue.mrc"' 'library = "bench"' > "$$PADU_CONFIG" && \
	  echo "-- loading" && $(WITH_WHEEL) -m benchmarks.indexing --engine "$(ENGINE)" --file "$$folder/catalogue.mrc" && \
	  echo "-- searching" && $(WITH_WHEEL) -m discovery sync > "$$folder/log" && $(WITH_WHEEL) -m benchmarks.searching

screenshots: $(STAMP)  ## take the pictures in docs/images anew, in the demo's catalogue (needs Chromium)
	@$(BIN)/python -m docs.screenshots

coverage: $(STAMP)  ## run the tests and list the lines that none of them reached
	@$(BIN)/python -m pytest --quiet --cov --cov-report=term $(ARGS)

upgrade:  ## take the newest versions into constraints.txt
	@rm -rf $(VENV)/upgrade && $(PYTHON) -m venv $(VENV)/upgrade
	@$(VENV)/upgrade/bin/python -m pip install --quiet --upgrade pip setuptools
	@$(VENV)/upgrade/bin/python -m pip install --quiet --editable '.[dev]'
	@head -n 2 constraints.txt > $(VENV)/upgrade/constraints.txt
	@$(VENV)/upgrade/bin/python -m pip freeze --all --exclude-editable --exclude padu | LC_ALL=C sort -f >> $(VENV)/upgrade/constraints.txt
	@mv $(VENV)/upgrade/constraints.txt constraints.txt && rm -rf $(VENV)/upgrade

clean:  ## remove the virtual environment and what the tools left behind
	@rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage .coverage.* htmlcov
