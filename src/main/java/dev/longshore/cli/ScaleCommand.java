package dev.longshore.cli;

import dev.longshore.api.ecs.v1.AutoScaling;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceKubernetes;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** UpdateService of {@code desiredCount} alone, which starts no deployment. */
@Command(
    name = "scale",
    description = "Set how many tasks a service runs.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the count is set",
      "1:refused, or not found",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class ScaleCommand implements Runnable {
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  @Parameters(index = "0", paramLabel = "SERVICE", description = "Name or ARN of the service.")
  String service = "";

  @Parameters(index = "1", paramLabel = "N", description = "Tasks; 0 stops all.")
  BigInteger count = BigInteger.ZERO;

  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public void run() {
    try (where) {
      Service found = EcsObjects.in(where).service(service);
      check(found, count, printer);
      ServicePatch patch = ServicePatch.of();
      patch.spec().put("desiredCount", count.intValueExact());
      patch.send(found.getMetadata().getName(), where);
      String name = EcsObjects.name(found);
      printer.print(
          Map.of("serviceName", name, "desiredCount", count),
          List.of(name + "  desiredCount " + count));
    }
  }

  /** {@link Refusal} where the count cannot be set, and a note where it may not last. */
  static void check(Service service, BigInteger count, Printer printer) {
    Refusal.raise(refusal(service, count));
    scaling(service).ifPresent(printer::note);
  }

  /** Why the count cannot be set, in ECS's words; empty when it can. */
  static Optional<String> refusal(Service service, BigInteger count) {
    if (count.signum() < 0 || count.compareTo(MOST) > 0) {
      return Optional.of(
          "desiredCount: %d is no number of tasks; give %s."
              .formatted(count, count.signum() < 0 ? "0 or more" : MOST + " or less"));
    }
    return "DAEMON".equals(service.getSpec().schedulingStrategy())
        ? Optional.of(
            "desiredCount: The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again.")
        : Optional.empty();
  }

  /** What a person should know whose service scales by itself. */
  static Optional<String> scaling(Service service) {
    ServiceKubernetes ours = service.getSpec().kubernetes();
    AutoScaling scaling = ours == null ? null : ours.autoScaling();
    if (scaling == null || scaling.scalingPolicies().isEmpty()) {
      return Optional.empty();
    }
    var target = scaling.scalableTarget();
    return Optional.of(
        "%s scales by its policies, from %s to %s tasks; they may change this count at once."
            .formatted(
                EcsObjects.name(service),
                Cells.of(target == null ? null : target.minCapacity()),
                Cells.of(target == null ? null : target.maxCapacity())));
  }
}
