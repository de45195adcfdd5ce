package dev.longshore.cli;

import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.taskdefinition.RevisionState;
import dev.longshore.ecs.taskdefinition.RevisionUse;
import dev.longshore.ecs.taskdefinition.Revisions;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;

/**
 * Deletes one revision; of one that is in use the operator does it, when nobody uses it any more.
 */
record RevisionDeletion(EcsObjects objects) {
  private static final int TRIES = 3;

  /**
   * What became of it.
   *
   * @param obstacle why it stays; empty when it goes
   * @param users who has to end first; nobody when it is gone already
   */
  record Outcome(TaskDefinitionRevision revision, Optional<String> obstacle, List<String> users) {
    Outcome {
      users = List.copyOf(users);
    }

    String name() {
      return Revisions.name(revision);
    }

    String line() {
      return name()
          + "  "
          + (users.isEmpty()
              ? "deleted"
              : RevisionState.DELETE_IN_PROGRESS + ", " + RevisionUse.sentence(users));
    }

    /** As DeleteTaskDefinitions answers, whether or not anybody has to end first. */
    Revision told() {
      return Revision.of(revision).with(RevisionState.DELETE_IN_PROGRESS);
    }
  }

  /** Only as it was looked at, for somebody may make it ACTIVE again. */
  Outcome of(TaskDefinitionRevision named) {
    String name = Revisions.name(named);
    for (int left = TRIES; ; left--) {
      var revision = RevisionNames.one(name, objects.revisions(), objects.namespace());
      Optional<String> obstacle = DeleteObstacles.in(objects).of(revision);
      if (obstacle.isPresent()) {
        return new Outcome(revision, obstacle, List.of());
      }
      List<String> users = new RevisionUse(objects::labelled).users(revision);
      try {
        write(revision, users);
        return new Outcome(revision, Optional.empty(), users);
      } catch (KubernetesClientException changedMeanwhile) {
        if (left == 1 || changedMeanwhile.getCode() != HttpURLConnection.HTTP_CONFLICT) {
          throw changedMeanwhile;
        }
      }
    }
  }

  private void write(TaskDefinitionRevision revision, List<String> users) {
    if (users.isEmpty()) {
      objects.client().resource(revision).lockResourceVersion().delete();
    } else if (RevisionState.of(revision) != RevisionState.DELETE_IN_PROGRESS) {
      objects
          .client()
          .resource(revision)
          .patch(PatchContext.of(PatchType.JSON_MERGE), patch(revision));
    }
  }

  private static String patch(TaskDefinitionRevision revision) {
    var patch = Mappers.json().createObjectNode();
    patch.putObject("metadata").put("resourceVersion", revision.getMetadata().getResourceVersion());
    patch.putObject("spec").putObject("kubernetes").put("desiredStatus", "DELETED");
    return patch.toString();
  }
}
