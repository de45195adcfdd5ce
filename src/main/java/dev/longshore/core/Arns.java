package dev.longshore.core;

import java.util.Optional;

/**
 * Amazon resource names of what lives here. Partition and service are AWS's; region and account are
 * constants, because a namespace has neither.
 */
public final class Arns {
  private static final String ECS = "arn:aws:ecs:kubernetes:000000000000:";
  private static final int FIELDS = 6;

  private Arns() {}

  public static String cluster(String cluster) {
    return ECS + "cluster/" + cluster;
  }

  public static String service(String cluster, String service) {
    return ECS + "service/" + cluster + "/" + service;
  }

  /** One deployment of a service; the digits of its id are the last part. */
  public static String serviceDeployment(String cluster, String service, String digits) {
    return ECS + "service-deployment/" + cluster + "/" + service + "/" + digits;
  }

  /** What one deployment of a service brings; the digits of its id are the last part. */
  public static String serviceRevision(String cluster, String service, String digits) {
    return ECS + "service-revision/" + cluster + "/" + service + "/" + digits;
  }

  public static String taskDefinition(String family, int revision) {
    return ECS + "task-definition/" + family + ":" + revision;
  }

  public static String task(String cluster, String id) {
    return ECS + "task/" + cluster + "/" + id;
  }

  public static String container(String cluster, String task, String id) {
    return ECS + "container/" + cluster + "/" + task + "/" + id;
  }

  /** A node seen as a container instance; its name is the id. */
  public static String containerInstance(String cluster, String node) {
    return ECS + "container-instance/" + cluster + "/" + node;
  }

  public static String capacityProvider(String name) {
    return ECS + "capacity-provider/" + name;
  }

  /** The name or id of a resource of that type, by its ARN, by cluster and name, or by itself. */
  public static String name(String reference, String type) {
    return last(resource(reference, type).orElse(reference));
  }

  /** The name or id at the end of an ARN; all of what has no slash. */
  public static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** What follows {@code type/} in an ARN of that type ({@code web:3}), whatever its account. */
  public static Optional<String> resource(String arn, String type) {
    String[] fields = arn.split(":", FIELDS);
    if (fields.length < FIELDS || !fields[0].equals("arn")) {
      return Optional.empty();
    }
    String resource = fields[FIELDS - 1];
    return resource.startsWith(type + "/")
        ? Optional.of(resource.substring(type.length() + 1))
        : Optional.empty();
  }
}
