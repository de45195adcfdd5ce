package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.SystemControl;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.podsecurity.PodSecurityStandards;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Sysctl;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * ContainerDefinition.systemControls: the parameters every kubelet takes, for the whole task; the
 * last container that sets one wins, as in awsvpc.
 */
final class KernelParameters implements PodFeature {
  private static final String BASE = "containerDefinitions[].systemControls";

  /** Kubelets of 1.32 and newer take all that Pod Security baseline allows. */
  private static final Set<String> SAFE = PodSecurityStandards.SYSCTLS;

  private static final FieldRule.Exception UNSAFE =
      new FieldRule.Exception(
          "not in Kubernetes' safe set",
          new FieldRule.AtPath(KernelParameters::isUnsafe),
          FidelityClass.IGNORED,
          "Pod Security baseline takes only Kubernetes' safe set: the node's value stays; set it on"
              + " the nodes");

  @Override
  public List<FieldRule> fields() {
    String becomes = "spec.securityContext.sysctls";
    return List.of(
        FieldRule.exact(BASE, becomes),
        FieldRule.equivalent(BASE + "[].namespace", becomes, "for all containers of the task")
            .except(UNSAFE),
        FieldRule.exact(BASE + "[].value", becomes).except(UNSAFE));
  }

  private static boolean isUnsafe(JsonNode document, String path) {
    String control = path.substring(0, path.lastIndexOf('.'));
    JsonNode at = Mappers.at(document, control);
    return !SAFE.contains(at.path("namespace").asText());
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    Map<String, String> values = new TreeMap<>();
    for (ContainerDefinition definition : inputs.definition().containerDefinitions()) {
      for (SystemControl control : definition.systemControls()) {
        if (control.namespace() != null
            && control.value() != null
            && SAFE.contains(control.namespace())) {
          values.put(control.namespace(), control.value());
        }
      }
    }
    List<Sysctl> sysctls =
        values.entrySet().stream()
            .map(entry -> new Sysctl(entry.getKey(), entry.getValue()))
            .toList();
    draft.getSpec().getSecurityContext().setSysctls(sysctls);
  }
}
