package dev.longshore.ecs.taskdefinition;

import dev.longshore.core.Actions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of a namespace as the API server holds them now. Lists of all objects are asked for
 * once: whoever looks at several revisions makes one of these for all.
 */
final class LiveObjects implements RevisionUse.Source {
  private final Actions actions;
  private final String namespace;
  private final Map<Class<?>, List<?>> whole = new HashMap<>();

  LiveObjects(Actions actions, String namespace) {
    this.actions = actions;
    this.namespace = namespace;
  }

  @Override
  public <T extends HasMetadata> List<T> list(Class<T> type, Map<String, String> labels) {
    return labels.isEmpty()
        ? whole.computeIfAbsent(type, it -> actions.list(type, namespace, labels)).stream()
            .map(type::cast)
            .toList()
        : actions.list(type, namespace, labels);
  }
}
