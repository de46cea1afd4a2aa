# Every target sets up what it needs: a virtual environment in .venv with the pinned requirements.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: generate test check fake bench diff clean
.DEFAULT_GOAL := generate

generate: $(READY)  ## spec + templates → generated/
	@$(BIN)/python -m generator

test: $(READY)  ## all tests
	@$(BIN)/python -m pytest -n auto

check: $(READY)  ## what continuous integration runs
	$(BIN)/python -m generator --check
	$(BIN)/ruff check .
	$(BIN)/black --check --quiet generator templates tests
	$(BIN)/mypy
	$(BIN)/basedpyright
	@$(MAKE) --no-print-directory test

fake: $(READY)  ## serve the fake WeChat Pay on 127.0.0.1
	@PYTHONPATH=generated $(BIN)/python -m wechatpay_marketing.testing

bench: $(READY)  ## costs as ratios to a floor or a peer, in one run
	@PYTHONPATH=generated $(BIN)/python -m tests.benchmarks

clean:  ## remove everything that can be made again, except generated/
	rm -rf .venv .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
