package dev.longshore.cli;

import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.ecs.taskdefinition.RevisionState;
import dev.longshore.ecs.taskdefinition.Revisions;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** DeregisterTaskDefinition: what runs goes on, nothing new can use the revision. */
@Command(
    name = "deregister",
    description = "Make revisions INACTIVE: nothing new can use them.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all are INACTIVE",
      "1:refused, or not found; then none was changed",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class DeregisterCommand implements Runnable {
  private static final String INACTIVE =
      "{\"spec\":{\"kubernetes\":{\"desiredStatus\":\"INACTIVE\"}}}";

  @Parameters(
      arity = "1..*",
      paramLabel = "FAMILY:REVISION",
      description = "At most 10; an ARN will do as well.")
  List<String> names = List.of();

  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public void run() {
    try (where) {
      EcsObjects objects = EcsObjects.in(where);
      List<TaskDefinitionRevision> named = RevisionNames.all(names, objects);
      named.forEach(DeregisterCommand::refuseDeleted);
      List<Revision> done = named.stream().map(it -> Revision.of(inactive(it, objects))).toList();
      printer.print(
          Map.of("taskDefinitions", done),
          done.stream().map(it -> it.family() + ":" + it.revision() + "  " + it.status()).toList());
    }
  }

  private static void refuseDeleted(TaskDefinitionRevision revision) {
    if (RevisionState.of(revision) == RevisionState.DELETE_IN_PROGRESS) {
      throw new Refusal(
          Refusal.REFUSED,
          Revisions.name(revision)
              + " is DELETE_IN_PROGRESS and does not come back; nothing new can use it as it is.");
    }
  }

  private static TaskDefinitionRevision inactive(
      TaskDefinitionRevision revision, EcsObjects objects) {
    return objects
        .client()
        .resources(TaskDefinitionRevision.class)
        .inNamespace(objects.namespace())
        .withName(revision.getMetadata().getName())
        .patch(PatchContext.of(PatchType.JSON_MERGE), INACTIVE);
  }
}
