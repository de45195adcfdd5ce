package dev.longshore.ecs.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longshore.api.ecs.v1.PodSecurityProfile;
import dev.longshore.testing.RealCluster;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our verdict on a pod and that of the API server's own Pod Security admission are the same. */
class PodSecurityStandardsIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();

  @ParameterizedTest
  @MethodSource("dev.longshore.ecs.podsecurity.ChangedPod#forTheServer")
  void theServerForbidsWhatWeForbid(ChangedPod row) throws IOException {
    Pod pod = Serialization.unmarshal(row.pod().toString(), Pod.class);

    for (PodSecurityProfile profile : PodSecurityProfile.values()) {
      boolean ours = PodSecurityStandards.of(row.pod(), profile).isEmpty();

      assertThat(isAdmitted(pod, profile)).as("admitted under %s", profile).isEqualTo(ours);
    }
  }

  private boolean isAdmitted(Pod pod, PodSecurityProfile profile) {
    String namespace = enforcing(profile);
    KubernetesClientException refusal =
        catchThrowableOfType(
            KubernetesClientException.class,
            () -> client.pods().inNamespace(namespace).resource(pod).dryRun().create());
    if (refusal != null) {
      assertThat(refusal).hasMessageContaining("violates PodSecurity");
    }
    return refusal == null;
  }

  /** A namespace for each profile, whose default ServiceAccount is there. */
  private String enforcing(PodSecurityProfile profile) {
    String level = profile.name().toLowerCase(Locale.ROOT);
    String name = "enforces-" + level;
    if (client.namespaces().withName(name).get() == null) {
      client
          .resource(
              new NamespaceBuilder()
                  .withNewMetadata()
                  .withName(name)
                  .addToLabels("pod-security.kubernetes.io/enforce", level)
                  .endMetadata()
                  .build())
          .create();
      Awaitility.await()
          .until(
              () -> client.serviceAccounts().inNamespace(name).withName("default").get() != null);
    }
    return name;
  }
}
