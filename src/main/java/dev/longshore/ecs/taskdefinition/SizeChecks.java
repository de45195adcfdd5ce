package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.ecs.taskdefinition.Definition.Container;
import java.util.ArrayList;
import java.util.List;

/** CPU units and MiB of memory: the task's own, the containers', and their sums. */
final class SizeChecks implements Check {
  /** EC2: 0.125 to 192 vCPU in units of 1/1024. */
  private static final long SMALLEST = 128;

  private static final long LARGEST = 196_608;
  private static final String WHOLE = "[1-9]\\d{0,9}";

  @Override
  public List<ValidationError> check(ObjectNode definition) {
    List<ValidationError> errors = new ArrayList<>();
    String cpu = definition.path("cpu").asText();
    String memory = definition.path("memory").asText();
    if (!cpu.isEmpty() && !isCpu(cpu, definition)) {
      errors.add(new ValidationError("cpu", "Invalid 'cpu' setting for task."));
    }
    if (!memory.isEmpty() && !memory.matches(WHOLE)) {
      errors.add(new ValidationError("memory", "Invalid 'memory' setting for task."));
    }
    if (!errors.isEmpty()) {
      return errors;
    }
    // Fargate asks for the task's memory itself
    boolean mayLackMemory = !memory.isEmpty() || Definition.isFargate(definition);
    for (Container container : Definition.containers(definition)) {
      if (!mayLackMemory) {
        memory(container, errors);
      }
      container(container, memory, errors);
    }
    sum(definition, "cpu", cpu, errors);
    sum(definition, "memory", memory, errors);
    return errors;
  }

  private static boolean isCpu(String cpu, JsonNode definition) {
    if (!cpu.matches(WHOLE)) {
      return false;
    }
    long units = Long.parseLong(cpu);
    return Definition.isFargate(definition) || units >= SMALLEST && units <= LARGEST;
  }

  private static void memory(Container container, List<ValidationError> errors) {
    if (!container.node().has("memory") && !container.node().has("memoryReservation")) {
      errors.add(
          container.error(
              "memory",
              "Invalid setting for container '%s'. At least one of 'memory' or 'memoryReservation' must be specified."
                  .formatted(container.name())));
    }
  }

  private static void container(
      Container container, String taskMemory, List<ValidationError> errors) {
    JsonNode memory = container.node().path("memory");
    JsonNode reservation = container.node().path("memoryReservation");
    if (memory.isInt() && reservation.isInt() && memory.asLong() <= reservation.asLong()) {
      errors.add(
          container.error(
              "memoryReservation",
              "Invalid setting for container '%s'. 'memory' must be greater than 'memoryReservation'."
                  .formatted(container.name())));
    }
    if (!taskMemory.isEmpty() && reservation.asLong() > Long.parseLong(taskMemory)) {
      errors.add(
          container.error(
              "memoryReservation",
              "Invalid setting for container '%s'. 'memoryReservation' is more than the task's 'memory'."
                  .formatted(container.name())));
    }
  }

  private static void sum(
      JsonNode definition, String member, String task, List<ValidationError> errors) {
    long sum =
        Definition.containers(definition).stream()
            .mapToLong(container -> container.node().path(member).asLong())
            .sum();
    if (!task.isEmpty() && sum > Long.parseLong(task)) {
      String message =
          "The sum of the containers' '%s' is %d, more than the %s of the task; raise '%s' of the task or lower it in the containers.";
      errors.add(new ValidationError(member, message.formatted(member, sum, task, member)));
    }
  }
}
