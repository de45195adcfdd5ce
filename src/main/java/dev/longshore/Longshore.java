package dev.longshore;

import dev.longshore.cli.ClusterCommand;
import dev.longshore.cli.ContinueCommand;
import dev.longshore.cli.ConvertCommand;
import dev.longshore.cli.DeleteCommand;
import dev.longshore.cli.DeleteServiceCommand;
import dev.longshore.cli.DeployCommand;
import dev.longshore.cli.DeregisterCommand;
import dev.longshore.cli.EventsCommand;
import dev.longshore.cli.ExecCommand;
import dev.longshore.cli.Failures;
import dev.longshore.cli.LogsCommand;
import dev.longshore.cli.OperatorCommand;
import dev.longshore.cli.PlanCommand;
import dev.longshore.cli.ProtectCommand;
import dev.longshore.cli.RegisterCommand;
import dev.longshore.cli.RestartCommand;
import dev.longshore.cli.RevisionsCommand;
import dev.longshore.cli.RollbackCommand;
import dev.longshore.cli.RunCommand;
import dev.longshore.cli.ScaleCommand;
import dev.longshore.cli.ServiceCommand;
import dev.longshore.cli.ServicesCommand;
import dev.longshore.cli.StopCommand;
import dev.longshore.cli.StopDeploymentCommand;
import dev.longshore.cli.TaskCommand;
import dev.longshore.cli.TasksCommand;
import dev.longshore.cli.TreeCommand;
import dev.longshore.cli.WholeNumbers;
import dev.longshore.cli.WhyCommand;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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
    })
public final class Longshore implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  /** In the order of the help. */
  private static final List<Class<?>> VERBS =
      List.of(
          ConvertCommand.class,
          RegisterCommand.class,
          PlanCommand.class,
          DeployCommand.class,
          ServicesCommand.class,
          ServiceCommand.class,
          ScaleCommand.class,
          RestartCommand.class,
          RollbackCommand.class,
          ContinueCommand.class,
          ProtectCommand.class,
          StopDeploymentCommand.class,
          DeleteServiceCommand.class,
          TasksCommand.class,
          RunCommand.class,
          StopCommand.class,
          TaskCommand.class,
          LogsCommand.class,
          ExecCommand.class,
          TreeCommand.class,
          WhyCommand.class,
          EventsCommand.class,
          RevisionsCommand.class,
          DeregisterCommand.class,
          DeleteCommand.class,
          OperatorCommand.class,
          ClusterCommand.class);

  /** The whole command line, ready to execute; exit code 2 is a mistake in what was typed. */
  public static CommandLine commandLine() {
    return commandLine(verb -> true);
  }

  /**
   * The command line with the verbs that are wanted; of the others it knows what its help tells,
   * because reading their options would load the Kubernetes client on every start.
   */
  static CommandLine commandLine(Predicate<String> wanted) {
    CommandLine line = new CommandLine(new Longshore());
    for (Class<?> verb : VERBS) {
      Command told = Objects.requireNonNull(verb.getAnnotation(Command.class));
      boolean whole = wanted.test(told.name());
      line.addSubcommand(told.name(), whole ? new CommandLine(verb) : described(told));
    }
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .registerConverter(BigInteger.class, new WholeNumbers())
        .setExecutionExceptionHandler(new Failures());
  }

  private static CommandSpec described(Command told) {
    CommandSpec described = CommandSpec.create().name(told.name());
    described.usageMessage().description(told.description());
    return described;
  }

  public static void main(String[] args) {
    System.exit(commandLine(List.of(args)::contains).execute(args));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name what to do.");
  }
}
