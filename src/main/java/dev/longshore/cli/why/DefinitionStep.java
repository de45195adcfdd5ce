package dev.longshore.cli.why;

import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.core.Problem;
import dev.longshore.ecs.cluster.Clusters;
import dev.longshore.ecs.taskdefinition.TaskDefinitionReference;
import java.util.List;
import java.util.Optional;

/** Does what the request names exist? */
final class DefinitionStep {
  private DefinitionStep() {}

  static Optional<Fault> cluster(Scene scene) {
    Scene.Request request = scene.request();
    if (scene.settled()) {
      return Optional.empty();
    }
    return first(Clusters.asked(request.cluster(), scene.cluster(), request.kind()).problems())
        .map(it -> new Fault("cluster", "Cluster/" + request.cluster(), it));
  }

  static Optional<Fault> definition(Scene scene) {
    Scene.Request request = scene.request();
    String wanted = request.taskDefinition();
    if (scene.settled()) {
      return Optional.empty();
    }
    Optional<Fault> refused =
        TaskDefinitionReference.parse(wanted).revision().isPresent()
            ? Optional.empty()
            : scene.definitions().stream().flatMap(it -> refused(it).stream()).findFirst();
    return refused.or(
        () ->
            first(scene.revision().problems())
                .map(it -> new Fault("taskDefinition", "TaskDefinition/" + wanted, it)));
  }

  private static Optional<Fault> refused(TaskDefinition definition) {
    String name = "TaskDefinition/" + definition.getMetadata().getName();
    return definition.getStatus() == null
        ? Optional.of(
            new Fault(
                "taskDefinition",
                name,
                name + " was not looked at yet; is an operator running in this cluster?"))
        : definition.getStatus().conditions().stream()
            .filter(it -> "Stalled".equals(it.getType()) && "True".equals(it.getStatus()))
            .map(it -> new Fault("taskDefinition", name, name + ": " + it.getMessage()))
            .findFirst();
  }

  private static Optional<String> first(List<Problem> problems) {
    return problems.stream().findFirst().map(Problem::message);
  }
}
