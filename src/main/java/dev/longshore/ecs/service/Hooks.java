package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.DeploymentConfiguration;
import dev.longshore.api.ecs.v1.DeploymentLifecycleHook;
import dev.longshore.api.ecs.v1.DeploymentLifecycleHookTimeoutConfiguration;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.core.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

  static Hooks of(ServiceSpec spec, EcsDeployment deployment) {
    DeploymentConfiguration configuration = spec.deploymentConfiguration();
    List<Hook> hooks = new ArrayList<>();
    if (configuration != null) {
      List<DeploymentLifecycleHook> asked = configuration.lifecycleHooks();
      for (int i = 0; i < asked.size(); i++) {
        if (PAUSE.equals(asked.get(i).targetType())) {
          hooks.addAll(at(asked.get(i), i, deployment));
        }
      }
    }
    return new Hooks(hooks);
  }

  private static List<Hook> at(DeploymentLifecycleHook hook, int index, EcsDeployment deployment) {
    DeploymentLifecycleHookTimeoutConfiguration asked = hook.timeoutConfiguration();
    Integer minutes = asked == null ? null : asked.timeoutInMinutes();
    return hook.lifecycleStages().stream()
        .map(
            stage ->
                new Hook(
                    Digest.of(deployment.digits(), stage, String.valueOf(index)).hex(ID),
                    stage,
                    Duration.ofMinutes(minutes == null ? TIMEOUT_MINUTES : minutes),
                    asked != null && "CONTINUE".equals(asked.action())))
        .toList();
  }

  List<Hook> at(LifecycleStage stage) {
    return all.stream().filter(it -> it.stage().equals(stage.name())).toList();
  }
}
