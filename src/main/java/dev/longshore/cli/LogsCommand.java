package dev.longshore.cli;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what the containers of a task or of a service's tasks wrote. */
@Command(
    name = "logs",
    description = "Print what the containers of a task, or of all tasks of a service, wrote.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:printed",
      "1:refused, or not found",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class LogsCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description = "service/NAME, task/NAME, or a name or id alone: a service's, else a task's.")
  String name = "";

  @Option(
      names = {"-c", "--container"},
      paramLabel = "CONTAINER",
      description = "Only this container.")
  @Nullable String container;

  private final AtomicInteger unread = new AtomicInteger();

  @Mixin final LogSpan span = new LogSpan();
  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public Integer call() {
    try (where) {
      List<Pod> pods = TaskPods.in(where).named(name);
      List<ContainerLog> logs = pods.stream().flatMap(it -> logs(it).stream()).toList();
      List<Thread> readers = new ArrayList<>();
      for (ContainerLog log : logs) {
        String prefix = logs.size() == 1 ? "" : log.title() + "  ";
        Runnable read = () -> read(log, prefix);
        if (span.follow) {
          readers.add(Thread.ofVirtual().start(read));
        } else {
          read.run();
        }
      }
      readers.forEach(LogsCommand::await);
      return unread.get() == logs.size() ? Refusal.REFUSED : 0;
    }
  }

  private List<ContainerLog> logs(Pod pod) {
    List<String> containers =
        container == null ? TaskPods.containers(pod) : List.of(TaskPods.container(pod, container));
    return containers.stream().map(it -> new ContainerLog(where.client(), pod, it)).toList();
  }

  /** A container that did not start has nothing to print; the others have. */
  private void read(ContainerLog log, String prefix) {
    try {
      log.read(span, line -> printer.log(prefix + line));
    } catch (KubernetesClientException e) {
      String why = e.getStatus() == null ? e.getMessage() : e.getStatus().getMessage();
      unread.incrementAndGet();
      printer.note(log.title() + ": " + why);
    }
  }

  private static void await(Thread reader) {
    try {
      reader.join(Duration.ofDays(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
