# Everything a person or CI runs. `make help` lists it.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
export TEXTS ONLY EDITION  # a folder, a selection, a file: blanks and all
OWN = $(if $(ONLY),--only "$$ONLY") $(if $(EDITION),--edition "$$EDITION")
MORE = $(if $(TEXTS),--texts "$$TEXTS")

.PHONY: help site test lint check packs names themes acts agreement wording links partners dead-links addresses bench serve audit pictures golden lock canary clean

help:            ## this list
	@sed -n 's/^\([a-z]*\): *.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

$(VENV)/.site: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV) || { echo 'On Debian: apt install python3-venv'; exit 1; }
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.test: requirements-test.txt $(VENV)/.site
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

site: $(VENV)/.site            ## build site/ and dist/; TEXTS=DIR: with its texts; ONLY='theme=wildlife; years=2020-', EDITION=FILE: an edition of your own; ZIP=1: pack many too
	$(RUN) build_pages.py $(MORE) $(OWN) $(if $(ZIP),--zip)

test: $(VENV)/.test site lint            ## all tests, with real browsers (installs them on Debian)
	$(RUN) tests/browsers.py
	$(RUN) -m pytest --numprocesses auto --dist loadfile

lint: $(VENV)/.test            ## ruff, mypy and oxlint
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(VENV)/bin/oxlint docs/assets benchmarks

check: $(VENV)/.site            ## find problems, print the account, counts, labels; write nothing
	$(RUN) build_pages.py --check $(MORE) $(OWN)

names: $(VENV)/.site            ## look every name up in the UN's XML; UN=DIR: where it lies
	$(RUN) -m resolutions.evaluate.un_names $(UN)

themes: $(VENV)/.site            ## the themes against labelled paragraphs, as settled, of the UN's XML; UN=DIR: where it lies
	$(RUN) -m resolutions.evaluate.un_themes $(UN)

acts: $(VENV)/.site            ## acts and whom they ask, against labelled paragraphs of the UN's XML; UN=DIR
	$(RUN) -m resolutions.evaluate.un_acts $(UN)

agreement: site            ## how far two people agree on labels, and the program with them; UN=DIR
	$(RUN) -m resolutions.evaluate.un_agreement $(UN)

links: $(VENV)/.site            ## our citations against the links in the UN's XML; UN=DIR: where it lies
	$(RUN) -m resolutions.evaluate.un_links $(UN)

partners: $(VENV)/.site            ## paragraphs of the UN's XML that stand in some languages only; UN=DIR
	$(RUN) -m resolutions.evaluate.un_partners $(UN)

dead-links: $(VENV)/.site            ## every link of every page of a site, however large; SITE=DIR
	$(RUN) -m resolutions.evaluate.dead_links $(SITE)

wording: $(VENV)/.site            ## the English aid beside the UN's wording; UN=DIR: where its XML lies
	$(RUN) -m resolutions.evaluate.un_wording $(UN)

packs: $(VENV)/.site            ## write dist/packs/: Moodle, GIFT, SCORM, Anki; a cartridge of links
	$(RUN) build_pages.py --packs $(MORE) $(OWN)

addresses: $(VENV)/.site            ## list new addresses in data/addresses.txt; TEXTS=DIR: in the list beside its texts
	$(RUN) build_pages.py --addresses $(MORE)

bench: $(VENV)/.test            ## measure the build and the search
	$(RUN) benchmarks/build.py
	$(RUN) benchmarks/scale_build.py
	$(RUN) benchmarks/search.py
	$(RUN) benchmarks/engines.py
	$(RUN) benchmarks/scale_search.py

serve: site            ## look at site/ over http
	$(RUN) -m http.server --directory site --bind 127.0.0.1 8000

audit: $(VENV)/.test site            ## every page in every language in a browser; axe over every type, width and scheme
	GRID=all $(RUN) -m pytest tests/browser/test_chromium.py tests/browser/test_axe.py tests/browser/test_walks.py

pictures: $(VENV)/.test site            ## take the pictures of README anew
	$(RUN) tests/pictures.py

golden: $(VENV)/.test            ## rewrite tests/golden; read the diff like code
	GOLDEN=overwrite $(RUN) -m pytest -q tests/test_golden.py tests/test_messages.py tests/references/test_style.py

lock:            ## make requirements*.txt anew from pyproject.toml (needs uv)
	uv pip compile --no-config --quiet --universal --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' -o requirements.txt pyproject.toml
	uv pip compile --no-config --quiet --universal --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' -c requirements.txt --group test -o requirements-test.txt

canary: site            ## whether Zensical, the theme's successor (its newest), makes the same shells
	$(PYTHON) -m venv build/canary/.venv
	build/canary/.venv/bin/python -m pip install --quiet --disable-pip-version-check zensical
	UN_DOCS=build/docs/zh UN_SITE=build/canary/zh UN_LANG=zh build/canary/.venv/bin/zensical build --config-file mkdocs.yml
	@made=$$(grep -rlF '[[body]]' --include='*.html' build/canary/zh | wc -l); \
	wanted=$$(find build/docs/zh -name '*.md' | wc -l); \
	echo "$$made of $$wanted shells have a place for the body"; test $$made -eq $$wanted

clean:            ## remove all that was built
	rm -rf site site-problems.log dist build $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
