package dev.longshore;

import java.util.List;

/** What the launcher runs once to fill the JVM's AOT cache: the classes that verbs start with. */
final class Training {
  private Training() {}

  public static void main(String[] documents) {
    Longshore.commandLine(verb -> false).execute("--help");
    Longshore.commandLine().execute("deploy", "--help");
    for (String document : documents) {
      Longshore.commandLine(List.of("convert")::contains).execute("convert", document);
    }
  }
}
