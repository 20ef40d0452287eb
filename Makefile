# make demo   sets up, publishes the demo publication into output/ and shows what went where
# make test   sets up, then runs every test
# make docs   sets up, then builds the documentation into build/site
# make screenshots  sets up, then takes the documentation's pictures in Chromium
# make bench  sets up, then measures building, checking and serving beside peers (half an hour); make bench-quick: two minutes
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup demo test lint types check docs bench bench-quick browser database screenshots clean

setup: $(VENV)/.ready
	@$(BIN)/python -m compileall -qq feeds

$(VENV)/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed (PYTHON=... names one)"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up .venv (a minute, the first time)"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

demo: setup
	@$(BIN)/python sources/desk/today.py
	@$(BIN)/feeds build
	@$(BIN)/feeds check $$(find output -name '*.xml' -o -name '*.json' | sort)
	@echo
	@echo "The feeds are in output/. Why is a story not somewhere? Try: $(BIN)/feeds why ID"

test: setup
	@$(BIN)/python -m pytest

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup
	@$(BIN)/mypy

check: lint types test

$(VENV)/.docs: $(VENV)/.ready
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt --editable '.[docs]'
	@touch $@

docs: $(VENV)/.docs
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo "The documentation is in build/site/index.html"

# Chromium for the tests of pages, from the system's packages where one may install them
browser:
	@command -v chromium >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -qq -y chromium >/dev/null; }

# PostgreSQL for the tests of archives in it; they start a server of their own
database:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -qq -y postgresql >/dev/null; }

screenshots: setup
	@$(BIN)/python tests/browser/screenshots.py docs/images

$(VENV)/.bench: $(VENV)/.ready
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt --editable '.[bench]'
	@touch $@

bench: $(VENV)/.bench
	@$(BIN)/python benchmarks/building.py 1000 10000 100000
	@$(BIN)/python benchmarks/checking.py
	@$(BIN)/python benchmarks/serving.py 1000 100000
	@$(BIN)/python benchmarks/soak.py --seconds 600

bench-quick: $(VENV)/.bench
	@$(BIN)/python benchmarks/building.py 1000 --rounds 1
	@$(BIN)/python benchmarks/checking.py
	@$(BIN)/python benchmarks/serving.py 1000
	@$(BIN)/python benchmarks/soak.py --seconds 30

clean:
	@rm -rf $(VENV) build/site output .output.staging .feeds
