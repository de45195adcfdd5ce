package dev.longshore.ecs.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Optional;

/**
 * Why a task stops (API members {@code stopCode} and {@code stoppedReason}).
 *
 * @param code one of ECS's stop codes
 * @param reason for people
 */
record Stop(String code, String reason) {
  static final String FAILED_TO_START = "TaskFailedToStart";
  static final String ESSENTIAL_EXITED = "EssentialContainerExited";
  static final String USER = "UserInitiated";
  static final String SPOT = "SpotInterruption";
  static final String NOTICE = "TerminationNotice";
  static final String HOST = "InfrastructureHealth";

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
  String patch() {
    var patch = Mappers.json().createObjectNode();
    patch.putObject("spec").put("suspend", true);
    patch.putObject("metadata").putObject("annotations").put(Labels.STOP, Mappers.canonical(this));
    return patch.toString();
  }
}
