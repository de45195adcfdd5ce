package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.RuntimePlatform;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** runtimePlatform, and the nodes of the capacity provider. */
final class Placement implements PodFeature {
  private static final Map<String, String> ARCHITECTURES =
      Map.of("X86_64", "amd64", "ARM64", "arm64");

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.exact("runtimePlatform", "spec.nodeSelector"),
        FieldRule.exact("runtimePlatform.cpuArchitecture", "nodeSelector kubernetes.io/arch"),
        FieldRule.exact("runtimePlatform.operatingSystemFamily", "nodeSelector kubernetes.io/os")
            .rejecting(
                "Windows",
                (value, document) -> value.asText().startsWith("WINDOWS"),
                "Windows tasks are not built yet; use LINUX"));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    Map<String, String> selector = new TreeMap<>(inputs.nodeSelector());
    RuntimePlatform platform = inputs.definition().runtimePlatform();
    if (platform != null) {
      String architecture =
          platform.cpuArchitecture() == null ? null : ARCHITECTURES.get(platform.cpuArchitecture());
      if (architecture != null) {
        selector.put("kubernetes.io/arch", architecture);
      }
      if ("LINUX".equals(platform.operatingSystemFamily())) {
        selector.put("kubernetes.io/os", "linux");
      }
    }
    draft.getSpec().setNodeSelector(selector);
    draft.getSpec().setTolerations(inputs.tolerations());
  }
}
