package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.KernelCapabilities;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** LinuxParameters.capabilities: dropped first, then added, as Docker does. */
final class Capabilities implements PodFeature {
  private static final String BASE = "containerDefinitions[].linuxParameters.capabilities";

  /** The only one that Pod Security restricted lets a container add. */
  static final String RESTRICTED = "NET_BIND_SERVICE";

  /** What Pod Security baseline lets a container add. */
  private static final Set<String> BASELINE =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          RESTRICTED,
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");

  private static final String ALLOWED =
      "Pod Security baseline allows only AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL,"
          + " MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID and SYS_CHROOT";

  @Override
  public List<FieldRule> fields() {
    String context = "containers[].securityContext.capabilities";
    return List.of(
        FieldRule.exact("containerDefinitions[].linuxParameters", "securityContext and volumes"),
        FieldRule.exact(BASE, context),
        FieldRule.exact(BASE + ".add", context + ".add")
            .except(
                new FieldRule.Exception(
                    "beyond Pod Security baseline",
                    (value, document) -> !BASELINE.containsAll(texts(value)),
                    FidelityClass.REJECTED,
                    ALLOWED + "; remove the others",
                    (value, document) -> "%s; remove %s".formatted(ALLOWED, beyond(value)))),
        FieldRule.exact(BASE + ".drop", context + ".drop"));
  }

  private static String beyond(JsonNode value) {
    return texts(value).stream()
        .filter(it -> !BASELINE.contains(it))
        .collect(Collectors.joining(", "));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    KernelCapabilities wanted = of(definition);
    boolean restricted = Security.isRestricted(definition, inputs);
    List<String> add =
        restricted ? wanted.add().stream().filter(RESTRICTED::equals).toList() : wanted.add();
    List<String> drop = restricted ? List.of("ALL") : wanted.drop();
    if (!add.isEmpty() || !drop.isEmpty()) {
      draft
          .getSecurityContext()
          .setCapabilities(new io.fabric8.kubernetes.api.model.Capabilities(add, drop));
    }
  }

  /** Added capabilities that Pod Security restricted does not allow. */
  static List<String> beyondRestricted(ContainerDefinition definition) {
    return of(definition).add().stream().filter(name -> !name.equals(RESTRICTED)).toList();
  }

  private static KernelCapabilities of(ContainerDefinition definition) {
    var linux = definition.linuxParameters();
    return linux == null || linux.capabilities() == null
        ? new KernelCapabilities(List.of(), List.of())
        : linux.capabilities();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
