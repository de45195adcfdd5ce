package dev.longshore.ecs.service;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a service whose deployments are those of its spec is Ready, or is not yet: the reasons of its
 * condition. Any other reason tells of a spec that is refused, or waits for what it refers to.
 */
public enum ServiceReason {
  STEADY_STATE("SteadyState", false),
  SCALING("Scaling", false),
  DEPLOYMENT_IN_PROGRESS("DeploymentInProgress", false),
  BAKE_TIME("BakeTime", false),
  ROLLING_BACK("RollingBack", false),
  AWAITING_ACTION("AwaitingAction", true),
  TASKS_REFUSED("TasksRefused", true);

  private final String text;
  private final boolean needsSomebody;

  ServiceReason(String text, boolean needsSomebody) {
    this.text = text;
    this.needsSomebody = needsSomebody;
  }

  /** The one that a condition has, if its service deploys what its spec asks for. */
  public static Optional<ServiceReason> of(String reason) {
    return Arrays.stream(values()).filter(it -> it.text.equals(reason)).findFirst();
  }

  /** As the condition spells it. */
  public String text() {
    return text;
  }

  /** Whether nothing goes on, or not as asked, until somebody does what the message says. */
  public boolean needsSomebody() {
    return needsSomebody;
  }
}
