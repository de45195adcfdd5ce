package dev.longshore;

import java.util.List;

/**
 * What the launcher runs once to fill the JVM's AOT cache. Every class in it is mapped on every
 * start, so it holds help and conversion and not the Kubernetes client.
 */
final class Training {
  private Training() {}

  public static void main(String[] documents) {
    Longshore.commandLine(verb -> false).execute("--help");
    for (String document : documents) {
      Longshore.commandLine(List.of("convert")::contains).execute("convert", document);
    }
  }
}
