package dev.longshore.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** This terminal passing every key on as it is; close gives it back as it was. */
final class RawTerminal implements AutoCloseable {
  private final String before;

  private RawTerminal(String before) {
    this.before = before;
  }

  /** Where there is no terminal, nothing is changed. */
  static RawTerminal none() {
    return new RawTerminal("");
  }

  static RawTerminal set() {
    String before = stty("-g").strip();
    stty("raw", "-echo");
    return new RawTerminal(before);
  }

  @Override
  public void close() {
    if (!before.isEmpty()) {
      stty(before);
    }
  }

  /** A machine without stty keeps its terminal as it is: each line is passed on at its end. */
  private static String stty(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "stty";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process process =
          new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.INHERIT).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? output : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
