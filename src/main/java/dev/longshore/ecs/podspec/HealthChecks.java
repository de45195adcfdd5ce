package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.HealthCheck;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.podspec.StartOrder.Phase;
import dev.longshore.ecs.podspec.StartOrder.Step;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * ContainerDefinition.healthCheck as readiness, never liveness: ECS starts the replacement of an
 * unhealthy task first, so the kubelet must not restart it in place. Times are seconds.
 */
public final class HealthChecks implements PodFeature {
  private static final String BASE = "containerDefinitions[].healthCheck";
  private static final int INTERVAL = 30;
  private static final int TIMEOUT = 5;
  private static final int RETRIES = 3;

  /** As many failed checks as there are numbers. */
  private static final int NEVER = Integer.MAX_VALUE;

  @Override
  public List<FieldRule> fields() {
    String probe = "containers[].readinessProbe";
    return List.of(
        FieldRule.equivalent(
            BASE,
            probe,
            "the operator replaces an unhealthy task of a service, start-first as ECS"),
        ofOptional(
            FieldRule.exact(BASE + ".command", probe + ".exec.command")
                .rejecting(
                    "CMD or CMD-SHELL with nothing after it",
                    (value, document) ->
                        value.size() == 1 && value.path(0).asText().startsWith("CMD"),
                    "there is no command to run; add it, or give NONE for no check")),
        ofOptional(
            FieldRule.approximated(
                BASE + ".interval", probe + ".periodSeconds", "the first check runs at once")),
        ofOptional(FieldRule.exact(BASE + ".timeout", probe + ".timeoutSeconds")),
        ofOptional(FieldRule.exact(BASE + ".retries", probe + ".failureThreshold")),
        ofOptional(
            FieldRule.equivalent(
                BASE + ".startPeriod",
                "containers[].startupProbe",
                "rounded up to whole intervals")));
  }

  /** ECS runs the check of a non-essential container, but counts it for nothing but dependsOn. */
  private static FieldRule ofOptional(FieldRule rule) {
    return rule.except(
            new FieldRule.Exception(
                "essential is false, and another container waits for HEALTHY",
                new FieldRule.AtPath(
                    (document, path) -> isOptional(document, path) && isAwaited(document, path)),
                FidelityClass.EQUIVALENT,
                "it runs only until HEALTHY: ECS does not count it later either"))
        .except(
            new FieldRule.Exception(
                "essential is false, and none waits for HEALTHY",
                new FieldRule.AtPath(HealthChecks::isOptional),
                FidelityClass.IGNORED,
                "it is not run: ECS counts the check of a non-essential container for nothing"
                    + " either, but tells its healthStatus"));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    HealthCheck check = definition.healthCheck();
    if (check == null || isOff(check)) {
      return;
    }
    if (isEssential(definition)) {
      draft.setReadinessProbe(probe(check, Objects.requireNonNullElse(check.retries(), RETRIES)));
    }
    Step step =
        StartOrder.of(inputs.definition()).step(Objects.requireNonNullElse(definition.name(), ""));
    boolean replaced = isEssential(definition) && inputs.lifetime() == Lifetime.SERVICE;
    if (waits(step)) {
      draft.setStartupProbe(probe(check, patience(definition, check, inputs.lifetime())));
    } else if (step.phase() == Phase.MAIN && replaced && seconds(check.startPeriod()) > 0) {
      draft.setStartupProbe(probe(check, unhealthy(check)));
    }
  }

  /**
   * Failed checks after which the kubelet restarts what others wait for. Never in a task that runs
   * once: Longshore stops that at startTimeout, and the end of a container would end it before. In
   * a service not before startTimeout, the first check being at once; else where ECS would replace
   * the task; else never, as ECS goes on waiting.
   */
  private static int patience(
      ContainerDefinition definition, HealthCheck check, Lifetime lifetime) {
    if (lifetime == Lifetime.TASK) {
      return NEVER;
    }
    int interval = Objects.requireNonNullElse(check.interval(), INTERVAL);
    int timeout = seconds(definition.startTimeout());
    if (timeout > 0) {
      return Math.ceilDiv(timeout, interval) + 1;
    }
    return isEssential(definition) ? unhealthy(check) : NEVER;
  }

  /** Failed checks that make a starting container UNHEALTHY. */
  private static int unhealthy(HealthCheck check) {
    int interval = Objects.requireNonNullElse(check.interval(), INTERVAL);
    int retries = Objects.requireNonNullElse(check.retries(), RETRIES);
    return Math.ceilDiv(seconds(check.startPeriod()), interval) + retries;
  }

  private static int seconds(@Nullable Integer given) {
    return Objects.requireNonNullElse(given, 0);
  }

  /** Whether ECS's health of the task is known: an essential container has a check. */
  public static boolean anyEssential(TaskDefinitionSpec definition) {
    return definition.containerDefinitions().stream()
        .filter(HealthChecks::isEssential)
        .map(ContainerDefinition::healthCheck)
        .anyMatch(check -> check != null && !isOff(check));
  }

  /** Only essential containers count for the health of a task, so only theirs become probes. */
  private static boolean isEssential(ContainerDefinition container) {
    return !Boolean.FALSE.equals(container.essential());
  }

  private static boolean isOptional(JsonNode document, String path) {
    JsonNode essential = container(document, path).path("essential");
    return essential.isBoolean() && !essential.asBoolean();
  }

  /** Whether the pod waits for its health before it goes on. */
  private static boolean isAwaited(JsonNode document, String path) {
    try {
      String name = container(document, path).path("name").asText();
      return waits(
          StartOrder.of(Mappers.json().convertValue(document, TaskDefinitionSpec.class))
              .step(name));
    } catch (IllegalArgumentException e) {
      // not of the types of the API, and refused for that
      return false;
    }
  }

  private static boolean waits(Step step) {
    return step.phase() == Phase.BESIDE && step.awaited().contains("HEALTHY");
  }

  private static JsonNode container(JsonNode document, String path) {
    return document.at("/" + path.substring(0, path.indexOf(']')).replace('[', '/'));
  }

  private static boolean isOff(HealthCheck check) {
    return check.command().isEmpty() || check.command().getFirst().equals("NONE");
  }

  private static Probe probe(HealthCheck check, int failures) {
    return new ProbeBuilder()
        .withExec(new ExecAction(command(check.command())))
        .withPeriodSeconds(Objects.requireNonNullElse(check.interval(), INTERVAL))
        .withTimeoutSeconds(Objects.requireNonNullElse(check.timeout(), TIMEOUT))
        .withFailureThreshold(failures)
        .build();
  }

  private static List<String> command(List<String> command) {
    List<String> rest = Expansion.literal(command.subList(1, command.size()));
    return switch (command.getFirst()) {
      case "CMD" -> rest;
      case "CMD-SHELL" -> Stream.concat(Stream.of("/bin/sh", "-c"), rest.stream()).toList();
      default -> Expansion.literal(command);
    };
  }
}
