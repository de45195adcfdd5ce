package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.cli.documents.RunRequest;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one request of RunTask.
 *
 * @param there names of those that the same request began before
 * @param missing objects to store
 */
record RunBatch(List<String> there, List<ObjectNode> missing) {
  RunBatch {
    there = List.copyOf(there);
    missing = List.copyOf(missing);
  }

  /**
   * Looks at what is there; {@link Refusal} in ECS's words. Nothing is stored yet.
   *
   * @param asked count of the command line; none for the request's own
   */
  static RunBatch of(
      RunRequest request,
      @Nullable BigInteger asked,
      TaskExtensions extensions,
      EcsObjects objects) {
    int count = TaskRequests.count(request, asked, extensions.most());
    Optional<ClientToken> token = ClientToken.of(request, count);
    List<Task> there =
        token
            .map(it -> it.begun(new StandaloneTasks(objects.client(), objects.namespace())))
            .orElse(List.of());
    List<String> names = there.stream().map(it -> it.getMetadata().getName()).toList();
    if (!there.isEmpty() && !ClientToken.cutOff(there, count, Instant.now())) {
      return new RunBatch(names, List.of());
    }
    List<ObjectNode> all =
        extensions.numbered(
            TaskRequests.expand(request.of(definition(request, there, objects)), count, token));
    return new RunBatch(names, all.stream().filter(it -> !names.contains(name(it))).toList());
  }

  /** With the revision that its task definition is now: ECS resolves it at the call. */
  private static String definition(RunRequest request, List<Task> there, EcsObjects objects) {
    return there.stream()
        .flatMap(it -> Stream.ofNullable(it.getSpec().taskDefinition()))
        .findFirst()
        .orElseGet(
            () -> RevisionNames.resolved(request.spec().path("taskDefinition").asText(), objects));
  }

  /** Names of all the tasks, once they are stored. */
  List<String> send(Applied target) {
    return Stream.concat(
            there.stream(), missing.stream().map(it -> target.apply(it).getMetadata().getName()))
        .toList();
  }

  private static String name(ObjectNode object) {
    return object.at("/metadata/name").asText();
  }
}
