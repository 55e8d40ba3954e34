# Every command that an editor, a designer, a programmer and CI need. `make help` lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site offline handbook test lint engines styles mutants serve check publish golden format lock clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

site: .venv/site ## Check the content and build the site into site/
	$(BIN)/rolebook build

offline: .venv/site ## Pack the site for reading from disk: dist/….zip
	$(BIN)/rolebook offline

handbook: .venv/handbook ## Make a PDF and an EPUB of the whole catalogue in dist/
	$(BIN)/rolebook handbook

test: lint ## Run every check of the code and every test
	@mkdir -p .cache
	$(BIN)/python -m pytest $(COVER)
	@[ -z "$(COVER)" ] || echo "The tests reach $$($(BIN)/coverage report --format=total) % of scripts/, without what they run as a command."
# Python before 3.12 has no sys.monitoring; without it, code runs half as fast while it is watched.
COVER = $(shell $(BIN)/python -c 'import sys; print("--cov --cov-report=" if hasattr(sys, "monitoring") else "")')

# What is not configured is not checked.
lint: .venv/test ## Check the code without running it: style, types, imports, scripts
	$(BIN)/ruff format --check scripts tests
	$(BIN)/ruff check scripts tests
	@! grep -q '^\[tool.mypy\]' pyproject.toml || { set -x; $(BIN)/mypy; }
	@! grep -q '^\[tool.importlinter\]' pyproject.toml || { set -x; $(BIN)/lint-imports --cache-dir .cache/imports; }
	@! grep -q '"check":' package.json || { set -x; PATH="$(CURDIR)/$(BIN):$$PATH" npm run --silent check; }

engines: .venv/test .cache/engines/made ## Build with ProperDocs and Zensical too, and say what differs
	$(BIN)/python -m pytest -n0 -s -rs tests/test_engines.py

styles: .venv/test ## Walk every page type and list the selectors that match nothing
	$(BIN)/python -m pytest -o addopts= tests/test_styles.py

mutants: .venv/test ## Change one token of the code at a time and see whether a test fails: COUNT=40 SEED=1 ONLY=analysis
	$(BIN)/python -m tests.mutants --count $(or $(COUNT),40) --seed $(or $(SEED),1) --only "$(ONLY)"

serve: .venv/site ## Live preview: an edit to content, templates, CSS or scripts shows in the browser
	$(BIN)/rolebook serve

check: .venv/site ## Report every mistake in the content
	$(BIN)/rolebook check

publish: .venv/site ## Record every address in content/published/: from then on each must lead somewhere
	$(BIN)/rolebook publish

golden: .venv/test ## Renew the golden pages and data in tests/golden, to be read before they are committed
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest tests/test_golden.py tests/test_golden_data.py

format: .venv/test ## Put the Python code into the one style
	$(BIN)/ruff check --fix scripts tests && $(BIN)/ruff format scripts tests

lock: ## Lock the newest versions that pyproject.toml and package.json allow (needs uv and npm)
	uv pip compile -q $(UV_FLAGS) --extra build pyproject.toml -o requirements.lock
	uv pip compile -q $(UV_FLAGS) --extra build --extra handbook -c requirements.lock pyproject.toml -o requirements-handbook.lock
	uv pip compile -q $(UV_FLAGS) --extra build --extra handbook --extra test -c requirements-handbook.lock pyproject.toml -o requirements-test.lock
	uv pip compile -q $(UV_FLAGS) --group engines -c requirements.lock -o requirements-engines.lock
	npm install --package-lock-only --omit-lockfile-registry-resolved
UV_FLAGS := --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url

clean: ## Delete all that can be made again
	rm -rf .venv node_modules site dist .cache
	find site_src -mindepth 1 ! -name .gitignore -delete

# Set-up. Each stamp is made again when the lock that it installs has changed.
.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Python 3.11 or newer is needed. Install python3, or name yours: make site PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's module venv is needed; some systems pack it by itself, as python3-venv." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/site: .venv/made requirements.lock pyproject.toml package-lock.json
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent --omit=dev
	@touch $@

.venv/handbook: .venv/site requirements-handbook.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-handbook.lock
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent
	@touch $@

.venv/test: .venv/site requirements-test.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent
	@touch $@

.cache/engines/made: .venv/made requirements-engines.lock
	$(PYTHON) -m venv .cache/engines
	.cache/engines/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-engines.lock
	@touch $@
