package dev.longshore;

import dev.longshore.cli.ClusterCommand;
import dev.longshore.cli.ConvertCommand;
import dev.longshore.cli.DeployCommand;
import dev.longshore.cli.EventsCommand;
import dev.longshore.cli.Failures;
import dev.longshore.cli.OperatorCommand;
import dev.longshore.cli.RegisterCommand;
import dev.longshore.cli.RevisionsCommand;
import dev.longshore.cli.ServicesCommand;
import dev.longshore.cli.TasksCommand;
import dev.longshore.cli.TreeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The one entry point: every verb of the command line and the operator start here. */
@Command(
    name = "longshore",
    description = "Amazon ECS task definitions and services on Kubernetes.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:refused",
      "2:not a command line or document that can be read",
      "3:no cluster reached, or not in time"
    },
    subcommands = {
      ConvertCommand.class,
      RegisterCommand.class,
      DeployCommand.class,
      ServicesCommand.class,
      TasksCommand.class,
      TreeCommand.class,
      EventsCommand.class,
      RevisionsCommand.class,
      OperatorCommand.class,
      ClusterCommand.class
    })
public final class Longshore implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  /** The whole command line, ready to execute; exit code 2 is a mistake in what was typed. */
  public static CommandLine commandLine() {
    return new CommandLine(new Longshore())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(new Failures());
  }

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name what to do.");
  }
}
