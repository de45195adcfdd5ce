package dev.longshore.cli;

import dev.longshore.api.ecs.v1.DeploymentActionType;
import dev.longshore.api.ecs.v1.LifecycleHookDetail;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** ContinueServiceDeployment: the decision that a PAUSE hook waits for. */
@Command(
    name = "continue",
    description = "End the pause of a deployment that waits at a lifecycle hook.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:asked for",
      "1:refused, not found, or nothing waits",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class ContinueCommand implements Runnable {
  @Parameters(paramLabel = "SERVICE", description = "Name or ARN of the service.")
  String service = "";

  @Option(
      names = "--hook",
      paramLabel = "ID",
      description = "The hook, where more than one waits; `longshore service` lists them.")
  @Nullable String hook;

  @Mixin final Connection connection = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public void run() {
    try (connection) {
      Service found = EcsObjects.in(connection).service(service);
      ServiceDeployment waiting = waiting(found);
      String id = String.valueOf(chosen(waiting.lifecycleHookDetails()).hookId());
      ServicePatch patch = ServicePatch.of();
      patch
          .kubernetes()
          .putObject("deploymentAction")
          .put("deploymentId", waiting.deploymentId())
          .put("action", DeploymentActionType.CONTINUE.name())
          .put("hookId", id);
      patch.send(found.getMetadata().getName(), connection);
      printer.print(
          Map.of("deploymentId", String.valueOf(waiting.deploymentId()), "hookId", id),
          List.of(waiting.deploymentId() + "  CONTINUE  " + id));
    }
  }

  private ServiceDeployment waiting(Service found) {
    return Optional.ofNullable(found.getStatus()).stream()
        .map(ServiceStatus::serviceDeployments)
        .flatMap(List::stream)
        .filter(it -> !it.lifecycleHookDetails().isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.REFUSED, EcsObjects.name(found) + ": no deployment waits at a hook."));
  }

  private LifecycleHookDetail chosen(List<LifecycleHookDetail> waiting) {
    if (hook == null && waiting.size() == 1) {
      return waiting.getFirst();
    }
    return waiting.stream()
        .filter(it -> String.valueOf(it.hookId()).equals(hook))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.REFUSED,
                    "--hook: %s; waiting are %s."
                        .formatted(
                            hook == null ? "more than one hook waits" : hook + " does not wait",
                            waiting.stream()
                                .map(it -> it.hookId() + " at " + it.lifecycleStage())
                                .collect(Collectors.joining(", ")))));
  }
}
