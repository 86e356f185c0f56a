# 两条命令：make site 建站，make test 跑全部测试。/ Two commands: make site builds the site, make test runs every test.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOOKS := hooks
CODE := $(HOOKS) build.py tests $(wildcard benchmarks)
LOCALES := $(HOOKS)/showcase/locale
PEERS := $(patsubst %/requirements.in,%,$(wildcard benchmarks/peers/*/requirements.in))
INSTALL := $(BIN)/python -m pip install --quiet --only-binary :all: --require-hashes
NOT_INSTALLED := { echo "没有装上，起因见上面几行。这台机器不能联网，就照 docs/guide/hosting.md 的「内网和不联网的机器」离线安装。" \
    "/ not installed: the lines above say why; without a network, see docs/guide/hosting.md" >&2; exit 1; }

SITE_TOOLS := $(VENV)/.site-tools
TEST_TOOLS := $(VENV)/.test-tools
LOCK_TOOLS := .cache/lock/.tools
AUDIT_TOOLS := .cache/audit/.tools

# To compile the program anew takes every command a good tenth of a second more.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help site check serve tools test fuzz lint format audit bench messages lock clean

help: ## 列出这些命令 / lists these commands
	@awk -F ':[^#]*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

site: $(SITE_TOOLS) ## 建站，结果在 site/ / builds the site into site/
	@$(BIN)/python build.py build

check: $(SITE_TOOLS) ## 检查 brands/ 里的每个文件 / checks every file in brands/
	@$(BIN)/python build.py check

serve: $(SITE_TOOLS) ## 边改边看，Ctrl-C 结束 / shows the site while you write; Ctrl-C ends it
	@$(BIN)/python build.py serve $(ARGS)

tools: $(SITE_TOOLS) ## 只装好建站的工具 / installs what the site is built with, and no more

# One run tells everything: the tests run even where the code's form is at fault, and the run fails for either.
test: $(TEST_TOOLS) ## 跑全部检查和测试 / runs every check and test
	@.ci/provide-browser
	@$(MAKE) --no-print-directory lint; form=$$?; $(BIN)/python -m pytest -n auto --dist worksteal && exit $$form

fuzz: $(TEST_TOOLS) ## 用随机的怪文件试 5 分钟；ARGS=60 试 60 分钟 / tries strange files at random for 5 minutes; ARGS=60 for 60
	@.ci/provide-browser
	@$(BIN)/python tests/fuzz/__main__.py $(ARGS)

lint: $(TEST_TOOLS) ## 检查代码：格式、类型、依赖方向 / checks the code: form, types, direction of imports
	@$(BIN)/ruff check --quiet --output-format concise $(CODE)
	@$(BIN)/ruff format --quiet --check $(CODE)
	@$(BIN)/mypy
	@PYTHONPATH=$(HOOKS) $(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter

format: $(TEST_TOOLS) ## 整理代码格式 / puts the code into form
	@$(BIN)/ruff check --quiet --fix $(CODE)
	@$(BIN)/ruff format --quiet $(CODE)

bench: $(SITE_TOOLS) ## 与同类工具比速度 / measures the speed beside its peers
	@$(BIN)/python -m benchmarks $(ARGS)

messages: $(SITE_TOOLS) ## 收集要翻译的文字 / gathers the words to translate
	@mkdir -p .cache/messages
	@$(call gather,cli,cli model source compile)
	@$(call gather,site,views frame)

audit: $(AUDIT_TOOLS) ## 查依赖有没有已知的漏洞（要能上网） / looks for known holes in the dependencies (needs the network)
	@for name in site test; do \
	    .cache/audit/bin/pip-audit --requirement requirements/$$name.txt --require-hashes --disable-pip || found=1; \
	done; exit $${found:-0}

lock: $(LOCK_TOOLS) ## 重新锁定依赖的版本 / locks the versions of what is installed, anew
	@$(call lock,pyproject.toml,requirements/site.txt,)
	@$(call lock,pyproject.toml,requirements/test.txt,--group test --constraints requirements/site.txt)
	@$(call lock,requirements/audit.in,requirements/audit.txt,)
	@$(foreach peer,$(PEERS),$(call lock,$(peer)/requirements.in,$(peer)/requirements.txt,) &&) true

clean: ## 删去一切生成的东西 / removes everything that was made
	rm -rf $(VENV) .cache site
	find $(CODE) -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@PYTHON="$(PYTHON)" .ci/provide-venv $(VENV)

$(SITE_TOOLS): requirements/site.txt | $(VENV)/bin/python
	@echo "安装建站工具 / installing what the site is built with …"
	@$(INSTALL) --requirement $< || $(NOT_INSTALLED)
	@touch $@

$(TEST_TOOLS): requirements/test.txt $(SITE_TOOLS)
	@echo "安装测试工具 / installing the test tools …"
	@$(INSTALL) --requirement $< || $(NOT_INSTALLED)
	@touch $@

$(AUDIT_TOOLS): requirements/audit.txt | $(VENV)/bin/python
	@$(BIN)/python -m venv .cache/audit
	@.cache/audit/bin/python -m pip install --quiet --only-binary :all: --require-hashes --requirement $<
	@touch $@

$(LOCK_TOOLS): | $(VENV)/bin/python
	@$(BIN)/python -m venv .cache/lock
	@.cache/lock/bin/python -m pip install --quiet uv
	@touch $@

# $(call gather,DOMAIN,PACKAGES): one domain's words out of its packages and into every locale's catalogue, under the
# head that stands there; Babel's own would change with every run.
define gather
$(BIN)/pybabel --quiet extract --mapping-file pyproject.toml --no-location --no-wrap --sort-output \
    --keyword text --output-file .cache/messages/$(1).pot $(addprefix $(HOOKS)/showcase/,$(2)) && \
for folder in $(LOCALES)/*/LC_MESSAGES; do \
    sed '/^$$/q' "$$folder/$(1).po" > .cache/messages/head && \
    $(BIN)/pybabel --quiet update --locale "$$(basename "$$(dirname "$$folder")")" --no-fuzzy-matching --no-wrap \
        --omit-header --input-file .cache/messages/$(1).pot --output-file "$$folder/$(1).po" && \
    cat .cache/messages/head "$$folder/$(1).po" > .cache/messages/whole && \
    cp .cache/messages/whole "$$folder/$(1).po"; \
done
endef

# $(call lock,WANTED,LOCK,OPTIONS): the lock of what a file wants, good on every platform, one version of each.
define lock
UV_CUSTOM_COMPILE_COMMAND="make lock" .cache/lock/bin/uv pip compile $(1) $(3) --quiet --upgrade --universal \
    --fork-strategy fewest --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
    --output-file $(2)
endef
