package dev.longshore.cli;

import picocli.CommandLine.IExitCodeGenerator;

/** Ends a verb with one sentence for the user and the exit code that scripts look at. */
public final class Refusal extends RuntimeException implements IExitCodeGenerator {
  static final int REFUSED = 1;
  static final int UNREACHABLE = 3;

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  Refusal(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
