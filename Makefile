# The chores, each one word. The first two are all a newcomer needs: make demo, make test.
PYTHON ?= python3
VENV ?= .venv
RUN = $(VENV)/bin/
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: demo test quick lint golden docs browser real-sites clean

demo: $(VENV)/installed browser ## the whole job on the practice network: environment, browser, report
	$(RUN)selfaudit demo --out demo-report

test: $(VENV)/installed-for-tests browser lint ## everything that must hold, on all processors
	$(RUN)pytest --numprocesses auto --dist loadfile

quick: $(VENV)/installed-for-tests ## the tests that need no browser and no other software
	$(RUN)pytest -m "not browser and not real_site"

lint: $(VENV)/installed-for-tests ## format, style, types, import directions
	$(RUN)ruff format --check .
	$(RUN)ruff check .
	$(RUN)mypy
	$(RUN)lint-imports --no-logo

golden: $(VENV)/installed-for-tests ## take the present report as the one to compare with
	SELFAUDIT_GOLDEN=update $(RUN)pytest tests/reports

docs: $(VENV)/installed ## docs/platforms.md, saving-pages.md and exports.md, from the readers themselves
	$(RUN)python -m selfaudit.platforms.table docs

browser: $(VENV)/installed ## an installed browser, else Debian's Chromium, else Playwright's own
	@$(RUN)python -m selfaudit.browser.finding >/dev/null 2>&1 \
	|| { command -v apt-get >/dev/null && $(SUDO) apt-get update -qq \
	     && $(SUDO) apt-get install -y -qq --no-install-recommends chromium libatomic1 fonts-dejavu-core fonts-noto-color-emoji; } \
	|| $(RUN)playwright install chromium
	@$(RUN)python -m selfaudit.browser.finding

real-sites: ## Debian's WordPress, two message boards and a Bluesky server, and a screen, for the tests that use real ones
	$(SUDO) apt-get update -qq
	$(SUDO) apt-get install -y -qq --no-install-recommends wordpress wordpress-theme-twentytwentythree \
	  mariadb-server php-cli php-mysql php-gd php-xml php-mbstring php-curl php-intl redis-server xvfb xauth
	$(PYTHON) tests/real_sites/board_software.py
	SELFAUDIT_INSTALL_PDS=1 PYTHONPATH=tests $(PYTHON) -m real_sites.pds_software

$(VENV)/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "selfaudit needs Python 3.11 or newer; this is $$($(PYTHON) --version)."; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	|| { command -v apt-get >/dev/null && $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq python3-venv; } \
	|| { echo "Python's venv module is missing. On Debian: apt-get install python3-venv"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(RUN)python -m pip install --quiet --upgrade pip
	$(RUN)python -m pip install --quiet --quiet --editable .
	@touch $@

$(VENV)/installed-for-tests: $(VENV)/installed
	$(RUN)python -m pip install --quiet --group test --group lint
	@touch $@

clean: ## everything that was made here
	rm -rf $(VENV) demo-report build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
