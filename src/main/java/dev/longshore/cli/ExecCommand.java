package dev.longshore.cli;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.dsl.ExecListener;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.dsl.TtyExecErrorable;
import io.fabric8.kubernetes.client.dsl.TtyExecable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** ExecuteCommand: runs a command in a container of a task, under the caller's own rights. */
@Command(
    name = "exec",
    description = "Run a command in a container of a running task.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the command ended so; its own code otherwise",
      "1:refused, or not found",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class ExecCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "TASK",
      description = "Name, id or ARN of the task; a service's name where it runs one task.")
  String task = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "COMMAND",
      description = "The command and its arguments, after -- where they begin with a dash.")
  List<String> command = List.of();

  @Option(
      names = {"-c", "--container"},
      paramLabel = "CONTAINER",
      description = "The container; needed where the task has several.")
  @Nullable String container;

  @Option(
      names = {"-i", "--interactive"},
      description = "Pass on what is typed, and give the command a terminal where there is one.")
  boolean interactive;

  @Mixin final Connection where = new Connection();

  @Override
  public Integer call() {
    try (where) {
      Pod pod = one(TaskPods.in(where).named(task));
      boolean terminal = interactive && System.console() != null && System.console().isTerminal();
      Ending ending = new Ending();
      try (RawTerminal raw = terminal ? RawTerminal.set() : RawTerminal.none();
          ExecWatch running = start(pod, terminal, ending)) {
        @Nullable Integer code = running.exitCode().get();
        if (code == null || code < 0) {
          throw new Refusal(Refusal.REFUSED, ending.reason());
        }
        return code;
      } catch (ExecutionException e) {
        throw new Refusal(Refusal.REFUSED, String.valueOf(e.getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Refusal.REFUSED;
      }
    }
  }

  private ExecWatch start(Pod pod, boolean terminal, ExecListener ending) {
    var into =
        where
            .client()
            .pods()
            .inNamespace(pod.getMetadata().getNamespace())
            .withName(pod.getMetadata().getName())
            .inContainer(chosen(pod));
    TtyExecErrorable out =
        (interactive ? into.readingInput(System.in) : into).writingOutput(System.out);
    String[] words = command.toArray(String[]::new);
    TtyExecable streams = terminal ? out : out.writingError(System.err);
    return (terminal ? streams.withTTY() : streams).usingListener(ending).exec(words);
  }

  /** Keeps what the node said of the end. */
  private static final class Ending implements ExecListener {
    private final AtomicReference<String> reason = new AtomicReference<>("the connection ended");

    @Override
    public void onExit(int code, @Nullable Status status) {
      if (status != null && status.getMessage() != null) {
        reason.set(status.getMessage());
      }
    }

    @Override
    public void onClose(int code, String why) {
      if (why != null && !why.isEmpty()) {
        reason.compareAndSet("the connection ended", "the connection ended: " + why);
      }
    }

    String reason() {
      return String.valueOf(reason.get());
    }
  }

  private static Pod one(List<Pod> pods) {
    if (pods.size() > 1) {
      throw new Refusal(
          Refusal.REFUSED,
          "several tasks run; name one of %s."
              .formatted(String.join(", ", pods.stream().map(TaskPods::id).toList())));
    }
    return pods.getFirst();
  }

  private String chosen(Pod pod) {
    List<String> all = TaskPods.containers(pod);
    if (container != null) {
      return TaskPods.container(pod, container);
    }
    if (all.size() > 1) {
      throw new Refusal(
          Refusal.REFUSED,
          "--container: the task has several; name one of %s.".formatted(String.join(", ", all)));
    }
    return all.getFirst();
  }
}
