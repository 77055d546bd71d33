# make run     installs what is missing, builds, and turns the samples into ./corpus
# make test    installs what is missing, builds, and runs every test
# make chaos   kills and freezes the processes of a run of 2,000 documents 50 times, and compares the corpus
#
# All use one configuration, so that nothing is built twice.
SHELL := /bin/bash
CONFIGURATION ?= release
OPTIONS := --configuration $(CONFIGURATION)
ifeq ($(CONFIGURATION),release)
OPTIONS += -Xswiftc -enable-testing
endif
BUILD := .build/$(CONFIGURATION)
LOG := .build/test.log

ifeq (,$(shell command -v swift))
$(error Swift 6.2 or newer is missing; install it from https://www.swift.org/install)
endif

.PHONY: run test chaos set-up

run: set-up
	@swift build $(OPTIONS)
	@$(BUILD)/isnad run docs/samples --out corpus

# The log has every line; shown are what failed, what was skipped, and the closing line.
test: set-up
	@swift build $(OPTIONS) --build-tests
	@echo "testing; every line goes to $(LOG)"
	@swift test $(OPTIONS) --skip-build --disable-xctest > $(LOG) 2>&1; status=$$?; \
	    grep -aE '^✘|^↳|^➜|^error:|Fatal error' $(LOG) | grep -avE '^↳ (Testing Library|Target Platform)'; tail -n 1 $(LOG); exit $$status

chaos: set-up
	@swift build $(OPTIONS) --build-tests
	@ISNAD_CHAOS=2000,50 swift test $(OPTIONS) --skip-build --disable-xctest --filter ChaosTests

set-up:
	@Deploy/install
