package dev.longshore.cli;

import dev.longshore.cli.documents.DocumentKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** CreateService and UpdateService in one verb: the document, or a few members of what runs. */
@Command(
    name = "deploy",
    description = "Create or update a service and print its deployment.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:deployed", "1:refused", "2:unreadable", "3:not in time, or unreachable"})
public final class DeployCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Service document; - for standard input.")
  @Nullable Path file;

  @Mixin ServiceUpdate update = new ServiceUpdate();
  @Mixin Rollout rollout = new Rollout();
  @Mixin final Connection connection = new Connection();
  @Mixin Printer printer = new Printer();

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Override
  public Integer call() {
    if ((file == null) == (update.service == null)) {
      throw new ParameterException(spec.commandLine(), "Name either a FILE or a --service.");
    }
    List<ServiceRequest> requests = file == null ? List.of() : requests(file);
    try (connection) {
      if (file == null) {
        return rollout.follow(update.change(connection, printer), connection, printer);
      }
      List<ServiceRequest> judged = requests.stream().map(it -> it.judged(connection)).toList();
      DesiredCount counts = new DesiredCount(connection.client(), connection.namespace());
      return judged.stream()
          .mapToInt(it -> rollout.follow(change(it, counts), connection, printer))
          .max()
          .orElse(0);
    }
  }

  private List<ServiceRequest> requests(Path path) {
    return DocumentFiles.read(path, DocumentKind.SERVICE).stream()
        .map(it -> ServiceRequest.of(it, printer))
        .toList();
  }

  private Rollout.Change change(ServiceRequest request, DesiredCount counts) {
    return new Rollout.Change(
        request.name(),
        () ->
            request
                .with(counts.kept(request.resource(), printer::note))
                .send(Applied.in(connection)),
        Optional.of(request.conversion()));
  }
}
