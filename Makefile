# Everything a contributor runs. A bare machine needs Python 3.11 or later with venv, and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CANVAS := landscape/ui/canvas
PORT ?= 8501

.DEFAULT_GOAL := help
.PHONY: help run room test checks test-canvas canvas screenshots bench format lock clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/run.stamp ## Start Landscape in your browser
	@echo "Landscape opens at http://localhost:$(PORT). Stop it with Ctrl+C."
	@$(BIN)/streamlit run serve.py --server.port $(PORT)

room: $(VENV)/run.stamp ## Open Landscape to a room: others on your network can answer
	@$(BIN)/python -m scripts.room $(PORT)

test: $(VENV)/dev.stamp ## Run every check and every test
	@$(MAKE) --no-print-directory checks
	@$(BIN)/python -m scripts.chromium --install
	@$(BIN)/python -m scripts.office --install
	@$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

checks: $(VENV)/dev.stamp ## Run the checks of the sources only
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test-canvas: ## Check the map's sources and rebuild its bundle byte for byte (needs Node)
	cd $(CANVAS) && npm ci --no-fund --no-audit && npm run check && npm test
	scripts/compare-bundle

canvas: ## Build the map's bundle (needs Node)
	cd $(CANVAS) && npm ci --no-fund --no-audit && npm run build

screenshots: $(VENV)/dev.stamp ## Draw the pictures of the documentation
	@$(BIN)/python -m scripts.chromium --install
	$(BIN)/python -m scripts.screenshots

bench: $(VENV)/dev.stamp ## Measure speed and memory
	@$(BIN)/python -m scripts.chromium --install
	$(BIN)/python -m benchmarks

format: $(VENV)/dev.stamp ## Format the sources and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/dev.stamp ## Write the lock files anew from requirements*.txt
	scripts/lock

clean: ## Remove what was built or installed here; your data stays
	rm -rf $(VENV) build *.egg-info test-results $(CANVAS)/node_modules
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# An environment for development serves `make run` too.
$(VENV)/run.stamp: requirements.lock pyproject.toml
	@if [ -e $(VENV)/dev.stamp ]; then $(MAKE) --no-print-directory $(VENV)/dev.stamp; \
	else PYTHON=$(PYTHON) scripts/install requirements.lock; fi
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock pyproject.toml
	@PYTHON=$(PYTHON) scripts/install requirements-dev.lock
	@touch $@ $(VENV)/run.stamp
