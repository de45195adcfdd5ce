package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.NetworkConfiguration;
import dev.longshore.core.Labels;
import dev.longshore.core.Names;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * AwsVpcConfiguration.securityGroups of RunTask and CreateService: a label of the pod for each, for
 * NetworkPolicies to select.
 */
public final class SecurityGroups {
  private SecurityGroups() {}

  /** Those labels, added to others of the pod. */
  public static Map<String, String> with(
      Map<String, String> labels, @Nullable NetworkConfiguration network) {
    Map<String, String> all = new TreeMap<>(labels);
    if (network != null && network.awsvpcConfiguration() != null) {
      network
          .awsvpcConfiguration()
          .securityGroups()
          .forEach(id -> all.put(Labels.SECURITY_GROUP + Names.labelValue(id), "true"));
    }
    return all;
  }
}
