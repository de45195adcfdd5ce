package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.ecs.taskdefinition.Revisions;
import dev.longshore.ecs.taskdefinition.TaskDefinitionReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who would miss a revision if it were gone. */
record RevisionUsers(List<Service> services, List<Task> tasks, List<TaskDefinition> definitions) {
  RevisionUsers {
    services = List.copyOf(services);
    tasks = List.copyOf(tasks);
    definitions = List.copyOf(definitions);
  }

  static RevisionUsers in(EcsObjects objects) {
    return new RevisionUsers(
        objects.services(),
        objects.tasks(),
        objects
            .client()
            .resources(TaskDefinition.class)
            .inNamespace(objects.namespace())
            .list()
            .getItems());
  }

  /** Why a revision cannot be deleted; empty when it can. */
  Optional<String> obstacle(TaskDefinitionRevision revision) {
    if (Revisions.active(revision)) {
      return Optional.of(
          "The specified task definition is still in ACTIVE status. Please deregister the target and try again.");
    }
    List<String> users = users(RevisionNames.of(revision));
    if (!users.isEmpty()) {
      return Optional.of(
          "in use by " + String.join(", ", users) + "; stop or move what uses it first.");
    }
    return definitions.stream()
        .filter(it -> declares(it, revision))
        .findFirst()
        .map(
            it ->
                "TaskDefinition/%s declares it and would register the same again; change or delete that object first."
                    .formatted(it.getMetadata().getName()));
  }

  private List<String> users(String name) {
    Stream<String> serving =
        services.stream().filter(it -> uses(it, name)).map(it -> "service " + EcsObjects.name(it));
    Stream<String> running =
        tasks.stream()
            .filter(it -> !it.lastStatus().equals("STOPPED") && is(it.taskDefinition(), name))
            .map(it -> "task " + it.taskId() + " (" + it.group() + ")");
    return Stream.concat(serving, running).toList();
  }

  private static boolean uses(Service service, String name) {
    return is(service.getSpec().taskDefinition(), name)
        || service.getStatus() != null
            && (is(service.getStatus().taskDefinition(), name)
                || service.getStatus().deployments().stream()
                    .anyMatch(it -> is(it.taskDefinition(), name)));
  }

  private static boolean is(@Nullable String reference, String name) {
    if (reference == null) {
      return false;
    }
    TaskDefinitionReference parsed = TaskDefinitionReference.parse(reference);
    return parsed.revision().isPresent()
        && name.equals(parsed.family() + ":" + parsed.revision().getAsInt());
  }

  private static boolean declares(TaskDefinition definition, TaskDefinitionRevision revision) {
    return Revisions.family(definition).equals(Revisions.family(revision))
        && definition.getStatus() != null
        && Integer.valueOf(Revisions.number(revision))
            .equals(definition.getStatus().latestRevision());
  }
}
