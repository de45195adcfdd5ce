package dev.longshore.operator;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The metrics of the process; none has a tag whose values grow with the cluster. */
final class Meters {
  /** The SDK leaves the group out for kinds of the core group; Prometheus wants equal tags. */
  private static final MeterFilter GROUP =
      new MeterFilter() {
        @Override
        public Meter.Id map(Meter.Id id) {
          return completed(completed(id, ""), "resource.");
        }
      };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @SuppressWarnings("resource") // the binder lives as long as the process
  Meters() {
    registry.config().meterFilter(GROUP);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmGcMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  MeterRegistry registry() {
    return registry;
  }

  String scrape() {
    return registry.scrape();
  }

  private static Meter.Id completed(Meter.Id id, String prefix) {
    return id.getTag(prefix + "kind") == null || id.getTag(prefix + "group") != null
        ? id
        : id.withTag(Tag.of(prefix + "group", "core"));
  }
}
