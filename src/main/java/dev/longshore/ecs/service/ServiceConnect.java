package dev.longshore.ecs.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * {@code serviceConnectConfiguration}: no proxy is added to a task, so a client finds others by the
 * cluster's DNS, and the names that an endpoint makes are refused: calls to them would go nowhere.
 */
final class ServiceConnect {
  private static final String PATH = "serviceConnectConfiguration";
  private static final String SERVICES = PATH + ".services[]";
  private static final String ALIASES = SERVICES + ".clientAliases[]";

  private static final String NO_ALIAS =
      "Service Connect makes no alias here, and calls to it would go nowhere; remove it and call"
          + " the service by <service>.<namespace>.svc, or set enabled: false";
  private static final String NO_TEST_TRAFFIC =
      "no request is told apart while only strategy ROLLING is built ("
          + FieldRule.TRAFFIC_SHIFTING
          + "); remove testTrafficRules";
  private static final String NO_ENCRYPTION =
      "without a proxy nothing is encrypted between tasks; remove tls and let the application or a"
          + " mesh encrypt, or set enabled: false";
  private static final String NO_PROXY = "there is no proxy that would do it";

  private static final List<String> OF_THE_PROXY =
      List.of(
          PATH + ".accessLogConfiguration",
          PATH + ".accessLogConfiguration.format",
          PATH + ".accessLogConfiguration.includeQueryParameters",
          PATH + ".logConfiguration",
          PATH + ".logConfiguration.logDriver",
          PATH + ".logConfiguration.options",
          PATH + ".logConfiguration.secretOptions",
          PATH + ".logConfiguration.secretOptions[].name",
          PATH + ".logConfiguration.secretOptions[].valueFrom",
          SERVICES + ".ingressPortOverride",
          SERVICES + ".timeout",
          SERVICES + ".timeout.idleTimeoutSeconds",
          SERVICES + ".timeout.perRequestTimeoutSeconds");

  private static final List<String> OF_ENCRYPTION =
      List.of(
          SERVICES + ".tls",
          SERVICES + ".tls.issuerCertificateAuthority",
          SERVICES + ".tls.issuerCertificateAuthority.awsPcaAuthorityArn",
          SERVICES + ".tls.kmsKey",
          SERVICES + ".tls.roleArn");

  private static final List<String> OF_TEST_TRAFFIC =
      List.of(
          ALIASES + ".testTrafficRules",
          ALIASES + ".testTrafficRules.header",
          ALIASES + ".testTrafficRules.header.name",
          ALIASES + ".testTrafficRules.header.value",
          ALIASES + ".testTrafficRules.header.value.exact");

  private static final List<String> OF_ENDPOINTS =
      List.of(
          PATH + ".services", SERVICES + ".clientAliases", ALIASES + ".dnsName", ALIASES + ".port");

  private ServiceConnect() {}

  static List<FieldRule> fields() {
    return Stream.of(
            clients(),
            OF_ENDPOINTS.stream().map(it -> naming(FieldRule.rejected(it, NO_ALIAS))),
            endpoint(),
            OF_TEST_TRAFFIC.stream().map(it -> offered(FieldRule.rejected(it, NO_TEST_TRAFFIC))),
            OF_ENCRYPTION.stream().map(it -> offered(FieldRule.rejected(it, NO_ENCRYPTION))),
            OF_THE_PROXY.stream().map(it -> FieldRule.ignored(it, NO_PROXY)))
        .flatMap(it -> it)
        .toList();
  }

  /** What a service without endpoints of its own asks for. */
  private static Stream<FieldRule> clients() {
    String dns = "names of the cluster's DNS";
    String difference = "clients reach others by <service>.<namespace>.svc, without a proxy";
    return Stream.of(
        FieldRule.approximated(PATH, dns, difference),
        FieldRule.approximated(PATH + ".enabled", dns, difference)
            .except(
                new FieldRule.Exception(
                    "false",
                    (value, document) -> value.isBoolean() && !value.asBoolean(),
                    FidelityClass.EXACT,
                    "")),
        FieldRule.approximated(PATH + ".namespace", dns, "the Kubernetes namespace stands for it"));
  }

  /** Without an alias, ECS would call an endpoint {@code discoveryName.namespace}. */
  private static Stream<FieldRule> endpoint() {
    FieldRule.Condition bare =
        new FieldRule.AtPath((document, path) -> aliases(document, path).isEmpty());
    return Stream.of("portName", "discoveryName")
        .map(it -> FieldRule.approximated(SERVICES + "." + it, "", "the port keeps its own name"))
        .map(it -> offered(it))
        .map(
            it ->
                it.except(
                    new FieldRule.Exception(
                        "without clientAliases",
                        bare,
                        FidelityClass.REJECTED,
                        NO_ALIAS,
                        new FieldRule.OfPath(ServiceConnect::refusal))));
  }

  private static FieldRule naming(FieldRule rule) {
    return offered(rule)
        .except(
            new FieldRule.Exception(
                "a name",
                (value, document) -> true,
                FidelityClass.REJECTED,
                NO_ALIAS,
                new FieldRule.OfPath(ServiceConnect::refusal)));
  }

  /** Where Service Connect is off, nothing below it has an effect. */
  private static FieldRule offered(FieldRule rule) {
    return rule.except(
        new FieldRule.Exception(
            "enabled: false",
            (value, document) -> off(document),
            FidelityClass.IGNORED,
            "Service Connect is off"));
  }

  private static boolean off(JsonNode document) {
    JsonNode enabled = document.path(PATH).path("enabled");
    return enabled.isBoolean() && !enabled.asBoolean();
  }

  /** Names what clients would call; an alias is a name in DNS and no secret. */
  private static String refusal(JsonNode document, String path) {
    JsonNode service = service(document, path);
    JsonNode alias = aliases(document, path).path(0);
    String namespace = document.path(PATH).path("namespace").asText("<namespace>");
    String own = service.path("discoveryName").asText(service.path("portName").asText());
    String name = alias.path("dnsName").asText(own + "." + namespace);
    String port = alias.has("port") ? ":" + alias.path("port").asText() : "";
    return NO_ALIAS.replaceFirst("no alias", Matcher.quoteReplacement("no alias " + name + port));
  }

  private static JsonNode aliases(JsonNode document, String path) {
    return service(document, path).path("clientAliases");
  }

  private static JsonNode service(JsonNode document, String path) {
    String element = path.substring(0, Math.max(0, path.indexOf(']')));
    return document.at("/" + element.replace('[', '/').replace('.', '/'));
  }
}
