# Every target is one line: what happens is in the script or the Maven build it names.
SHELL := /bin/bash
MVN = . scripts/jdk25 && mvn -B -q

.PHONY: help demo down test proof fast it node-it fmt fields bench image generate
.DEFAULT_GOAL := help

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

fmt: ## format the Java sources
	@$(MVN) spotless:apply

fast: ## unit tests only
	@$(MVN) test

generate: ## rewrite the definitions, the chart's copies and install.yaml
	@scripts/generate
