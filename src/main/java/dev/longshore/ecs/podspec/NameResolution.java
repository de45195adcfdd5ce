package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.core.Names;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.PodDNSConfig;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** hostname, dnsServers and dnsSearchDomains: a pod has one of each for all its containers. */
final class NameResolution implements PodFeature {
  private static final String BASE = "containerDefinitions[].";

  /** Kubernetes takes no more name servers than the C library reads. */
  private static final int NAME_SERVERS = 3;

  private static final int DOMAINS = 32;
  private static final int CHARACTERS = 2048;

  @Override
  public List<FieldRule> fields() {
    String shared = "for all containers of the task";
    return List.of(
        hostname(shared),
        FieldRule.equivalent(BASE + "dnsServers", "spec.dnsConfig.nameservers", shared)
            .rejecting(
                "not an address",
                (value, document) -> !texts(value).allMatch(IpAddress::isOne),
                "a name server is told by its IPv4 or IPv6 address; give that")
            .rejecting(
                "more than three in the task",
                new FieldRule.AtPath(exceeding(it -> it.size() > NAME_SERVERS)),
                "Kubernetes takes at most 3 name servers for all containers of a task; remove the"
                    + " others"),
        FieldRule.equivalent(BASE + "dnsSearchDomains", "spec.dnsConfig.searches", shared)
            .rejecting(
                "not a DNS name",
                (value, document) ->
                    !texts(value).map(NameResolution::plain).allMatch(Names::isDnsName),
                "a search domain is made of a-z, 0-9, '-' and '.'; correct or remove it")
            .rejecting(
                "more than 32 in the task, or 2048 characters",
                new FieldRule.AtPath(exceeding(NameResolution::tooMany)),
                "Kubernetes takes at most 32 search domains, of 2048 characters together, for all"
                    + " containers of a task; remove some"));
  }

  private static FieldRule hostname(String shared) {
    return FieldRule.approximated(
            BASE + "hostname", "spec.hostname", shared + "; the first one given")
        .rejecting(
            "not a DNS label",
            (value, document) -> !value.asText().matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"),
            "a pod's host name is a DNS label; use up to 63 of a-z, 0-9 and '-'");
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    List<ContainerDefinition> containers = inputs.definition().containerDefinitions();
    containers.stream()
        .map(ContainerDefinition::hostname)
        .filter(name -> name != null)
        .findFirst()
        .ifPresent(draft.getSpec()::setHostname);
    List<String> servers = all(containers, ContainerDefinition::dnsServers);
    List<String> searches =
        all(containers, ContainerDefinition::dnsSearchDomains).stream()
            .map(NameResolution::plain)
            .distinct()
            .toList();
    if (!servers.isEmpty()) {
      draft.getSpec().setDnsPolicy("None");
    }
    if (!servers.isEmpty() || !searches.isEmpty()) {
      draft.getSpec().setDnsConfig(new PodDNSConfig(servers, List.of(), searches));
    }
  }

  /**
   * Whether a member is too much with those of the containers before it, and they alone are not.
   */
  private static BiPredicate<JsonNode, String> exceeding(Predicate<Set<String>> tooMuch) {
    return (document, path) -> {
      int place = Integer.parseInt(path.substring(path.indexOf('[') + 1, path.indexOf(']')));
      String member = path.substring(path.lastIndexOf('.') + 1);
      JsonNode containers = document.path("containerDefinitions");
      Set<String> all = new LinkedHashSet<>();
      for (int i = 0; i < place; i++) {
        texts(containers.path(i).path(member)).forEach(all::add);
      }
      boolean before = tooMuch.test(all);
      texts(containers.path(place).path(member)).forEach(all::add);
      return !before && tooMuch.test(all);
    };
  }

  private static boolean tooMany(Set<String> domains) {
    return domains.size() > DOMAINS || String.join(" ", domains).length() > CHARACTERS;
  }

  private static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }

  /** Case does not matter, nor does the dot of the root. */
  private static String plain(String domain) {
    return domain.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }

  private static List<String> all(
      List<ContainerDefinition> containers, Function<ContainerDefinition, List<String>> member) {
    return containers.stream().flatMap(c -> member.apply(c).stream()).distinct().toList();
  }
}
