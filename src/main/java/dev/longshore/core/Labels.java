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

  /** The 32 hexadecimal digits of a task that runs on its own. */
  public static final String TASK = PREFIX + "task";

  /** Of a task that the command line began: the token of its request. */
  public static final String CLIENT_TOKEN = PREFIX + "client-token";

  /** Annotation of a task that has a {@link #CLIENT_TOKEN}: digest of its request. */
  public static final String REQUEST = PREFIX + "request";

  /** Start of a label of a pod for each security group of its task: NetworkPolicies select it. */
  public static final String SECURITY_GROUP = "security-group." + PREFIX;

  /** Finalizer of a task's pod: it stays until its final state is recorded. */
  public static final String RECORD = PREFIX + "record";

  /** Annotation of a task's pod: what was settled when the task started, as JSON. */
  public static final String TASK_FACTS = PREFIX + "task-facts";

  /** Annotation of a task's Job: why it is being stopped, as JSON. */
  public static final String STOP = PREFIX + "stop";

  /** Annotation of a task's pod: startedBy of its request. */
  public static final String STARTED_BY = PREFIX + "started-by";

  /** Annotation with the ECS name an object's own name was derived from. */
  public static final String NAME = PREFIX + "name";

  /** Annotation of a pod: ECS names of the containers whose own names had to change, as JSON. */
  public static final String CONTAINERS = PREFIX + "containers";

  /** Annotation of a pod: logConfiguration of each container, as JSON, for log agents. */
  public static final String LOGS = PREFIX + "log-configuration";

  /** Annotation of a pod: dockerLabels of each container, as JSON. */
  public static final String DOCKER_LABELS = PREFIX + "docker-labels";

  /** Annotation of a pod: the tags of the task, as JSON. */
  public static final String TAGS = PREFIX + "tags";

  /** Annotation of a service's pod: RFC 3339 time until which nothing of ours stops it. */
  public static final String PROTECTED_UNTIL = PREFIX + "protected-until";

  /** Annotation of a pod whose protection is told to Kubernetes too. */
  public static final String PROTECTED = PREFIX + "protected";

  /** Annotation of a pod that is replaced, since it is to be on another node or in another zone. */
  public static final String DRAINING = PREFIX + "draining";

  /** Annotation of a pod that was to move to another zone: the nodes it could choose from. */
  public static final String BALANCED = PREFIX + "balanced-among";

  /** Annotation of a child: the ECS deployment's order among those of its service, from 1. */
  public static final String ORDINAL = PREFIX + "deployment-ordinal";

  /** Annotation of a child: digest of the inputs whose change starts an ECS deployment. */
  public static final String INPUTS = PREFIX + "deployment-inputs";

  /** Annotation of a child: the revision it runs, {@code web:3}. */
  public static final String TASK_DEFINITION = PREFIX + "task-definition";

  /** Annotation of a child: the strategy of its ECS deployment as JSON. */
  public static final String STRATEGY = PREFIX + "capacity-provider-strategy";

  /** Annotation of a child: names of the containers whose end ends the task, with commas. */
  public static final String ESSENTIAL = PREFIX + "essential-containers";

  /** Annotation of a child: the ports of its tasks as JSON. */
  public static final String PORTS = PREFIX + "ports";

  /** Annotation of a child: how its ECS deployment ended, such as COMPLETED or FAILED. */
  public static final String ROLLOUT = PREFIX + "rollout-state";

  /** Annotation of a child: its failed tasks as JSON. */
  public static final String FAILURES = PREFIX + "failures";

  /** What a deployment waited for besides its tasks. */
  public static final String GATES = PREFIX + "gates";

  /** Annotation of a child: itself as it was first made, but for the replicas. */
  public static final String BLUEPRINT = PREFIX + "blueprint";

  /** Annotation of a DaemonSet: when the ECS deployment that it runs began. */
  public static final String STARTED = PREFIX + "deployment-started";

  /** Annotation of a DaemonSet: other ECS deployments of its service that still count, as JSON. */
  public static final String FORMER = PREFIX + "former-deployments";

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
