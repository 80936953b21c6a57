# `make` alone lists what can be made. Set-up is part of every target: nothing to install by hand first.
# The Python to use; unless given, tools/setup.sh finds one of 3.11 or newer.
PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
# Tests run on all cores; those of one file stay together, since they share what they made. conftest.py says which begin.
SPREAD := -n auto --dist loadfile --no-loadscope-reorder
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site serve preview check pdfs quick test soak lint format bench export fields lock clean summary pictures review due

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

site: $(VENV)/ready ## check everything, then build site/ with search and handouts
	@$(BIN)/python -m press site

serve: $(VENV)/ready ## show the site at http://127.0.0.1:8000, anew at every change; PORT=8001 shows it there
	@$(BIN)/python -m press serve --port $(or $(PORT),8000)

preview: $(VENV)/ready ## build preview/: as site/, with messages in the place of pages that have a fault; never publish it
	@$(BIN)/python -m press preview

check: $(VENV)/ready ## say what is wrong in the manuscripts and how to mend it, handouts included
	@$(BIN)/python -m press check --fit

pdfs: $(VENV)/ready ## make the handouts alone, in site/handouts/
	@$(BIN)/python build_pdfs.py --paper both

quick: $(VENV)/ready-dev ## while you work: lint, types, contracts, and the tests that need no browser, PDF or site
	@tools/check-code.sh $(BIN)
	@$(BIN)/python -m pytest $(SPREAD) -m "not browser and not pdf and not slow"

test: $(VENV)/ready-dev ## before you send a change: lint, types, contracts and every test, in a real browser too
	@tools/check-code.sh $(BIN)
	@$(BIN)/python -m pytest $(SPREAD)

soak: $(VENV)/ready-soak ## long random tests, and what a screen reader says: an hour or more; SEED=N repeats a run
	@SOAK=1 SEED=$(SEED) $(BIN)/python -m pytest -m soak -v

lint: $(VENV)/ready-dev ## lint, types and import contracts alone
	@tools/check-code.sh $(BIN)

format: $(VENV)/ready-dev ## put the code into its usual form
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .
	@tools/js/node_modules/.bin/biome check --write --config-path=tools/js press/theme/assets/press tests/js

bench: $(VENV)/ready-dev ## measure build, preview, pages, search, handouts and notes, each beside a peer
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.reloads
	@$(BIN)/python -m benchmarks.weights
	@$(BIN)/python -m benchmarks.search
	@$(BIN)/python -m benchmarks.handouts
	@$(BIN)/python -m benchmarks.recognition

review: $(VENV)/ready ## say what an editor must look at in the stories, and which consents end soon
	@$(BIN)/python -m press review

due: $(VENV)/ready ## list the stories to ask about again within 60 days, in due.md
	@$(BIN)/python -m press review --due > due.md

summary: $(VENV)/ready ## say what has changed since a commit (SINCE=main), for a proposal's readers
	@$(BIN)/python -m press summary --since "$(or $(SINCE),HEAD^)" --json summary.json

pictures: $(VENV)/ready ## draw the pages that `make summary` lists, before and after, into pictures/; after `make preview`
	@$(BIN)/python tools/pictures.py --since "$(or $(SINCE),HEAD^)"

export: $(VENV)/ready ## write the pages as plain Markdown to export/
	@$(BIN)/python -m press export export

fields: $(VENV)/ready ## write anew what is made from the model: fields page, JSON Schema, snippet
	@$(BIN)/python -m press fields

lock: $(VENV)/ready-dev ## renew requirements*.lock from pyproject.toml
	@tools/lock.sh $(BIN)

clean: ## delete what was built and installed
	@rm -rf $(VENV) tools/js/node_modules .press site preview pictures export *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/ready: requirements.lock pyproject.toml tools/setup.sh
	@tools/setup.sh "$(PYTHON)" $(VENV) requirements.lock
	@touch $@

$(VENV)/ready-dev: requirements-dev.lock tools/js/package-lock.json $(VENV)/ready
	@tools/setup.sh "$(PYTHON)" $(VENV) requirements-dev.lock
	@touch $@

$(VENV)/ready-soak: $(VENV)/ready-dev
	@tools/setup.sh "$(PYTHON)" $(VENV) requirements-dev.lock screen-reader
	@touch $@
