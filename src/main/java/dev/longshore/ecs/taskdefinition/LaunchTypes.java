package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a definition may run on what a service or task asks for, as CreateService, UpdateService
 * and RunTask judge it (API members {@code launchType} and {@code capacityProviderStrategy}).
 */
public final class LaunchTypes {
  private static final String FARGATE = "FARGATE";
  private static final Set<String> PROVIDERS = Set.of(FARGATE, "FARGATE_SPOT");

  private LaunchTypes() {}

  /**
   * ECS's refusal, with the first rule of Fargate that the definition breaks.
   *
   * @param providers names of those that would get its tasks
   */
  public static Optional<Problem> refusal(
      TaskDefinitionSpec definition, Collection<String> providers) {
    boolean judged = definition.requiresCompatibilities().contains(FARGATE);
    if (judged || providers.stream().noneMatch(PROVIDERS::contains)) {
      return Optional.empty();
    }
    String family = Objects.requireNonNullElse(definition.family(), "");
    ObjectNode asked = Revisions.content(definition, family);
    asked.putArray("requiresCompatibilities").add(FARGATE);
    List<ValidationError> errors = new FargateChecks().check(asked);
    return errors.stream()
        .findFirst()
        .map(
            it ->
                new Problem(
                    "InvalidParameterException",
                    "taskDefinition: Task definition does not support launch_type FARGATE: %s: %s"
                        .formatted(it.path(), it.message())));
  }
}
