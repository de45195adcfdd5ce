package dev.longshore.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.cli.members.MemberChange;
import dev.longshore.cli.members.MemberDiff;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.service.DeploymentInputs;
import dev.longshore.ecs.taskdefinition.RevisionChoice;
import dev.longshore.ecs.taskdefinition.Revisions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a deploy would do to a service.
 *
 * @param outcome in one sentence
 * @param newDeployment whether it starts an ECS deployment
 * @param tasksToStart of the new deployment, or to reach a higher count
 * @param tasksToStop of what runs now
 * @param obstacle what would stop it; empty when nothing is known
 * @param fit whether the tasks that start have room; none where none starts or nobody may look
 */
record PlannedService(
    String service,
    String outcome,
    boolean newDeployment,
    int tasksToStart,
    int tasksToStop,
    List<MemberChange> changes,
    String obstacle,
    @Nullable Fit fit) {
  PlannedService {
    changes = List.copyOf(changes);
  }

  /** Compares what is there with what the API server would store. */
  static PlannedService of(
      Optional<Service> live, Service planned, List<TaskDefinitionRevision> revisions) {
    String name = EcsObjects.name(planned);
    List<MemberChange> changes =
        MemberDiff.between(
            live.map(it -> Mappers.json().<JsonNode>valueToTree(it.getSpec()))
                .orElseGet(Mappers.json()::createObjectNode),
            Mappers.json().valueToTree(planned.getSpec()));
    int wanted = count(planned.getSpec());
    String revision = named(planned, revisions);
    if (live.isEmpty()) {
      String created = "created: %d tasks of %s start".formatted(wanted, revision);
      return new PlannedService(name, created, true, wanted, 0, changes, "", null);
    }
    boolean rolls = rolls(live.get(), planned, revisions, revision);
    return rolls
        ? replaced(live.get(), wanted, revision, changes)
        : kept(name, wanted - count(live.get().getSpec()), changes);
  }

  /** The same, but for what deploy would be refused for; empty for nothing. */
  PlannedService stoppedBy(String problem) {
    return problem.isEmpty()
        ? this
        : new PlannedService(
            service, "deploy would be refused: " + problem, false, 0, 0, changes, problem, null);
  }

  PlannedService with(Fit fit) {
    return new PlannedService(
        service, outcome, newDeployment, tasksToStart, tasksToStop, changes, obstacle, fit);
  }

  List<String> lines() {
    return Stream.of(
            Stream.of("service " + service + ": " + outcome),
            changes.stream().flatMap(it -> it.lines().stream()).map(it -> "  " + it),
            Stream.ofNullable(fit).map(it -> "  " + it.sentence()))
        .flatMap(it -> it)
        .toList();
  }

  private static PlannedService replaced(
      Service live, int wanted, String revision, List<MemberChange> changes) {
    ServiceStatus status = live.getStatus();
    Integer counted = status == null ? null : status.runningCount();
    int running = counted == null ? 0 : counted;
    String outcome =
        "a new deployment: %d tasks of %s start, %d that run now stop"
            .formatted(wanted, revision, running);
    return new PlannedService(
        EcsObjects.name(live), outcome, true, wanted, running, changes, "", null);
  }

  private static PlannedService kept(String name, int more, List<MemberChange> changes) {
    String outcome =
        more > 0
            ? "no new deployment: %d more tasks start".formatted(more)
            : more < 0
                ? "no new deployment: %d tasks stop".formatted(-more)
                : changes.isEmpty()
                    ? "nothing changes"
                    : "no new deployment, and no task is started or stopped";
    return new PlannedService(
        name, outcome, false, Math.max(0, more), Math.max(0, -more), changes, "", null);
  }

  private static boolean rolls(
      Service live, Service planned, List<TaskDefinitionRevision> revisions, String revision) {
    return !DeploymentInputs.digest(live.getSpec(), named(live, revisions))
        .equals(DeploymentInputs.digest(planned.getSpec(), revision));
  }

  /** The revision that a service means now; its own words for one that is not there. */
  static String named(Service service, List<TaskDefinitionRevision> revisions) {
    String text = String.valueOf(service.getSpec().taskDefinition());
    String namespace = String.valueOf(service.getMetadata().getNamespace());
    return RevisionChoice.atTheCall(text, namespace, revisions)
        .map(Revisions::name)
        .found()
        .orElse(text);
  }

  private static int count(ServiceSpec spec) {
    Integer count = spec.desiredCount();
    return count == null ? 1 : count;
  }
}
