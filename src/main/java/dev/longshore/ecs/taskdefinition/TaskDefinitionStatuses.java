package dev.longshore.ecs.taskdefinition;

import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionStatus;
import dev.longshore.core.Arns;
import dev.longshore.core.Conditions;
import dev.longshore.core.Conditions.State;
import dev.longshore.core.Problem;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a TaskDefinition tells about itself. */
record TaskDefinitionStatuses(Clock clock) {

  /**
   * The status.
   *
   * @param problems why nothing new was registered; empty when all is well
   * @param latest the revision in force, which a refused change leaves as it was
   */
  TaskDefinitionStatus of(
      TaskDefinition definition, List<Problem> problems, Optional<TaskDefinitionRevision> latest) {
    String family = Revisions.family(definition);
    Optional<Integer> number = latest.map(Revisions::number);
    String name = number.map(it -> family + ":" + it).orElse("no revision");
    State state =
        problems.isEmpty()
            ? new State.Ready("Registered", name + " is the latest revision.")
            : new State.Stalled(
                problems.getFirst().reason(), Problem.join(problems) + " In force: " + name + ".");
    Long generation = definition.getMetadata().getGeneration();
    return new TaskDefinitionStatus(
        generation,
        new Conditions(clock, generation, previous(definition)).of(state),
        number.orElse(null),
        number.map(it -> Arns.taskDefinition(family, it)).orElse(null));
  }

  private static List<Condition> previous(TaskDefinition definition) {
    return definition.getStatus() == null ? List.of() : definition.getStatus().conditions();
  }
}
