# Every target sets up what it needs: a virtual environment in .venv with the pinned requirements.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: generate test floors check fake diff bench clean
.DEFAULT_GOAL := generate

generate: $(READY)  ## spec + templates → generated/
	@$(BIN)/python -m generator

test: $(READY)  ## all tests
	@$(BIN)/python -m pytest -n auto

floors: $(READY)  ## the runtime's tests with the oldest dependencies it promises to work with
	@test -x .venv/floors/bin/python || $(PYTHON) -m venv .venv/floors
	@.venv/floors/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@.venv/floors/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements-floors.txt
	@.venv/floors/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@.venv/floors/bin/python -m pytest -n auto tests/runtime

check: $(READY)  ## what continuous integration runs; the type checkers are among the tests
	$(BIN)/python -m generator --check
	$(BIN)/python -m generator diff --announced > /dev/null
	$(BIN)/ruff check .
	$(BIN)/black --check --quiet generator templates tests
	@$(MAKE) --no-print-directory floors
	@$(MAKE) --no-print-directory test

fake: $(READY)  ## serve the fake WeChat Pay on 127.0.0.1
	@PYTHONPATH=generated $(BIN)/python -m wechatpay_marketing.testing

diff: $(READY)  ## what the spec changes for callers since BASE: a git revision or a folder
	@$(BIN)/python -m generator diff $(BASE)

bench: $(READY)  ## costs as ratios to a floor or a peer, in one run
	@PYTHONPATH=generated $(BIN)/python -m tests.benchmarks

clean:  ## remove everything that can be made again, except generated/
	rm -rf .venv .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
