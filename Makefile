# Two commands: `make demo` looks around in a sample practice, `make test` proves everything.
.PHONY: demo test lint lock bench clean
.DEFAULT_GOAL := demo
MAKEFLAGS += --no-print-directory

PIP := .venv/bin/python -m pip --disable-pip-version-check --quiet
PANGO := .venv/bin/python -c \"from ctypes import CDLL; [CDLL(f'lib{n}.so.0') for n in ('pango-1.0', 'pangoft2-1.0', 'harfbuzz-subset')]\"
POSTGRESQL := command -v initdb || ls /usr/lib/postgresql/*/bin/initdb
CHROMIUM := command -v chromium

demo: .venv/ready
	@.ci/need "reports as PDF" "$(PANGO)" libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
	@PORT="$${PORT:-8000}" PRACTICE_DATA="$${PRACTICE_DATA:-./instance}" exec .venv/bin/practice demo

# Lint and types are tests like any other (tests/house/test_lint.py), so pytest's closing line counts everything.
test: .venv/ready-test
	@.ci/need "reports as PDF" "$(PANGO)" libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
	@.ci/need "Chinese, Japanese and Korean names on paper" "fc-list :lang=zh-cn | grep -q ." fonts-noto-cjk
	@.ci/need "journeys in a real browser" "$(CHROMIUM)" chromium
	@.ci/need "tests on PostgreSQL" "$(POSTGRESQL)" postgresql
	@.ci/need "pdftotext, the second reader of PDF" "command -v pdftotext" poppler-utils
	@.venv/bin/python -m pytest -rs -n 2 --no-loadscope-reorder

lint: .venv/ready-test
	@.venv/bin/ruff check
	@.venv/bin/mypy

bench: .venv/ready-test
	@.venv/bin/python -m tests.benchmarks

# Writes both lock files anew from pyproject.toml: every version with its hashes, and no index named.
COMPILE := .venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links
lock: .venv/made
	@$(PIP) install uv
	$(COMPILE) pyproject.toml --output-file requirements.txt
	$(COMPILE) pyproject.toml --extra test --constraints requirements.txt --output-file requirements-test.txt

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis tests/pictures

# Stamps inside .venv: each line is done again only when what it depends on has changed.
.venv/made:
	@.ci/environment
	@touch $@

.venv/ready: .venv/made requirements.txt .ci/command
	@echo "Installing what Homeward needs (a minute or two, only this once)."
	@$(PIP) install --require-hashes -r requirements.txt
	@.ci/command
	@touch $@

.venv/ready-test: .venv/made requirements-test.txt .ci/command
	@echo "Installing what Homeward and its tests need (a minute or two, only this once)."
	@$(PIP) install --require-hashes -r requirements-test.txt
	@.ci/command
	@touch .venv/ready $@
