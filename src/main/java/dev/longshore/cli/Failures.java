package dev.longshore.cli;

import io.fabric8.kubernetes.client.KubernetesClientException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * The root command's handler of what a verb throws: a sentence on the error stream for what a user
 * can act on, a stack trace only for our own mistakes.
 */
public final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed)
      throws Exception {
    return switch (thrown) {
      case Refusal refusal -> say(command, refusal);
      case KubernetesClientException refused ->
          say(
              command,
              new Refusal(Refusal.REFUSED, "The API server refused: " + refused.getMessage()));
      default -> throw thrown;
    };
  }

  /** A program that asked for data gets the refusal as data, too. */
  private static int say(CommandLine command, Refusal refusal) {
    command.getErr().println(command.getColorScheme().errorText("" + refusal.getMessage()));
    command.getErr().flush();
    ParseResult parsed = command.getParseResult();
    // each verb has an enum of its own
    Object asked = parsed == null ? null : parsed.<Object>matchedOptionValue("--output", null);
    String format = String.valueOf(asked);
    if (format.equals("json") || format.equals("yaml")) {
      command.getOut().println(Printer.text(refusal.json(), format.equals("yaml")));
      command.getOut().flush();
    }
    return refusal.getExitCode();
  }
}
