package dev.longshore.cli;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.ContainerResource;
import io.fabric8.kubernetes.client.dsl.LogWatch;
import io.fabric8.kubernetes.client.dsl.PrettyLoggable;
import io.fabric8.kubernetes.client.dsl.TailPrettyLoggable;
import io.fabric8.kubernetes.client.dsl.TimeTailPrettyLoggable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What one container writes, line by line. */
record ContainerLog(KubernetesClient client, Pod pod, String container) {
  /** Says whose line it is where several containers are read. */
  String title() {
    return pod.getMetadata().getName() + "/" + container;
  }

  /** Every line of the span; following ends with the container. */
  void read(LogSpan span, Consumer<String> sink) {
    PrettyLoggable log = part(span);
    if (!span.follow) {
      lines(log.getLogReader(), sink);
      return;
    }
    try (LogWatch watch = log.watchLog()) {
      lines(new InputStreamReader(watch.getOutput(), StandardCharsets.UTF_8), sink);
    }
  }

  private PrettyLoggable part(LogSpan span) {
    ContainerResource all =
        client
            .pods()
            .inNamespace(pod.getMetadata().getNamespace())
            .withName(pod.getMetadata().getName())
            .inContainer(container);
    TimeTailPrettyLoggable run = span.previous ? all.terminated() : all;
    Integer seconds = span.sinceSeconds();
    TailPrettyLoggable young = seconds == null ? run : run.sinceSeconds(seconds);
    return span.tail == null ? young : young.tailingLines(span.tail);
  }

  private static void lines(Reader from, Consumer<String> sink) {
    try (BufferedReader reader = new BufferedReader(from)) {
      reader.lines().forEach(sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
