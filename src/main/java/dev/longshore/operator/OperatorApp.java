package dev.longshore.operator;

import dev.longshore.core.WriteGate;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: everything the operator is made of is created and connected here. */
public final class OperatorApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorApp.class);
  private static final Duration TERMINATION = Duration.ofSeconds(20);
  private static final int LOST = 1;

  private final OperatorConfig config;
  private final KubernetesClient client;
  private final Meters meters = new Meters();
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private final Leading leading = new Leading(() -> ended.complete(LOST));
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Operator operator;
  private final WriteGate gate;
  private @Nullable ManagementServer management;

  /**
   * An operator that is not started yet.
   *
   * @param client stays open when the operator stops
   */
  public OperatorApp(OperatorConfig config, KubernetesClient client, Clock clock) {
    this.config = config;
    this.client = client;
    MicrometerMetrics metrics = MicrometerMetrics.withoutPerResourceMetrics(meters.registry());
    // the SDK calls this twice, so nothing may be created inside
    this.operator = new Operator(overrider -> configure(overrider, metrics));
    this.gate = new WriteGate(client);
    new Controllers(config, client, clock).register(operator, gate);
  }

  /**
   * Runs until the process is told to end, leadership is lost or a kind can no longer be watched;
   * the exit code of the process, which must end at once: another replica may be leading already.
   */
  public static int run(OperatorConfig config, Config kubernetes) {
    try (KubernetesClient client = Clients.of(kubernetes)) {
      OperatorApp app = new OperatorApp(config, client, Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(app::stop, "stop"));
      app.start();
      return app.ended.join();
    }
  }

  /** Serves health and metrics, then starts the controllers; returns when their caches are full. */
  public void start() {
    try {
      management = ManagementServer.start(config.port(), this::ready, meters::scrape);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "LONGSHORE_PORT: port %d cannot be opened; choose another.".formatted(config.port()), e);
    }
    Preflight.check(client);
    operator.start();
    LOG.atInfo()
        .addKeyValue("namespaces", config.namespaces().isEmpty() ? "all" : config.namespaces())
        .addKeyValue("threads", config.threads())
        .addKeyValue("port", port())
        .log("operator started");
  }

  /** Ends what runs, giving it 20 seconds; a second call does nothing. */
  public void stop() {
    stop(0);
  }

  private void stop(int code) {
    if (!stopped.compareAndSet(false, true)) {
      return;
    }
    leading.stopping();
    gate.close();
    if (!ended.isDone()) {
      operator.stop();
      config.leadership().ifPresent(it -> Leading.release(client, it));
      LOG.atInfo().log("operator stopped");
    }
    if (management != null) {
      management.close();
    }
    ended.complete(code);
  }

  /** Port of the management server. */
  public int port() {
    if (management == null) {
      throw new IllegalStateException("not started");
    }
    return management.port();
  }

  @Override
  public void close() {
    stop();
  }

  private ManagementServer.Answer ready() {
    boolean started = operator.getRuntimeInfo().isStarted();
    boolean healthy = started && operator.getRuntimeInfo().allEventSourcesAreHealthy();
    String why = started ? "unhealthy: " + operator.getRuntimeInfo().unhealthyEventSources() : "";
    return new ManagementServer.Answer(
        healthy, healthy ? "ok\n" : (started ? why : "starting") + "\n");
  }

  private void configure(ConfigurationServiceOverrider overrider, MicrometerMetrics metrics) {
    overrider
        .withKubernetesClient(client)
        .withCloseClientOnStop(false)
        .withMetrics(metrics)
        .withConcurrentReconciliationThreads(config.threads())
        .withReconciliationTerminationTimeout(TERMINATION)
        // one unreadable object must not keep every tenant's operator from starting
        .withStopOnInformerErrorDuringStartup(false)
        .withInformerStoppedHandler(new LostWatches(stopped::get, this::leave)::ended);
    config
        .leadership()
        .ifPresent(it -> overrider.withLeaderElectionConfiguration(leading.configuration(it)));
  }

  /** Hands over to another replica or the next start; not on the thread of the watch that ended. */
  private void leave() {
    Thread.ofVirtual().name("leave").start(() -> stop(LOST));
  }
}
