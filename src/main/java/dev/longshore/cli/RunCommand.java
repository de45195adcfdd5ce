package dev.longshore.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskSpec;
import dev.longshore.cli.documents.MemberTypes;
import dev.longshore.cli.documents.RunRequest;
import dev.longshore.cli.documents.UnreadableDocument;
import dev.longshore.cli.documents.YamlTree;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.taskdefinition.ValidationError;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** RunTask: one Task object for each task that is asked for. */
@Command(
    name = "run",
    description =
        "Run tasks of a family or of a RunTask document, and wait for their end if asked.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:started, or with --wait ended well",
      "1:refused, failed to start, or with --wait gone",
      "2:unreadable",
      "3:not in time, or unreachable",
      "N:with --wait that of the container that ended the task"
    })
public final class RunCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE|FAMILY",
      description =
          "RunTask document (- for standard input), or family, family:revision or ARN of a task"
              + " definition.")
  String what = "";

  @Option(
      names = "--overrides",
      paramLabel = "JSON",
      description = "RunTask.overrides as JSON, or @FILE.")
  @Nullable String overrides;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Tasks to start, 1 to 10; by default the document's, else 1.")
  @Nullable BigInteger count;

  @Option(names = "--group", paramLabel = "NAME", description = "Group of the tasks.")
  @Nullable String group;

  @Option(names = "--started-by", paramLabel = "WHO", description = "Who starts the tasks.")
  @Nullable String startedBy;

  @Mixin TaskExtensions extensions = new TaskExtensions();
  @Mixin TaskFollow follow = new TaskFollow();
  @Mixin final Connection connection = new Connection();
  @Mixin Printer printer = new Printer();

  @Override
  public Integer call() {
    List<RunRequest> asked = requests().stream().map(this::changed).toList();
    asked.forEach(RunCommand::refuseMistyped);
    try (connection) {
      EcsObjects objects = EcsObjects.in(connection);
      List<RunBatch> batches =
          asked.stream().map(it -> RunBatch.of(it, count, extensions, objects)).toList();
      Applied target = Applied.in(connection);
      return follow.follow(
          batches.stream().map(it -> it.send(target)).toList(), connection, printer);
    }
  }

  private List<RunRequest> requests() {
    Path file = Path.of(what);
    if (!what.equals("-") && !Files.isRegularFile(file)) {
      ObjectNode spec = Mappers.json().createObjectNode().put("taskDefinition", what);
      return List.of(new RunRequest(spec, "", List.of()));
    }
    try {
      List<RunRequest> read = RunRequest.read(file);
      read.forEach(it -> it.warnings().forEach(w -> printer.warn(w.path(), w.message())));
      return read;
    } catch (UnreadableDocument e) {
      throw new Refusal(Refusal.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private RunRequest changed(RunRequest request) {
    ObjectNode spec = request.spec().deepCopy();
    if (overrides != null) {
      spec.set("overrides", known(json(overrides)));
    }
    if (group != null) {
      spec.put("group", group);
    }
    if (startedBy != null) {
      spec.put("startedBy", startedBy);
    }
    return new RunRequest(extensions.in(spec), request.objectName(), request.warnings());
  }

  private static void refuseMistyped(RunRequest request) {
    List<ValidationError> errors = MemberTypes.check(request.spec(), TaskSpec.class);
    if (!errors.isEmpty()) {
      throw new Refusal(Refusal.REFUSED, errors.getFirst().message(), errors);
    }
  }

  private static JsonNode known(JsonNode overrides) {
    List<ValidationError> errors =
        overrides instanceof ObjectNode object ? RunRequest.unknown(object) : List.of();
    if (!errors.isEmpty()) {
      ValidationError first = errors.getFirst();
      throw new Refusal(
          Refusal.REFUSED, "--overrides: %s: %s".formatted(first.path(), first.message()), errors);
    }
    return overrides;
  }

  private static JsonNode json(String text) {
    try {
      return text.startsWith("@")
          ? YamlTree.all(Files.readString(Path.of(text.substring(1)))).stream()
              .findFirst()
              .orElseThrow(
                  () -> new Refusal(Refusal.UNREADABLE, "--overrides: " + text + " holds nothing."))
          : Mappers.json().readTree(text);
    } catch (JsonProcessingException e) {
      throw new Refusal(Refusal.UNREADABLE, "--overrides: no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new Refusal(Refusal.UNREADABLE, "--overrides: " + text + " cannot be read.");
    }
  }
}
