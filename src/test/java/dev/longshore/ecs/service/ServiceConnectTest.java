package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.core.Problem;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FidelityLine;
import dev.longshore.ecs.taskdefinition.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken of Service Connect, and what is refused because a call would go nowhere. */
class ServiceConnectTest {
  private static final String REST =
      " calls to it would go nowhere; remove it and call the service by"
          + " <service>.<namespace>.svc, or set enabled: false.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'portName': 'http', 'clientAliases': [{'port': 80, 'dnsName': 'web'}]} | serviceConnectConfiguration.services[0].clientAliases[0] | web:80
          {'portName': 'http', 'discoveryName': 'web', 'clientAliases': [{'port': 80}]} | serviceConnectConfiguration.services[0].clientAliases[0] | web.shop:80
          {'portName': 'http', 'clientAliases': [{'port': 80}]} | serviceConnectConfiguration.services[0].clientAliases[0] | http.shop:80
          {'portName': 'http'} | serviceConnectConfiguration.services[0] | http.shop
          """)
  void anEndpointIsRefusedOnceByTheNameItMakes(String endpoint, String path, String name) {
    assertThat(ServiceChecks.request(Fleet.service(connect(true, endpoint)).getSpec()))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo("UnsupportedFeatureException"))
        .extracting(Problem::message)
        .asString()
        .startsWith(path)
        .contains("Service Connect makes no alias " + name + " here, and")
        .endsWith(REST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'portName': 'http', 'clientAliases': [{'port': 80, 'dnsName': 'web'}]}
          {'portName': 'http'}
          {'portName': 'http', 'tls': {'kmsKey': 'k', 'issuerCertificateAuthority': {'awsPcaAuthorityArn': 'a'}}}
          {'portName': 'http', 'clientAliases': [{'port': 80, 'testTrafficRules': {'header': {'name': 'x', 'value': {'exact': 'y'}}}}]}
          """)
  void whereItIsOffNothingIsRefused(String endpoint) {
    assertThat(ServiceChecks.request(Fleet.service(connect(false, endpoint)).getSpec())).isEmpty();
  }

  @Test
  void aServiceMayBeAClient() {
    String spec =
        "{'taskDefinition': 'web', 'serviceConnectConfiguration': {'enabled': true, 'namespace':"
            + " 'shop'}}";

    assertThat(ServiceChecks.request(Fleet.service(spec).getSpec())).isEmpty();
  }

  @Test
  void encryptionIsRefusedAndNotSkipped() {
    String endpoint =
        "{'portName': 'http', 'clientAliases': [{'port': 80}], 'tls': {'kmsKey': 'k',"
            + " 'roleArn': 'r'}}";

    assertThat(ServiceChecks.request(Fleet.service(connect(true, endpoint)).getSpec()))
        .extracting(Problem::message)
        .anyMatch(
            it ->
                it.startsWith("serviceConnectConfiguration.services[0].tls.")
                    && it.contains("nothing is encrypted between tasks; remove tls"));
  }

  @ParameterizedTest
  @CsvSource({"true, APPROXIMATED", "false, EXACT"})
  void enabledIsJudgedByItsValue(boolean enabled, FidelityClass expected) {
    String spec = "{'serviceConnectConfiguration': {'enabled': %s}}".formatted(enabled);

    assertThat(ServiceFields.rules().report(Documents.json(spec.replace('\'', '"'))).lines())
        .singleElement()
        .extracting(FidelityLine::classification)
        .isEqualTo(expected);
  }

  /** Documents come from anywhere; what is no endpoint is told as a refusal, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'services': ['web']",
        "'services': [{'clientAliases': ['web']}]",
        "'services': 3"
      })
  void whatIsNoEndpointIsJudgedToo(String services) {
    String spec = "{'serviceConnectConfiguration': {'enabled': true, %s}}".formatted(services);

    assertThat(
            ServiceFields.rules()
                .report(Documents.json(spec.replace('\'', '"')))
                .count(FidelityClass.REJECTED))
        .isEqualTo(1);
  }

  private static String connect(boolean enabled, String endpoint) {
    return "{'taskDefinition': 'web', 'serviceConnectConfiguration': {'enabled': %s, 'namespace': 'shop', 'services': [%s]}}"
        .formatted(enabled, endpoint);
  }
}
