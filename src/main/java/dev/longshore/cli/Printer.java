package dev.longshore.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.longshore.core.Mappers;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * The {@code -o} option and the only writer of results; use it as a {@code @Mixin}. A value is
 * printed for programs with {@code -o}, as text for people without.
 */
final class Printer {
  enum Format {
    json,
    yaml
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "Print for programs: ${COMPLETION-CANDIDATES}.")
  @Nullable Format format;

  private boolean several;

  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  /** The value itself with {@code -o}, the lines otherwise. */
  void print(Object value, List<String> lines) {
    if (format == null) {
      lines.forEach(out()::println);
      out().flush();
    } else {
      print(value);
    }
  }

  /** The value as JSON, or as YAML when that was asked for. */
  void print(Object value) {
    if (several && format == Format.yaml) {
      out().println("---");
    }
    out()
        .println(
            several && format == Format.json ? line(value) : text(value, format == Format.yaml));
    out().flush();
  }

  /** From now on each result is one line of JSON, or one document of YAML. */
  void several() {
    several = true;
  }

  static String text(Object value, boolean yaml) {
    return written(
        yaml ? Mappers.yaml().writer() : Mappers.json().writerWithDefaultPrettyPrinter(), value);
  }

  private static String line(Object value) {
    return written(Mappers.json().writer(), value);
  }

  private static String written(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value).stripTrailing();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result that is no JSON", e);
    }
  }

  /** An overview for people only: programs got each result by itself. */
  void table(Table table) {
    if (format == null) {
      table.lines().forEach(out()::println);
      out().flush();
    }
  }

  /** A remark on a member of a document. */
  void warn(String path, String message) {
    note("warning: " + path + ": " + message);
  }

  /** A line that a container wrote; beside a result for programs it goes to the error stream. */
  synchronized void log(String line) {
    PrintWriter to = format == null ? out() : spec.commandLine().getErr();
    to.println(line);
    to.flush();
  }

  /** A remark for a person, on the error stream. */
  void note(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }

  /** For a person at a terminal; for anything else news alone, on the error stream. */
  LivePicture live() {
    boolean person = format == null && Terminal.attached();
    return new LivePicture(person ? out() : spec.commandLine().getErr(), person, Terminal.WIDTH);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
