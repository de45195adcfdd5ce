package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.ServiceKubernetes;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.core.Digest;
import dev.longshore.core.Mappers;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The inputs whose change starts an ECS deployment (UpdateService: those that ECS documents as
 * such) and no others: a newer Longshore, tags, placement or bindings start none.
 */
public final class DeploymentInputs {
  private static final int LENGTH = 16;

  private DeploymentInputs() {}

  /**
   * Equal for specs that the same ECS deployment serves.
   *
   * @param taskDefinition the revision that the spec means, {@code web:3}
   */
  public static String digest(ServiceSpec spec, String taskDefinition) {
    Map<String, @Nullable Object> inputs = new TreeMap<>();
    ServiceKubernetes ours = spec.kubernetes();
    inputs.put("taskDefinition", taskDefinition);
    inputs.put("launchType", spec.launchType());
    inputs.put("platformVersion", spec.platformVersion());
    inputs.put("networkConfiguration", spec.networkConfiguration());
    inputs.put("loadBalancers", spec.loadBalancers());
    inputs.put("serviceRegistries", spec.serviceRegistries());
    inputs.put("serviceConnectConfiguration", spec.serviceConnectConfiguration());
    inputs.put("volumeConfigurations", spec.volumeConfigurations());
    inputs.put("vpcLatticeConfigurations", spec.vpcLatticeConfigurations());
    inputs.put("redeployNonce", ours == null ? null : ours.redeployNonce());
    return Digest.of(Mappers.canonical(inputs)).hex(LENGTH);
  }
}
