package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.core.Mappers;
import dev.longshore.testing.CustomResources;
import dev.longshore.testing.RealCluster;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who owns a member is the API server's to say. */
class DesiredCountIT {
  private static final String SCALED =
      """
      autoScaling:
            scalableTarget: {minCapacity: 1, maxCapacity: 9}
            scalingPolicies:
            - policyName: cpu
              policyType: TargetTrackingScaling
              targetTrackingScalingPolicyConfiguration:
                targetValue: 50
                predefinedMetricSpecification: {predefinedMetricType: ECSServiceAverageCPUUtilization}
      """;

  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final String namespace = CLUSTER.freshNamespace();
  private final List<String> notes = new ArrayList<>();

  @BeforeAll
  static void definitions() {
    CustomResources.install(CLUSTER.client());
  }

  @Test
  void aCountThatIsNotNamedStays() throws JsonProcessingException {
    deploy("desiredCount: 3", "drainSeconds: 1");

    deploy("", "drainSeconds: 2");

    assertThat(desiredCount()).isEqualTo(3);
    assertThat(notes).isEmpty();
  }

  @Test
  void aScaledServiceKeepsItsCountWhateverTheDocumentSays() throws JsonProcessingException {
    deploy("desiredCount: 2", SCALED);
    services().edit(it -> counted(it, 5));

    deploy("desiredCount: 2", SCALED);
    deploy("", SCALED);

    assertThat(desiredCount()).isEqualTo(5);
    assertThat(notes)
        .containsExactly(
            "desiredCount: the service scales by its policies; the document's 2 is left out and 5 stays.");
  }

  @Test
  void aScaledServiceIsNoLongerOursToCount() throws JsonProcessingException {
    deploy("desiredCount: 4", "drainSeconds: 1");

    deploy("desiredCount: 2", SCALED);

    assertThat(desiredCount()).isEqualTo(4);
    assertThat(services().get().getMetadata().getManagedFields())
        .filteredOn(it -> it.getManager().equals(Applied.MANAGER))
        .isNotEmpty()
        .noneMatch(it -> it.getFieldsV1().toString().contains("f:desiredCount"));
  }

  @Test
  void theCountOfAServiceWithoutPoliciesIsTheDocuments() throws JsonProcessingException {
    deploy("desiredCount: 3", SCALED);

    deploy("desiredCount: 2", "drainSeconds: 1");

    assertThat(desiredCount()).isEqualTo(2);
  }

  private void deploy(String count, String kubernetes) throws JsonProcessingException {
    String yaml =
        """
        apiVersion: ecs.longshore.dev/v1
        kind: Service
        metadata: {name: web}
        spec:
          taskDefinition: web
          %s
          kubernetes:
            %s
        """;
    ObjectNode service =
        (ObjectNode) Mappers.yaml().readTree(yaml.formatted(count, kubernetes.indent(0)));
    DesiredCount counts = new DesiredCount(CLUSTER.client(), namespace);
    new Applied(CLUSTER.client(), namespace, false).apply(counts.kept(service, notes::add));
  }

  private Resource<Service> services() {
    return CLUSTER.client().resources(Service.class).inNamespace(namespace).withName("web");
  }

  private int desiredCount() {
    return services().get().getSpec().desiredCount();
  }

  private static Service counted(Service service, int count) {
    ObjectNode spec = Mappers.json().valueToTree(service.getSpec());
    spec.put("desiredCount", count);
    service.setSpec(Mappers.json().convertValue(spec, ServiceSpec.class));
    return service;
  }
}
