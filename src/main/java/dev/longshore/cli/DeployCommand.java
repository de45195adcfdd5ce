package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.cli.documents.Document;
import dev.longshore.cli.documents.DocumentKind;
import dev.longshore.core.Mappers;
import dev.longshore.core.Names;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "Service document.")
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
    List<ObjectNode> requests = file == null ? List.of() : requests(file);
    try (connection) {
      if (file == null) {
        String name = Names.dnsLabel(String.valueOf(update.service));
        return rollout.follow(name, () -> update.send(connection), connection, printer);
      }
      Applied target = new Applied(connection.client(), connection.namespace());
      DesiredCount counts = new DesiredCount(connection.client(), connection.namespace());
      return requests.stream()
          .mapToInt(
              it ->
                  rollout.follow(
                      it.at("/metadata/name").asText(),
                      () -> target.apply(counts.kept(it, printer::note)),
                      connection,
                      printer))
          .max()
          .orElse(0);
    }
  }

  private List<ObjectNode> requests(Path path) {
    return DocumentFiles.read(path, DocumentKind.SERVICE).stream()
        .map(it -> request(it, printer))
        .toList();
  }

  /** What is applied of a document; {@link Refusal} when ECS would refuse it. */
  static ObjectNode request(Document document, Printer printer) {
    Request request = Request.of(document);
    document.warnings().forEach(it -> printer.warn(it.path(), it.message()));
    if (!request.errors().isEmpty()) {
      var first = request.errors().getFirst();
      throw new Refusal(
          Refusal.REFUSED, document.file() + ": " + first.path() + ": " + first.message());
    }
    if (document.spec().path(Request.FORCE).asBoolean()) {
      ObjectNode kubernetes =
          request.spec().path("kubernetes") instanceof ObjectNode given
              ? given
              : Mappers.json().createObjectNode();
      request.spec().set("kubernetes", kubernetes.put("redeployNonce", Instant.now().toString()));
    }
    return document.customResource(request.spec());
  }
}
