package dev.longshore.ecs.taskdefinition;

import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Problem;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a definition may run on what a service or task asks for, as CreateService, UpdateService
 * and RunTask judge it (API members {@code launchType} and {@code capacityProviderStrategy}).
 */
public final class LaunchTypes {
  private static final Set<String> FARGATE = Set.of("FARGATE", "FARGATE_SPOT");

  private LaunchTypes() {}

  /**
   * ECS's refusal of a definition that never said it is for Fargate, and is not: its tasks need
   * network mode awsvpc and a size of their own.
   *
   * @param providers names of those that would get its tasks
   */
  public static Optional<Problem> refusal(
      TaskDefinitionSpec definition, Collection<String> providers) {
    return providers.stream().noneMatch(FARGATE::contains)
        ? Optional.empty()
        : missing(definition)
            .map(
                rule ->
                    new Problem(
                        "InvalidParameterException",
                        "taskDefinition: Task definition does not support launch_type FARGATE: "
                            + rule));
  }

  private static Optional<String> missing(TaskDefinitionSpec definition) {
    if (!"awsvpc".equals(definition.networkMode())) {
      return Optional.of(FargateChecks.NETWORK_MODE);
    }
    return isEmpty(definition.cpu())
        ? Optional.of(FargateChecks.unsized("cpu"))
        : isEmpty(definition.memory())
            ? Optional.of(FargateChecks.unsized("memory"))
            : Optional.empty();
  }

  private static boolean isEmpty(@Nullable String size) {
    return size == null || size.isEmpty();
  }
}
