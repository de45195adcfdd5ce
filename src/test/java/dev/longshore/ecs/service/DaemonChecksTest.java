package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.core.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members that CreateService refuses for a daemon, and takes for others. */
class DaemonChecksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'placementStrategy': [{'type': 'random'}] | placementStrategy: The daemon scheduling strategy does not support placement strategies. Remove the placement strategy and try again.
          'capacityProviderStrategy': [{'capacityProvider': 'own', 'weight': 1}] | capacityProviderStrategy: Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy.
          'deploymentConfiguration': {'maximumPercent': 200} | deploymentConfiguration.maximumPercent: maximumPercent must be 100 for services with the DAEMON scheduling strategy.
          'launchType': 'FARGATE' | launchType: Tasks using the Fargate launch type don't support the DAEMON scheduling strategy.
          'availabilityZoneRebalancing': 'ENABLED' | availabilityZoneRebalancing: ENABLED is not supported
          'volumeConfigurations': [{'name': 'data'}] | volumeConfigurations: Volumes configured at launch are only supported
          'kubernetes': {'autoScaling': {'scalingPolicies': []}} | kubernetes.autoScaling: Service Auto Scaling is not supported
          """)
  void isRefusedForDaemonsOnly(String member, String message) {
    String spec = "{'schedulingStrategy': 'DAEMON', %s}".formatted(member);

    assertThat(DaemonChecks.of(Fleet.service(spec).getSpec()))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo("InvalidParameterException"))
        .extracting(Problem::message)
        .asString()
        .startsWith(message);
    assertThat(DaemonChecks.of(Fleet.service(spec.replace("DAEMON", "REPLICA")).getSpec()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'desiredCount': 7
          'launchType': 'EC2'
          'launchType': 'EXTERNAL'
          'availabilityZoneRebalancing': 'DISABLED'
          'placementConstraints': [{'type': 'distinctInstance'}]
          'deploymentConfiguration': {'minimumHealthyPercent': 100, 'maximumPercent': 100}
          'deploymentConfiguration': {'bakeTimeInMinutes': 5, 'earlySuccessCriteria': {'enable': true}}
          """)
  void isTakenForDaemons(String member) {
    String spec = "{'schedulingStrategy': 'DAEMON', %s}".formatted(member);

    assertThat(DaemonChecks.of(Fleet.service(spec).getSpec())).isEmpty();
  }
}
