package dev.longshore.cli;

import dev.longshore.Longshore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/** The command line as a user of one namespace types it. */
record Verbs(Path kubeconfig, String namespace) {
  /** What a verb printed, and its exit code. */
  record Result(int code, String output, String errors) {}

  /** The options that say where come after the verb, before whatever else it takes. */
  Result run(String... arguments) {
    String[] all = new String[arguments.length + 4];
    all[0] = arguments[0];
    all[1] = "-n";
    all[2] = namespace;
    all[3] = "--kubeconfig";
    all[4] = kubeconfig.toString();
    System.arraycopy(arguments, 1, all, 5, arguments.length - 1);
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine line = Longshore.commandLine();
    line.setOut(new PrintWriter(output)).setErr(new PrintWriter(errors));
    int code = line.execute(all);
    return new Result(code, output.toString(), errors.toString());
  }
}
