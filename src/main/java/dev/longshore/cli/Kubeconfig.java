package dev.longshore.cli;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kubernetes cluster is meant: kubectl's files and contexts, and what was tried. */
final class Kubeconfig {
  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "Kubeconfig file; by default $KUBECONFIG, else ~/.kube/config.")
  @Nullable Path file;

  @Option(
      names = "--context",
      paramLabel = "CONTEXT",
      description = "Context of the kubeconfig file; by default its current one.")
  @Nullable String context;

  Config load() {
    Config config = read();
    List<String> known = config.getContexts().stream().map(NamedContext::getName).toList();
    if (context != null && !known.contains(context)) {
      throw new Refusal(
          Refusal.UNREACHABLE,
          "--context: %s has no context %s; it has %s."
              .formatted(tried(), context, known.isEmpty() ? "none" : String.join(", ", known)));
    }
    return config;
  }

  private Config read() {
    if (file == null) {
      required(Config.getKubeconfigFilenames(), System.getenv("KUBERNETES_SERVICE_HOST") != null);
      return Config.autoConfigure(context);
    }
    try {
      return Config.fromKubeconfig(context, Files.readString(file), file.toString());
    } catch (IOException | RuntimeException e) {
      throw new Refusal(
          Refusal.UNREACHABLE,
          "--kubeconfig: %s cannot be read as a kubeconfig file (%s).".formatted(file, reason(e)));
    }
  }

  /** Without any of the files the client would guess a cluster's inner address. */
  static void required(Collection<String> files, boolean inPod) {
    if (!inPod && files.stream().noneMatch(it -> Files.exists(Path.of(it)))) {
      throw new Refusal(
          Refusal.UNREACHABLE,
          "There is no kubeconfig file %s. Name another with --kubeconfig or KUBECONFIG, or start a cluster with `longshore cluster up`."
              .formatted(String.join(" or ", files)));
    }
  }

  /** One sentence that says what was tried. */
  Refusal unreachable(Config config, Throwable thrown) {
    return new Refusal(
        Refusal.UNREACHABLE,
        "No cluster answers at %s (kubeconfig %s, context %s): %s. Name another with --kubeconfig or --context, or start one with `longshore cluster up`."
            .formatted(config.getMasterUrl(), tried(), contextOf(config), reason(thrown)));
  }

  private String tried() {
    return file == null ? String.join(", ", Config.getKubeconfigFilenames()) : file.toString();
  }

  private String contextOf(Config config) {
    if (config.getCurrentContext() != null) {
      return config.getCurrentContext().getName();
    }
    return context == null ? "none" : context;
  }

  private static String reason(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null
        ? deepest.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
