package dev.longshore.ecs.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Digest;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.core.Names;
import dev.longshore.ecs.capacityprovider.Distribution.Share;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One ECS deployment of a service, as its children's annotations tell it: the state of a roll-out
 * is rebuilt from them, never from memory or status.
 *
 * @param digits the nineteen digits of its id
 * @param ordinal its order among the deployments of the service, from 1
 * @param inputs digest of what started it
 * @param taskDefinition {@code family:revision}
 * @param strategy how its tasks spread over capacity providers, as it was when it started
 */
record EcsDeployment(
    String digits, int ordinal, String inputs, String taskDefinition, List<Share> strategy) {
  private static final int SHORT_ID = 8;

  public EcsDeployment {
    strategy = List.copyOf(strategy);
  }

  /**
   * A new one; the same service, ordinal and inputs give the same id, so a retry makes no second.
   */
  static EcsDeployment start(String serviceUid, int ordinal, ServiceInputs inputs) {
    return new EcsDeployment(
        Digest.of(serviceUid, String.valueOf(ordinal), inputs.digest()).digits(),
        ordinal,
        inputs.digest(),
        inputs.taskDefinition(),
        inputs.strategy());
  }

  /** Reads what {@link #annotations} wrote; a child robbed of them counts as the oldest. */
  static EcsDeployment of(ObjectMeta child) {
    Map<String, String> annotations = orNone(child.getAnnotations());
    return new EcsDeployment(
        orNone(child.getLabels()).getOrDefault(Labels.DEPLOYMENT, ""),
        ordinal(annotations.getOrDefault(Labels.ORDINAL, "0")),
        annotations.getOrDefault(Labels.INPUTS, ""),
        annotations.getOrDefault(Labels.TASK_DEFINITION, ""),
        strategy(annotations.getOrDefault(Labels.STRATEGY, "[]")));
  }

  /** The definition of the newest deployment, such as {@code web:3}; none where there is none. */
  static Set<String> newest(List<HasMetadata> children) {
    return children.stream()
        .map(it -> of(it.getMetadata()))
        .max(Comparator.comparingInt(EcsDeployment::ordinal))
        .map(it -> Set.of(it.taskDefinition()))
        .orElse(Set.of());
  }

  /** The capacity provider of one of its children or tasks: a label has no room for every name. */
  String provider(ObjectMeta labelled) {
    String label = orNone(labelled.getLabels()).getOrDefault(Labels.CAPACITY_PROVIDER, "");
    return strategy.stream()
        .map(Share::provider)
        .filter(it -> Names.labelValue(it).equals(label))
        .findFirst()
        .orElse(label);
  }

  /** ECS's spelling of the id. */
  String id() {
    return "ecs-svc/" + digits;
  }

  String shortId() {
    return Digest.of(digits).hex(SHORT_ID);
  }

  Map<String, String> annotations() {
    Map<String, String> annotations = new TreeMap<>();
    annotations.put(Labels.ORDINAL, String.valueOf(ordinal));
    annotations.put(Labels.INPUTS, inputs);
    annotations.put(Labels.TASK_DEFINITION, taskDefinition);
    annotations.put(Labels.STRATEGY, Mappers.canonical(strategy));
    return annotations;
  }

  private static Map<String, String> orNone(@Nullable Map<String, String> texts) {
    return Objects.requireNonNullElse(texts, Map.of());
  }

  private static int ordinal(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static List<Share> strategy(String json) {
    try {
      Share[] shares = Mappers.json().readValue(json, Share[].class);
      return Stream.ofNullable(shares).flatMap(Stream::of).filter(Objects::nonNull).toList();
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }
}
