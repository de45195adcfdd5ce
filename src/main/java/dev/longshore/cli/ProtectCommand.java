package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** UpdateTaskProtection: neither a smaller desired count nor a deployment stops the tasks. */
@Command(
    name = "protect",
    description = "Protect tasks of services from scale-in and deployments for a time.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:protected, or with --off no longer",
      "1:refused, or not found",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class ProtectCommand implements Runnable {
  private static final Duration LONGEST = Duration.ofMinutes(2880);
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  @Parameters(
      arity = "1..*",
      paramLabel = "TASK",
      description = "Name, id or ARN of a service's task; a service's name for all of its tasks.")
  List<String> tasks = List.of();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "2h",
      converter = Durations.class,
      description = "How long, from 1m to 48h. (${DEFAULT-VALUE})")
  Duration time = Duration.ofHours(2);

  @Option(names = "--off", description = "End the protection instead.")
  boolean off;

  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public void run() {
    if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
      throw new Refusal(
          Refusal.REFUSED,
          "--for: a task is protected for 1 to 2880 minutes, and not for %s."
              .formatted(time.toString().substring(2).toLowerCase(Locale.ROOT)));
    }
    try (where) {
      TaskPods all = TaskPods.in(where);
      List<Pod> pods = tasks.stream().flatMap(it -> all.named(it).stream()).distinct().toList();
      pods.forEach(ProtectCommand::requireReplica);
      Instant until = Instant.now().plus(time).truncatedTo(ChronoUnit.SECONDS);
      pods.forEach(pod -> patch(pod, off ? null : until.toString()));
      printer.print(
          Map.of("protectedTasks", pods.stream().map(pod -> described(pod, until)).toList()),
          pods.stream().map(pod -> line(pod, until)).toList());
    }
  }

  /** Tasks that run on their own are never scaled in, and a daemon's are kept by their nodes. */
  static void requireReplica(Pod pod) {
    String name = pod.getMetadata().getName();
    if (!pod.getMetadata().getLabels().containsKey(Labels.SERVICE)) {
      throw notValid(
          "%s is not a task of a service, and nothing but `longshore stop` stops it early."
              .formatted(name));
    }
    if (pod.getMetadata().getOwnerReferences().stream()
        .anyMatch(it -> "DaemonSet".equals(it.getKind()))) {
      throw notValid(
          "%s is a task of a service with the DAEMON scheduling strategy, which is never scaled in and rolls node by node; only tasks of REPLICA services can be protected."
              .formatted(name));
    }
  }

  private static Refusal notValid(String why) {
    return new Refusal(Refusal.REFUSED, "TASK_NOT_VALID: " + why);
  }

  private void patch(Pod pod, @Nullable String until) {
    ObjectNode patch = Mappers.json().createObjectNode();
    patch.putObject("metadata").putObject("annotations").put(Labels.PROTECTED_UNTIL, until);
    where.client().resource(pod).patch(PatchContext.of(PatchType.JSON_MERGE), patch.toString());
  }

  private Map<String, Object> described(Pod pod, Instant until) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("taskId", TaskPods.id(pod));
    described.put("protectionEnabled", !off);
    if (!off) {
      described.put("expirationDate", until.toString());
    }
    return described;
  }

  private String line(Pod pod, Instant until) {
    return pod.getMetadata().getName() + (off ? "  not protected" : "  protected until " + until);
  }
}
