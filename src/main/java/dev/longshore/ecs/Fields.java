package dev.longshore.ecs;

import dev.longshore.ecs.fidelity.Fidelity;
import dev.longshore.ecs.fidelity.FieldsReport;
import dev.longshore.ecs.fidelity.RuleTable;
import dev.longshore.ecs.taskdefinition.Registration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Longshore does with every member of the four ECS operations it reads; {@code make fields}.
 */
public final class Fields {
  private static final Fidelity SERVICE = new Fidelity(RuleTable.of("CreateService"));
  private static final Fidelity CLUSTER = new Fidelity(RuleTable.of("CreateCluster"));
  private static final Fidelity PROVIDER = new Fidelity(RuleTable.of("CreateCapacityProvider"));

  private Fields() {}

  public static Fidelity taskDefinition() {
    return Registration.fields();
  }

  public static Fidelity service() {
    return SERVICE;
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
    operations.put("CreateCluster", cluster());
    operations.put("CreateCapacityProvider", capacityProvider());
    return operations;
  }

  /** Prints the figures. */
  public static void main(String[] arguments) {
    System.out.print(FieldsReport.render(byOperation()));
  }
}
