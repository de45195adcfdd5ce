package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.Device;
import dev.longshore.core.Names;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** LinuxParameters.devices: one of what a device plugin of the nodes offers. */
final class Devices implements PodFeature {
  private static final String BASE = "containerDefinitions[].linuxParameters.devices";
  private static final String DOMAIN = "devices.ecs.longshore.dev/";

  @Override
  public List<FieldRule> fields() {
    String becomes = "containers[].resources.limits";
    String plugin = "the device plugin decides; its default is the node's path and rw";
    return List.of(
        FieldRule.equivalent(BASE, becomes, "one of an extended resource of a device plugin"),
        FieldRule.equivalent(
            BASE + "[].hostPath",
            becomes,
            "the resource bound by bindings.devices, else "
                + DOMAIN
                + "NAME, as fuse for"
                + " /dev/fuse; tasks wait until a node offers it"),
        FieldRule.approximated(BASE + "[].containerPath", "", plugin),
        FieldRule.approximated(BASE + "[].permissions", "", plugin));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    if (definition.linuxParameters() == null) {
      return;
    }
    definition.linuxParameters().devices().stream()
        .map(Device::hostPath)
        .filter(Objects::nonNull)
        .distinct()
        .map(path -> inputs.references().device(path).orElseGet(() -> convention(path)))
        .forEach(resource -> ask(draft, resource, "1"));
  }

  /** So many more of a resource: several devices may be bound to the same one. */
  static void ask(Container draft, String resource, String number) {
    draft
        .getResources()
        .getLimits()
        .merge(
            resource,
            new Quantity(number),
            (before, more) ->
                new Quantity(
                    Long.toString(
                        Long.parseLong(before.getAmount()) + Long.parseLong(more.getAmount()))));
  }

  private static String convention(String path) {
    return DOMAIN
        + Names.dnsLabel(
            Arrays.stream(path.replaceFirst("^/dev/", "").split("/"))
                .filter(step -> !step.isEmpty())
                .toArray(String[]::new));
  }
}
