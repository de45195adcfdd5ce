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
      case Refusal refusal ->
          say(command, String.valueOf(refusal.getMessage()), refusal.getExitCode());
      case KubernetesClientException refused ->
          say(command, "The API server refused: " + refused.getMessage(), Refusal.REFUSED);
      default -> throw thrown;
    };
  }

  private static int say(CommandLine command, String sentence, int exitCode) {
    command.getErr().println(command.getColorScheme().errorText(sentence));
    command.getErr().flush();
    return exitCode;
  }
}
