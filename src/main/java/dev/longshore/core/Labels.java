package dev.longshore.core;

import java.util.Map;
import java.util.TreeMap;

/** Every label and annotation key Longshore writes: a contract that users script against. */
public final class Labels {
  public static final String PREFIX = "ecs.longshore.dev/";

  public static final String APP_NAME = "app.kubernetes.io/name";
  public static final String PART_OF = "app.kubernetes.io/part-of";
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  public static final String CLUSTER = PREFIX + "cluster";
  public static final String SERVICE = PREFIX + "service";
  public static final String FAMILY = PREFIX + "family";
  public static final String REVISION = PREFIX + "revision";
  public static final String DEPLOYMENT = PREFIX + "deployment";
  public static final String CAPACITY_PROVIDER = PREFIX + "capacity-provider";
  public static final String TASK_GROUP = PREFIX + "task-group";
  public static final String LAUNCH_TYPE = PREFIX + "launch-type";

  /** Annotation with the ECS name an object's own name was derived from. */
  public static final String NAME = PREFIX + "name";

  /** Value of {@link #MANAGED_BY} and name of the field manager. */
  public static final String LONGSHORE = "longshore";

  /** Selects everything Longshore made; informers of stock kinds use it. */
  public static final String SELECTOR = MANAGED_BY + "=" + LONGSHORE;

  private Labels() {}

  /** The labels every child carries; sorted, values made legal. */
  public static Map<String, String> common(String application) {
    Map<String, String> labels = new TreeMap<>();
    labels.put(APP_NAME, Names.labelValue(application));
    labels.put(PART_OF, Names.labelValue(application));
    labels.put(MANAGED_BY, LONGSHORE);
    return labels;
  }
}
