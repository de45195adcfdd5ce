package dev.longshore.core;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The only writer of Kubernetes Events: one for each change of state, named so that it is one. */
public final class Events {
  private final WriteGate gate;
  private final Clock clock;

  public Events(WriteGate gate, Clock clock) {
    this.gate = gate;
    this.clock = clock;
  }

  /**
   * What happened to an object.
   *
   * @param id tells this occurrence from others; the same id never makes a second Event
   * @param type {@code Normal} or {@code Warning}
   */
  public record Occurrence(String id, String type, String reason, String message) {}

  /** Tells all of them: one that is refused keeps no other from being told. */
  public void emit(HasMetadata about, List<Occurrence> occurrences) {
    List<KubernetesClientException> refused = new ArrayList<>();
    for (Occurrence occurrence : occurrences) {
      try {
        emit(about, occurrence);
      } catch (KubernetesClientException e) {
        refused.add(e);
      }
    }
    if (!refused.isEmpty()) {
      throw refused.getFirst();
    }
  }

  private void emit(HasMetadata about, Occurrence occurrence) {
    try {
      gate.client().resource(event(about, occurrence)).create();
    } catch (KubernetesClientException e) {
      // 409: told before; 403 while a namespace ends and 404 after it did: nobody is left to tell
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT
          && e.getCode() != HttpURLConnection.HTTP_FORBIDDEN
          && e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw e;
      }
    }
  }

  private Event event(HasMetadata about, Occurrence occurrence) {
    String now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    String uid = about.getMetadata().getUid();
    String name = about.getMetadata().getName();
    return new EventBuilder()
        .withNewMetadata()
        .withNamespace(about.getMetadata().getNamespace())
        .withName(Names.subdomain(name, Digest.of(uid, occurrence.id()).hex(16)))
        .endMetadata()
        .withNewInvolvedObject()
        .withApiVersion(about.getApiVersion())
        .withKind(about.getKind())
        .withNamespace(about.getMetadata().getNamespace())
        .withName(name)
        .withUid(uid)
        .endInvolvedObject()
        .withType(occurrence.type())
        .withReason(occurrence.reason())
        .withMessage(occurrence.message())
        .withFirstTimestamp(now)
        .withLastTimestamp(now)
        .withCount(1)
        .withReportingComponent(Labels.LONGSHORE)
        .withNewSource()
        .withComponent(Labels.LONGSHORE)
        .endSource()
        .build();
  }
}
