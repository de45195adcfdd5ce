package dev.longshore.ecs.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.pods.Stop;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Optional;

/** A task's stop as its Job keeps it, so that a decision holds however often it is looked at. */
final class JobStop {
  private JobStop() {}

  /** What was decided when Longshore told the Job to stop. */
  static Optional<Stop> decided(Optional<Job> job) {
    String json =
        job.map(it -> it.getMetadata().getAnnotations())
            .map(annotations -> annotations.get(Labels.STOP))
            .orElse(null);
    try {
      return json == null
          ? Optional.empty()
          : Optional.of(Mappers.json().readValue(json, Stop.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The patch of the Job that makes it end its pod; decision and act are one write. */
  static String patch(Stop stop) {
    var patch = Mappers.json().createObjectNode();
    patch.putObject("spec").put("suspend", true);
    patch.putObject("metadata").putObject("annotations").put(Labels.STOP, Mappers.canonical(stop));
    return patch.toString();
  }
}
