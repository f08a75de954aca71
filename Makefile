# One entry point: what is run here is what CI runs. `make` alone lists what there is.
#
# All paths are relative, and Python's tools are called as modules of .venv/bin/python: both hold in a folder
# with spaces or Hebrew in its name, where absolute targets and a venv's own scripts do not.

SHELL := /bin/sh
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
python := .venv/bin/python
# The files that make lint and make format look at; folders come and go.
sources := $(wildcard generator tests benchmarks docs wordlists)

# Material prints a banner about MkDocs 2 on every run.
export NO_MKDOCS_2_WARNING := 1
# Under LC_ALL=C Python 3.11 cannot even start from a folder with Hebrew in its name.
export LC_ALL := C.UTF-8
# What is compiled is kept, even where an image of a container says otherwise: else each worker of the tests, and each
# command that they start, compiles all of it anew.
export PYTHONDONTWRITEBYTECODE :=
export PYTHON
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# What a step says when it fails, after what the tool itself said.
or_say = || { echo 'sikum: $(1)' >&2; exit 1; }

.PHONY: help site serve test load lint style types contracts dependencies format docs check look hear bench corpora audit soak mutate pins clean distclean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | while IFS='	' read -r name text; do printf 'make %-10s %s\n' "$$name" "$$text"; done

# --- for everyone ---

site: .venv/site-installed ## build the sample catalogue into site/
	$(python) -m mkdocs build

serve: .venv/site-installed ## preview it, and reload on every save
	$(python) -m mkdocs serve

check: .venv/site-installed ## check the sample catalogue's content
	$(python) -m generator check

# --- for developers ---

# The tests share the cores. One that fails beside the others is tried once more by itself before it counts.
# Modules keep their order, by folder: sorted by their number of tests, those with one long test came last, and a core idled.
test: lint node_modules/.package-lock.json ## everything: lint, types, contracts, all tests but those that measure
	@.ci/system-packages site test
	@folder=$$(.ci/folder-for-tests) && trap 'rm -rf "$$folder"' EXIT && export TMPDIR="$$folder" && \
	{ $(python) -m pytest -q -m 'not alone' -n 2 --dist loadscope --no-loadscope-reorder || $(python) -m pytest -q -m 'not alone' --last-failed --last-failed-no-failures none; }

load: .venv/dev-installed ## the tests that measure time and memory, one by one, on a machine at rest
	$(python) -m pytest -q -m alone

# Types take as long as all the rest. A make that can does not mix what two steps say.
whole_lines := $(if $(filter output-sync,$(.FEATURES)),--output-sync)
lint: .venv/dev-installed ## style, types, import contracts: all that is wrong, not only the first
	@$(MAKE) --keep-going --jobs=2 $(whole_lines) style types contracts dependencies

style: .venv/dev-installed
	$(python) -m ruff check $(sources)
	$(python) -m ruff format --check $(sources)

types: .venv/dev-installed
	$(python) -m mypy generator $(wildcard benchmarks wordlists)

contracts: .venv/dev-installed
	$(python) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-logo

dependencies: .venv/dev-installed
	@$(python) -m deptry generator $(call or_say,what is imported and what pyproject.toml declares differ: see above)

format: .venv/dev-installed ## mend what make lint can mend by itself
	$(python) -m ruff check --fix $(sources)
	$(python) -m ruff format $(sources)

docs: .venv/dev-installed ## build the documentation into site-docs/
	$(python) -m mkdocs build --strict --config-file mkdocs-docs.yml

bench: .venv/dev-installed ## measure Sikum beside stock Material, Zensical and Hugo
	@.ci/system-packages site bench
	$(python) -m benchmarks.run

corpora: .venv/dev-installed ## import every .docx below DIR=folder and count the words that are lost unsaid
	$(python) -m benchmarks.corpora "$(DIR)"

hear: .venv/dev-installed ## what Orca says of a few pages, written to artefacts/hear/ (needs orca, openbox, xdotool)
	@.ci/system-packages site test
	$(python) -m tests.a11y.hear

look: .venv/dev-installed ## pictures of every kind of page in three browsers, beside those of the last time: artefacts/look/index.html
	@.ci/system-packages site test
	$(python) -m tests.look

