package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.taskdefinition.ValidationError;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.IExitCodeGenerator;

/** Ends a verb with one sentence for the user and the exit code that scripts look at. */
public final class Refusal extends RuntimeException implements IExitCodeGenerator {
  static final int REFUSED = 1;
  static final int UNREADABLE = 2;
  static final int UNREACHABLE = 3;

  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient List<ValidationError> errors;

  Refusal(int exitCode, String message) {
    this(exitCode, message, List.of(new ValidationError("", message)));
  }

  /** Of a document, with the place of each error. */
  Refusal(int exitCode, String message, List<ValidationError> errors) {
    super(message);
    this.exitCode = exitCode;
    this.errors = List.copyOf(errors);
  }

  /** Ends the verb where there is a reason to; it goes on where there is none. */
  static void raise(Optional<String> reason) {
    if (reason.isPresent()) {
      throw new Refusal(REFUSED, reason.get());
    }
  }

  /** The same for programs, in the words of {@code convert}. */
  ObjectNode json() {
    ObjectNode result = Mappers.json().createObjectNode();
    result.put("accepted", false).put("exitCode", exitCode);
    result.set("errors", Mappers.json().valueToTree(errors));
    return result;
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
