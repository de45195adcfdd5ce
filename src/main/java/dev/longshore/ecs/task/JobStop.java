package dev.longshore.ecs.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.pods.Stop;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A task's stop as its Job keeps it, so that a decision holds however often it is looked at. */
final class JobStop {
  private static final String ENDED = "ended";

  private JobStop() {}

  /** What was decided when Longshore told the Job to stop. */
  static Optional<Stop> decided(Optional<Job> job) {
    return annotation(job)
        .filter(it -> it.path("code").isTextual())
        .map(it -> new Stop(it.path("code").asText(), it.path("reason").asText()));
  }

  /** The essential containers that had ended by then; none when it does not say. */
  static Set<String> ended(Optional<Job> job) {
    return annotation(job).stream()
        .flatMap(it -> it.path(ENDED).valueStream())
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  /**
   * The patch of the Job that makes it end its pod; decision and act are one write.
   *
   * @param ended essential containers that ended by themselves: which they were, times of whole
   *     seconds may not tell later
   */
  static String patch(Stop stop, List<String> ended) {
    ObjectNode decision = Mappers.json().valueToTree(stop);
    if (!ended.isEmpty()) {
      decision.set(ENDED, Mappers.json().valueToTree(ended));
    }
    ObjectNode patch = Mappers.json().createObjectNode();
    patch.putObject("spec").put("suspend", true);
    patch
        .putObject("metadata")
        .putObject("annotations")
        .put(Labels.STOP, Mappers.canonical(decision));
    return patch.toString();
  }

  private static Optional<JsonNode> annotation(Optional<Job> job) {
    String json =
        job.map(it -> it.getMetadata().getAnnotations())
            .map(annotations -> annotations.get(Labels.STOP))
            .orElse(null);
    try {
      return json == null ? Optional.empty() : Optional.of(Mappers.json().readTree(json));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