soak: .venv/dev-installed node_modules/.package-lock.json ## the long tests: random edits under serve, deep property tests
	SIKUM_SOAK=1 $(python) -m pytest -q -m soak

# A sample of faults for each package; another SEED draws another. All packages, or PACKAGES='views exports'.
SAMPLE ?= 60
SEED ?= 1
mutate: .venv/dev-installed ## put faults into the code one by one, and say which ones no test notices (PACKAGES, SAMPLE, SEED)
	$(python) -m tests.mutation $(PACKAGES) --sample $(SAMPLE) --seed $(SEED)

audit: .venv/dev-installed ## look the pinned versions up among the known vulnerabilities
	$(python) -m pip_audit --strict --require-hashes --disable-pip -r requirements/dev.txt
	npm audit --omit=optional

# Keeps the versions that are pinned and adds what is missing; UPGRADE=1 takes up new releases (at least a week old).
pins: .venv/dev-installed ## pin what pyproject.toml asks for, with hashes (UPGRADE=1: newer releases)
	$(call pin,site,--group build)
	$(call pin,dev,--group dev --constraints requirements/site.txt)
	npm install --package-lock-only

# One version for all Pythons and systems where there is one, so that all write the same bytes.
pin = UV_CUSTOM_COMPILE_COMMAND='make pins' $(python) -m uv pip compile pyproject.toml --extra pdf $(2) --universal --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-emit-find-links --quiet $(if $(UPGRADE),--upgrade) -o requirements/$(1).txt

clean: ## remove what was built
	rm -rf site site-docs dist artefacts .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find generator tests $(wildcard benchmarks) -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## remove what was installed, too
	rm -rf .venv node_modules

# --- what has to be installed; a stamp says that it was, so a second run is quick ---

# The lists are complete, so nothing besides is looked up. Modules are compiled when they are first imported: of all
# that is installed a site uses a third.
pip := $(python) -m pip install --quiet --no-input --no-compile --no-deps

# Where this lies an installation broke off, and pip would take half a package for a whole one: it is begun anew.
unfinished := .venv/unfinished

# This checkout comes last and alone, with the pinned build tools, so nothing unpinned comes along.
.venv/site-installed: requirements/site.txt pyproject.toml $(wildcard $(unfinished))
	@.ci/system-packages site
	@test ! -e $(unfinished) || rm -rf .venv
	@mkdir -p .venv && touch $(unfinished)
	@test -x $(python) || "$$PYTHON" .ci/environment .venv $(call or_say,no Python environment could be made in .venv)
	@echo 'sikum: installing what a site is built with'
	@$(MAKE) --jobs=3 $(whole_lines) $(parts)
	@$(MAKE) --jobs=2 $(whole_lines) this-checkout compiled
	@rm $(unfinished) && touch $@

.venv/dev-installed: requirements/dev.txt .venv/site-installed
	@.ci/system-packages site test
	@touch $(unfinished)
	@echo 'sikum: installing the tools of the tests'
	@$(pip) --require-hashes -r requirements/dev.txt $(call or_say,pip could not install the tools of the tests (requirements/dev.txt); its reason stands above)
	@rm $(unfinished) && touch $@

# Three of pip, side by side, each install what begins with its letters; Material is by far the largest. The tools of the
# tests name a newer pip, which would exchange what the others run from: they are one list for one pip.
parts := part-a-l part-m part-n-z
.PHONY: $(parts) this-checkout compiled
$(parts): part-%:
	@awk '/^[^ ]/ { mine = /^[$*]/ } mine' requirements/site.txt | $(pip) --require-hashes -r /dev/stdin $(call or_say,pip could not install what a site is built with (requirements/site.txt); its reason stands above)

this-checkout:
	@$(pip) --no-build-isolation -e . $(call or_say,pip could not install this checkout; its reason stands above)

# What every build imports, on the core that would be idle.
compiled:
	@$(python) -c 'import generator.plugin, generator.editions.pdf'

node_modules/.package-lock.json: package-lock.json .venv/dev-installed
	@echo 'sikum: installing what the tests in a browser use'
	@npm ci --no-audit --no-fund --no-progress --loglevel=error $(call or_say,npm could not install what package-lock.json names; its reason stands above)
	@touch $@
