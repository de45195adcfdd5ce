package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.DeploymentConfiguration;
import dev.longshore.api.ecs.v1.DeploymentLifecycleHook;
import dev.longshore.api.ecs.v1.DeploymentLifecycleHookTimeoutConfiguration;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.core.Digest;
import dev.longshore.core.Mappers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pauses that a deployment was asked to make (API shape {@code DeploymentLifecycleHook}). */
record Hooks(List<Hook> all) {
  static final String PAUSE = "PAUSE";
  private static final int ID = 20;
  private static final int TIMEOUT_MINUTES = 1440;

  Hooks {
    all = List.copyOf(all);
  }

  /**
   * A pause at one stage.
   *
   * @param id what ContinueServiceDeployment names
   * @param timeout when nobody has decided by then, it ends by itself
   * @param continues whether the deployment goes on then; else it is rolled back
   */
  record Hook(String id, String stage, Duration timeout, boolean continues) {
    Instant expires(Gates.Pause pause) {
      return Instant.parse(pause.since()).plus(timeout);
    }
  }

  /** All that the spec names now. */
  static Hooks of(ServiceSpec spec, EcsDeployment deployment) {
    DeploymentConfiguration configuration = spec.deploymentConfiguration();
    Map<List<String>, Integer> occurrences = new HashMap<>();
    List<Hook> hooks = new ArrayList<>();
    if (configuration != null) {
      for (DeploymentLifecycleHook asked : configuration.lifecycleHooks()) {
        if (PAUSE.equals(asked.targetType())) {
          for (String stage : asked.lifecycleStages()) {
            List<String> told = told(stage, asked.hookDetails());
            int occurrence = occurrences.merge(told, 1, Integer::sum) - 1;
            hooks.add(hook(asked, stage, id(deployment, told, occurrence)));
          }
        }
      }
    }
    return new Hooks(hooks);
  }

  /** Those that the deployment was asked to wait for when it began. */
  Hooks of(Gates gates) {
    return new Hooks(all.stream().filter(it -> gates.waitsFor(it.id())).toList());
  }

  List<String> ids() {
    return all.stream().map(Hook::id).toList();
  }

  /** What tells a hook from others, whichever come before it; its time-out may change. */
  private static List<String> told(String stage, @Nullable Object details) {
    return details == null ? List.of(stage) : List.of(stage, Mappers.canonical(details));
  }

  private static String id(EcsDeployment deployment, List<String> told, int occurrence) {
    List<String> parts = new ArrayList<>(told);
    parts.add(0, deployment.digits());
    parts.add(2, String.valueOf(occurrence));
    return Digest.of(parts.toArray(String[]::new)).hex(ID);
  }

  private static Hook hook(DeploymentLifecycleHook hook, String stage, String id) {
    DeploymentLifecycleHookTimeoutConfiguration asked = hook.timeoutConfiguration();
    Integer minutes = asked == null ? null : asked.timeoutInMinutes();
    return new Hook(
        id,
        stage,
        Duration.ofMinutes(minutes == null ? TIMEOUT_MINUTES : minutes),
        asked != null && "CONTINUE".equals(asked.action()));
  }

  List<Hook> at(LifecycleStage stage) {
    return all.stream().filter(it -> it.stage().equals(stage.name())).toList();
  }
}
