package dev.longshore.ecs.taskdefinition;

import dev.longshore.core.Actions;
import dev.longshore.core.Digest;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * The numbers of every family of a namespace, in one ConfigMap that nothing owns: ECS never uses a
 * number twice, even when all revisions are gone. A number is written down as pending before its
 * revision is made, so that after a crash the same number is finished, not the next one begun.
 */
final class RevisionNumbers {
  static final String CONFIG_MAP = "longshore-revisions";

  /** Revisions that a family can have in ECS, those that are gone included. */
  static final int MOST = 1_000_000;

  private static final int MAX_KEY = 253;
  private static final int SHORT_KEY = 200;
  private static final int HASH = 16;
  private static final String PENDING = " pending";

  private final Actions actions;

  RevisionNumbers(Actions actions) {
    this.actions = actions;
  }

  /**
   * The counter of one family as the API server holds it.
   *
   * @param last highest number given out; 0 for none
   * @param pending whether it is not known that its revision was made
   */
  record Counter(int last, boolean pending) {
    static Counter parse(String text) {
      boolean pending = text.endsWith(PENDING);
      String number = pending ? text.substring(0, text.length() - PENDING.length()) : text;
      return new Counter(Integer.parseInt(number), pending);
    }

    /**
     * The number of the next registration; more than {@link #MOST} when there is none.
     *
     * @param floor highest number seen on a revision, should the counter have been lost
     * @param exists whether a revision of that number is there
     */
    int next(int floor, IntPredicate exists) {
      boolean unused = pending && last > floor && !exists.test(last);
      return unused ? last : Math.min(Math.max(last, floor), MOST) + 1;
    }

    @Override
    public String toString() {
      return last + (pending ? PENDING : "");
    }
  }

  Counter read(String namespace, String family) {
    String text = data(configMap(namespace)).get(key(family));
    return text == null ? new Counter(0, false) : Counter.parse(text);
  }

  void write(String namespace, String family, Counter counter) {
    ConfigMap map = configMap(namespace);
    Map<String, String> data = data(map);
    if (!counter.toString().equals(data.put(key(family), counter.toString()))) {
      map.setData(data);
      actions.replace(map);
    }
  }

  private ConfigMap configMap(String namespace) {
    ConfigMap empty =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(CONFIG_MAP)
            .addToLabels(Labels.common(Labels.LONGSHORE))
            .endMetadata()
            .build();
    return actions.read(empty).orElse(empty);
  }

  private static Map<String, String> data(ConfigMap map) {
    return map.getData() == null ? new TreeMap<>() : new TreeMap<>(map.getData());
  }

  /** A family may have 255 characters, a key 253; no family has a dot. */
  static String key(String family) {
    return family.length() <= MAX_KEY
        ? family
        : family.substring(0, SHORT_KEY) + "." + Digest.of(family).hex(HASH);
  }
}
