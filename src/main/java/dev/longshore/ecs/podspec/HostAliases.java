package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.core.Names;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** links and extraHosts: further names in the task's /etc/hosts, where case does not matter. */
final class HostAliases implements PodFeature {
  private static final String BASE = "containerDefinitions[].";
  private static final String LOOPBACK = "127.0.0.1";

  @Override
  public List<FieldRule> fields() {
    String shared = "for all containers of the task";
    return List.of(
        FieldRule.approximated(
                BASE + "links", "spec.hostAliases", "the containers share one network: 127.0.0.1")
            .except(
                new FieldRule.Exception(
                    "of no container of the task, or by a name that is no DNS name",
                    (value, document) -> fault(value, document).isPresent(),
                    FidelityClass.REJECTED,
                    "refused with the link",
                    (value, document) -> fault(value, document).orElse(""))),
        FieldRule.equivalent(BASE + "extraHosts", "spec.hostAliases", shared),
        FieldRule.exact(BASE + "extraHosts[].hostname", "spec.hostAliases[].hostnames")
            .rejecting(
                "not a DNS name",
                (value, document) -> !Names.isDnsName(plain(value.asText())),
                "Kubernetes takes host names of a-z, 0-9, '-' and '.' only; give another"),
        FieldRule.exact(BASE + "extraHosts[].ipAddress", "spec.hostAliases[].ip")
            .rejecting(
                "not an address",
                (value, document) -> !IpAddress.isOne(value.asText()),
                "it is neither an IPv4 nor an IPv6 address; give one"));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    Map<String, TreeSet<String>> names = new TreeMap<>();
    for (ContainerDefinition container : inputs.definition().containerDefinitions()) {
      for (String link : container.links()) {
        names.computeIfAbsent(LOOPBACK, k -> new TreeSet<>()).add(plain(alias(link)));
      }
      for (var host : container.extraHosts()) {
        if (host.hostname() != null && host.ipAddress() != null) {
          names.computeIfAbsent(host.ipAddress(), k -> new TreeSet<>()).add(plain(host.hostname()));
        }
      }
    }
    List<HostAlias> aliases = new ArrayList<>();
    names.forEach((address, hosts) -> aliases.add(new HostAlias(List.copyOf(hosts), address)));
    draft.getSpec().setHostAliases(aliases);
  }

  private static Optional<String> fault(JsonNode links, JsonNode document) {
    List<String> containers = new ArrayList<>();
    document
        .path("containerDefinitions")
        .forEach(container -> containers.add(container.path("name").asText()));
    for (JsonNode link : links) {
      String text = link.asText();
      String name = text.contains(":") ? text.substring(0, text.indexOf(':')) : text;
      if (!containers.contains(name)) {
        return Optional.of(
            "'%s' is no container of the task definition; link another, as NAME or NAME:ALIAS"
                .formatted(name));
      }
      if (!Names.isDnsName(plain(alias(text)))) {
        return Optional.of(
            "'%s' cannot be the name of a host: Kubernetes takes a-z, 0-9, '-' and '.' only; give an alias, as in %s:db"
                .formatted(alias(text), name));
      }
    }
    return Optional.empty();
  }

  private static String alias(String link) {
    return link.substring(link.lastIndexOf(':') + 1);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
