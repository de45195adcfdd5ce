# Every target is one line: what happens is in the script or the Maven build it names.
SHELL := /bin/bash
MVN = . scripts/jdk25 && mvn -B -q

.PHONY: help demo down test proof bench fast it node-it fmt generate fields image mutants
.DEFAULT_GOAL := help

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: ## the whole story on a local cluster, left running
	@scripts/demo

down: ## end what make demo left running
	@scripts/down

test: ## every test this machine can run, counted by tier
	@scripts/test

proof: ## the long form of the tests, with the figures they print
	@scripts/proof

bench: ## what the command line and services cost, beside the JVM and Kubernetes
	@scripts/bench

fast: ## unit tests only
	@$(MVN) test

it: ## tests on a real API server with simulated nodes
	@scripts/test it

node-it: ## tests with real containers; needs root and containerd
	@scripts/test node-it

mutants: ## whether the tests notice when the rolling engine is wrong (some five minutes)
	@scripts/mutants

fmt: ## format the Java sources
	@$(MVN) spotless:apply

generate: ## rewrite the definitions, the chart's copies and install.yaml
	@scripts/generate

fields: ## how many members of the ECS API are in the schemas, and what becomes of each
	@$(MVN) -DskipTests package && "$$JAVA_HOME/bin/java" -cp target/longshore.jar dev.longshore.ecs.Fields

image: ## the operator's image as an OCI archive, without Docker or a registry
	@scripts/image
