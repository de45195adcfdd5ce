package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.cli.documents.RunRequest;
import dev.longshore.core.Digest;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.core.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What makes a request of RunTask repeatable (member {@code clientToken}): its tasks carry the
 * token and a digest of the request, so that the same request finds them and another one is
 * refused.
 *
 * @param request digest of what was asked for, before its task definition was resolved
 */
record ClientToken(String text, String request) {
  /** At most 64 characters of ASCII 33 to 126. */
  private static final Pattern LEGAL = Pattern.compile("[!-~]{1,64}");

  /** Within it no task of a request can have ended and gone, unless it was told to go earlier. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private static final int DIGEST = 32;

  /**
   * Of a request that has one; an object that has a name needs none.
   *
   * @param count of tasks
   */
  static Optional<ClientToken> of(RunRequest request, int count) {
    String token = request.spec().path("clientToken").asText();
    if (token.isEmpty() || !request.objectName().isEmpty()) {
      return Optional.empty();
    }
    if (!LEGAL.matcher(token).matches()) {
      throw new Refusal(
          Refusal.REFUSED,
          "InvalidParameterException: clientToken: %s must be at most 64 characters of ASCII 33 to 126, without spaces."
              .formatted(token));
    }
    String asked = Mappers.canonical(request.spec().deepCopy().put("count", count));
    return Optional.of(new ClientToken(token, Digest.of(asked).hex(DIGEST)));
  }

  /** Of the first task; the family has no part in it. */
  String name() {
    return Names.dnsLabel("run", text);
  }

  void mark(ObjectNode metadata) {
    metadata.putObject("labels").put(Labels.CLIENT_TOKEN, Names.labelValue(text));
    metadata.putObject("annotations").put(Labels.REQUEST, request);
  }

  /** The tasks that the request began before; {@link Refusal} where the token began others. */
  List<Task> begun(StandaloneTasks tasks) {
    List<Task> there = tasks.labelled(Labels.CLIENT_TOKEN, Names.labelValue(text));
    if (there.stream().anyMatch(it -> !request.equals(asked(it)))) {
      throw new Refusal(
          Refusal.REFUSED,
          "ConflictException: clientToken: %s is already in use with a different request, of the tasks %s. Repeat that request as it was, or give another token."
              .formatted(
                  text, there.stream().map(ClientToken::arn).collect(Collectors.joining(", "))));
    }
    return there;
  }

  /** Whether the request was cut off before all of its tasks were stored; else they have ended. */
  static boolean cutOff(List<Task> there, int count, Instant now) {
    return there.size() < count && there.stream().allMatch(it -> fresh(it, now));
  }

  private static boolean fresh(Task task, Instant now) {
    Integer kept =
        task.getSpec().kubernetes() == null
            ? null
            : task.getSpec().kubernetes().ttlSecondsAfterFinished();
    Duration least = kept == null ? FRESH : Duration.ofSeconds(Math.min(kept, FRESH.toSeconds()));
    return Instant.parse(task.getMetadata().getCreationTimestamp()).plus(least).isAfter(now);
  }

  private static String asked(Task task) {
    return Objects.requireNonNullElse(task.getMetadata().getAnnotations().get(Labels.REQUEST), "");
  }

  private static String arn(Task task) {
    return Optional.ofNullable(task.getStatus())
        .map(TaskStatus::taskArn)
        .orElse(task.getMetadata().getName());
  }
}
