package dev.longshore.ecs;

import dev.longshore.core.Mappers;
import dev.longshore.ecs.fidelity.Fidelity;
import dev.longshore.ecs.fidelity.FieldsReport;
import dev.longshore.ecs.fidelity.RuleTable;
import dev.longshore.ecs.fidelity.Schema;
import dev.longshore.ecs.service.ServiceFields;
import dev.longshore.ecs.task.TaskFields;
import dev.longshore.ecs.taskdefinition.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Longshore does with every member of the six ECS operations it reads; {@code make fields}.
 */
public final class Fields {
  private static final Fidelity CLUSTER = new Fidelity(RuleTable.of("CreateCluster"));
  private static final Fidelity PROVIDER = new Fidelity(RuleTable.of("CreateCapacityProvider"));

  private static final Map<String, String> DEFINITIONS =
      Map.of(
          "RegisterTaskDefinition", "taskdefinitions",
          "CreateService", "services",
          "UpdateService", "services",
          "RunTask", "tasks",
          "CreateCluster", "clusters",
          "CreateCapacityProvider", "capacityproviders");

  private Fields() {}

  public static Fidelity taskDefinition() {
    return Registration.fields();
  }

  public static Fidelity service() {
    return ServiceFields.rules();
  }

  public static Fidelity task() {
    return TaskFields.rules();
  }

  public static Fidelity cluster() {
    return CLUSTER;
  }

  public static Fidelity capacityProvider() {
    return PROVIDER;
  }

  /** The rules by operation, in the order in which people meet them. */
  public static Map<String, Fidelity> byOperation() {
    Map<String, Fidelity> operations = new LinkedHashMap<>();
    operations.put("RegisterTaskDefinition", taskDefinition());
    operations.put("CreateService", service());
    operations.put("UpdateService", ServiceFields.updates());
    operations.put("RunTask", task());
    operations.put("CreateCluster", cluster());
    operations.put("CreateCapacityProvider", capacityProvider());
    return operations;
  }

  /** The schema of each operation, from the folder of the custom resource definitions. */
  static Map<String, Schema> schemas(Path folder) throws IOException {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    for (Map.Entry<String, String> definition : DEFINITIONS.entrySet()) {
      Path file = folder.resolve(definition.getValue() + ".ecs.longshore.dev.yaml");
      schemas.put(definition.getKey(), new Schema(Mappers.yaml().readTree(Files.readString(file))));
    }
    return schemas;
  }

  /** Prints the figures; run in the root of the repository, for the schemas in {@code crds}. */
  public static void main(String[] arguments) throws IOException {
    System.out.print(FieldsReport.render(byOperation(), schemas(Path.of("crds"))));
  }
}
