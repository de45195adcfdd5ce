package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The ECS API shape {@code Bindings}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Bindings(List<TaskRoleBinding> taskRoles, List<SecretBinding> secrets) {

  public Bindings {
    taskRoles = Copies.of(taskRoles);
    secrets = Copies.of(secrets);
  }
}
