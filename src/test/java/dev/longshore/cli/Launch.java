package dev.longshore.cli;

import dev.longshore.Longshore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs verbs as a shell would, in one namespace of a cluster. */
record Launch(Path kubeconfig, String namespace) {
  record Result(int code, String output, String error) {}

  Result run(String... arguments) {
    StringWriter output = new StringWriter();
    StringWriter error = new StringWriter();
    CommandLine line =
        Longshore.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(error));
    List<String> where = List.of("-n", namespace, "--kubeconfig", kubeconfig.toString());
    int code =
        line.execute(Stream.concat(Stream.of(arguments), where.stream()).toArray(String[]::new));
    return new Result(code, output.toString(), error.toString());
  }
}
