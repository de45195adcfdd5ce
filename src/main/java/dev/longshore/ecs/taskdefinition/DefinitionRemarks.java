package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.ecs.taskdefinition.Definition.Container;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ECS takes of a definition although its author hardly meant it, or means less here. */
final class DefinitionRemarks {
  /** Account and region are where the ARN of a secret or parameter has them. */
  private static final Pattern PLACE = Pattern.compile("arn:[^:]*:[^:]*:([^:]*:[^:]*):.*");

  private final List<Warning> remarks = new ArrayList<>();
  private final Map<String, String> secrets = new HashMap<>();

  private DefinitionRemarks() {}

  /** Every remark on a normalised definition of the right shape. */
  static List<Warning> of(ObjectNode definition) {
    DefinitionRemarks walk = new DefinitionRemarks();
    for (Container container : Definition.containers(definition)) {
      walk.image(container);
      walk.variables(container);
      walk.secrets(container);
      walk.swap(container);
    }
    return walk.remarks;
  }

  private void image(Container container) {
    ImageReference.fault(container.node().path("image").asText())
        .map(fault -> new Warning(container.path() + ".image", fault))
        .ifPresent(remarks::add);
  }

  private void variables(Container container) {
    Map<String, Integer> first = new HashMap<>();
    JsonNode pairs = container.node().path("environment");
    for (int i = 0; i < pairs.size(); i++) {
      String name = pairs.get(i).path("name").asText();
      Integer before = first.put(name, i);
      if (before != null) {
        remarks.add(
            new Warning(
                "%s.environment[%d].name".formatted(container.path(), i),
                "'%s' is also environment[%d]; the last value wins".formatted(name, before)));
      }
    }
  }

  private void swap(Container container) {
    JsonNode parameters = container.node().path("linuxParameters");
    if (parameters.has("swappiness") && !parameters.has("maxSwap")) {
      remarks.add(
          new Warning(
              container.path() + ".linuxParameters.swappiness",
              "is ignored by ECS where 'maxSwap' is not given, and Kubernetes has no swap setting for a container"));
    }
  }

  /** One name in two accounts or regions is one Secret here, unless they are bound apart. */
  private void secrets(Container container) {
    JsonNode all = container.node().path("secrets");
    for (int i = 0; i < all.size(); i++) {
      String valueFrom = all.get(i).path("valueFrom").asText();
      Matcher place = PLACE.matcher(valueFrom);
      Optional<String> secret =
          AwsReferences.byConvention().secret(valueFrom).map(it -> it.secretName());
      if (!place.matches() || secret.isEmpty()) {
        continue;
      }
      String other = secrets.putIfAbsent(secret.get(), place.group(1));
      if (other != null && !other.equals(place.group(1))) {
        remarks.add(
            new Warning(
                "%s.secrets[%d].valueFrom".formatted(container.path(), i),
                "means Secret %s, as the reference in %s does: region and account are not looked at; bind one of them by Cluster.spec.kubernetes.bindings.secrets if they differ"
                    .formatted(secret.get(), other)));
      }
    }
  }
}
