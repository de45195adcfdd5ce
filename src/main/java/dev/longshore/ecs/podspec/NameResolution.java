package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.PodDNSConfig;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * hostname, links, extraHosts, dnsServers and dnsSearchDomains: what names mean inside the task.
 */
final class NameResolution implements PodFeature {
  private static final String BASE = "containerDefinitions[].";
  private static final String LOOPBACK = "127.0.0.1";

  /** Kubernetes takes no more name servers than the C library reads. */
  private static final int NAME_SERVERS = 3;

  @Override
  public List<FieldRule> fields() {
    String shared = "for all containers of the task";
    return List.of(
        FieldRule.approximated(BASE + "hostname", "spec.hostname", shared + "; the first one given")
            .rejecting(
                "not a DNS label",
                (value, document) -> !value.asText().matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"),
                "a pod's host name is a DNS label; use up to 63 of a-z, 0-9 and '-'"),
        FieldRule.approximated(
            BASE + "links", "spec.hostAliases", "the containers share one network: 127.0.0.1"),
        FieldRule.equivalent(BASE + "extraHosts", "spec.hostAliases", shared),
        FieldRule.exact(BASE + "extraHosts[].hostname", "spec.hostAliases[].hostnames"),
        FieldRule.exact(BASE + "extraHosts[].ipAddress", "spec.hostAliases[].ip"),
        FieldRule.equivalent(BASE + "dnsServers", "spec.dnsConfig.nameservers", shared)
            .rejecting(
                "more than three",
                (value, document) -> value.size() > NAME_SERVERS,
                "Kubernetes takes at most 3 name servers; remove the others"),
        FieldRule.equivalent(BASE + "dnsSearchDomains", "spec.dnsConfig.searches", shared));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    List<ContainerDefinition> containers = inputs.definition().containerDefinitions();
    containers.stream()
        .map(ContainerDefinition::hostname)
        .filter(name -> name != null)
        .findFirst()
        .ifPresent(draft.getSpec()::setHostname);
    draft.getSpec().setHostAliases(aliases(containers));
    List<String> servers = all(containers, ContainerDefinition::dnsServers);
    List<String> searches = all(containers, ContainerDefinition::dnsSearchDomains);
    if (!servers.isEmpty()) {
      draft.getSpec().setDnsPolicy("None");
    }
    if (!servers.isEmpty() || !searches.isEmpty()) {
      draft.getSpec().setDnsConfig(new PodDNSConfig(servers, List.of(), searches));
    }
  }

  private static List<HostAlias> aliases(List<ContainerDefinition> containers) {
    Map<String, TreeSet<String>> names = new TreeMap<>();
    for (ContainerDefinition container : containers) {
      for (String link : container.links()) {
        String alias = link.substring(link.lastIndexOf(':') + 1);
        names.computeIfAbsent(LOOPBACK, k -> new TreeSet<>()).add(alias);
      }
      for (var host : container.extraHosts()) {
        if (host.hostname() != null && host.ipAddress() != null) {
          names.computeIfAbsent(host.ipAddress(), k -> new TreeSet<>()).add(host.hostname());
        }
      }
    }
    List<HostAlias> aliases = new ArrayList<>();
    names.forEach((address, hosts) -> aliases.add(new HostAlias(List.copyOf(hosts), address)));
    return aliases;
  }

  private static List<String> all(
      List<ContainerDefinition> containers, Function<ContainerDefinition, List<String>> member) {
    return containers.stream().flatMap(c -> member.apply(c).stream()).distinct().toList();
  }
}
