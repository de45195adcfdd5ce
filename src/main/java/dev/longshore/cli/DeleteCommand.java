package dev.longshore.cli;

import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** DeleteTaskDefinitions; a number is not used again, even when its revision is gone. */
@Command(
    name = "delete",
    description = "Delete INACTIVE revisions that nobody uses.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all are deleted",
      "1:refused, not found, or in use; the others are deleted all the same",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class DeleteCommand implements Callable<Integer> {
  private static final int TRIES = 3;

  @Parameters(
      arity = "1..*",
      paramLabel = "FAMILY:REVISION",
      description = "At most 10; an ARN will do as well.")
  List<String> names = List.of();

  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  /** ECS API shape {@code Failure}. */
  private record Failure(String arn, String reason) {}

  @Override
  public Integer call() {
    try (where) {
      EcsObjects objects = EcsObjects.in(where);
      List<Revision> deleted = new ArrayList<>();
      List<Failure> failures = new ArrayList<>();
      for (TaskDefinitionRevision it : RevisionNames.all(names, objects)) {
        delete(it, objects)
            .ifPresentOrElse(
                reason -> failures.add(new Failure(RevisionNames.of(it), reason)),
                () -> deleted.add(Revision.of(it)));
      }
      printer.print(
          Map.of("taskDefinitions", deleted, "failures", failures),
          deleted.stream().map(it -> it.family() + ":" + it.revision() + "  deleted").toList());
      failures.forEach(it -> printer.note(it.arn() + ": " + it.reason()));
      return failures.isEmpty() ? 0 : Refusal.REFUSED;
    }
  }

  /** Why it was not deleted; only as it was looked at, for somebody may make it ACTIVE again. */
  private static Optional<String> delete(TaskDefinitionRevision named, EcsObjects objects) {
    String name = RevisionNames.of(named);
    for (int left = TRIES; ; left--) {
      var revision = RevisionNames.one(name, objects.revisions(), objects.namespace());
      Optional<String> obstacle = RevisionUsers.in(objects).obstacle(revision);
      if (obstacle.isPresent()) {
        return obstacle;
      }
      try {
        objects.client().resource(revision).lockResourceVersion().delete();
        return Optional.empty();
      } catch (KubernetesClientException changedMeanwhile) {
        if (left == 1 || changedMeanwhile.getCode() != HttpURLConnection.HTTP_CONFLICT) {
          throw changedMeanwhile;
        }
      }
    }
  }
}
