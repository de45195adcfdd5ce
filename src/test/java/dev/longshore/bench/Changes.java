package dev.longshore.bench;

import dev.longshore.testing.AuditLog;
import dev.longshore.testing.AuditLog.Request;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How long after a change of its desired count a service's child is changed, beside the time that
 * the controller-manager takes from a Deployment to its ReplicaSet. Both are read from the API
 * server's log: from the answer to the one request to the answer to the other.
 */
record Changes(Bed bed, int changes) {
  /** So many that each has its tasks before it is changed again; it would be waited for them. */
  private static final int SERVICES = 100;

  private static final Duration PACE = Duration.ofMillis(200);
  private static final String CONTROLLER =
      "system:serviceaccount:kube-system:deployment-controller";

  void run() throws Exception {
    String namespace = bed.freshNamespace();
    for (int i = 0; i < SERVICES; i++) {
      bed.service(Bed.SERVED, "paced-" + i, 1);
    }
    Bed.await().until(() -> deployments().size() == SERVICES);
    BareWriter writer = BareWriter.like("paced-0", bed, namespace);
    for (int i = 0; i < SERVICES; i++) {
      writer.write(i);
    }
    Thread.sleep(Duration.ofSeconds(10));
    measure("idle", namespace, 0);
    AtomicBoolean over = new AtomicBoolean();
    Thread load = Thread.ofPlatform().start(() -> load(over));
    measure("load", namespace, changes);
    over.set(true);
    load.join();
  }

  /** New sets of the bare writer, one after another. */
  private void load(AtomicBoolean over) {
    BareWriter writer = BareWriter.like("paced-0", bed, bed.freshNamespace());
    for (int i = 0; !over.get(); i++) {
      writer.write(i);
    }
  }

  /** The first change has a number, so that each changes what the ones before it left. */
  private void measure(String when, String namespace, int first) throws InterruptedException {
    Instant from = Instant.now();
    for (int i = first; i < first + changes; i++) {
      long next = System.nanoTime() + PACE.toNanos();
      int desired = 1 + (i / SERVICES + 1) % 2;
      bed.service(Bed.SERVED, "paced-" + i % SERVICES, desired);
      bare(namespace, "bare-" + i % SERVICES).scale(desired);
      Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
    }
    Thread.sleep(Duration.ofSeconds(3));
    List<Request> admin = since(from, bed.asked(Bed.ADMINISTRATOR));
    List<Duration> ours =
        delays(
            of(admin, "services", "paced-"),
            of(since(from, bed.operatorAsked()), "deployments", "paced-"));
    List<Duration> theirs =
        delays(
            of(admin, "deployments/scale", "bare-"),
            of(since(from, bed.asked(CONTROLLER)), "replicasets", "bare-"));
    print(when, ours, theirs);
  }

  private static void print(String when, List<Duration> ours, List<Duration> theirs) {
    for (int percent : List.of(50, 99)) {
      double mine = Figures.percentile(ours, percent);
      double other = Figures.percentile(theirs, percent);
      String name = "change-to-child-%s-p%d".formatted(when, percent);
      Figures.print(name, mine, "ms", ours.size());
      Figures.print(name + "-controller-manager", other, "ms", theirs.size());
      Figures.print(name + "/controller-manager", mine / other, "ratio", ours.size());
    }
  }

  private RollableScalableResource<Deployment> bare(String namespace, String name) {
    return bed.client().apps().deployments().inNamespace(namespace).withName(name);
  }

  private static List<Request> since(Instant from, AuditLog log) {
    return log.requests().stream().filter(it -> it.at().isAfter(from)).toList();
  }

  private static List<Request> of(List<Request> requests, String resource, String prefix) {
    return requests.stream()
        .filter(Request::writes)
        .filter(it -> it.right().resource().equals(resource) && it.name().startsWith(prefix))
        .toList();
  }

  /** From each cause to the first effect after it on an object of that name. */
  private static List<Duration> delays(List<Request> causes, List<Request> effects) {
    return causes.stream()
        .flatMap(
            cause ->
                effects.stream()
                    .filter(it -> it.name().startsWith(cause.name() + "-"))
                    .map(Request::at)
                    .filter(it -> !it.isBefore(cause.at()))
                    .min(Comparator.naturalOrder())
                    .map(at -> Duration.between(cause.at(), at))
                    .stream())
        .toList();
  }

  private List<Deployment> deployments() {
    return bed.client().apps().deployments().inNamespace(Bed.SERVED).list().getItems().stream()
        .filter(it -> it.getMetadata().getName().startsWith("paced-"))
        .toList();
  }
}
