package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Applier;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.core.Names;
import dev.longshore.core.Oldest;
import dev.longshore.ecs.podspec.CustomTemplate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be said of families and revisions by looking at the objects alone. */
public final class Revisions {
  /** Annotation with the uid of the TaskDefinition that registered a revision. */
  static final String REGISTERED_BY = Labels.PREFIX + "registered-by";

  private Revisions() {}

  /** The family a definition heads: {@code spec.family}, else the object's own name. */
  public static String family(TaskDefinition definition) {
    return family(definition.getSpec().family(), definition);
  }

  /** The family a revision belongs to. */
  public static String family(TaskDefinitionRevision revision) {
    return family(revision.getSpec().family(), revision);
  }

  /** The number of a revision; 0 when it has none, so that it is never the latest. */
  public static int number(TaskDefinitionRevision revision) {
    Integer number = revision.getSpec().revision();
    return number == null ? 0 : number;
  }

  /**
   * Whether new tasks and services may use the revision (API member {@code TaskDefinition.status}):
   * yes unless its spec deregisters or deletes it. Running services go on in any case.
   */
  public static boolean active(TaskDefinitionRevision revision) {
    return RevisionState.of(revision) == RevisionState.ACTIVE;
  }

  /** ECS's name of a revision, such as {@code web:3}. */
  public static String name(TaskDefinitionRevision revision) {
    return family(revision) + ":" + number(revision);
  }

  /**
   * Whether a definition registered the revision in this cluster. One that somebody applied, or
   * restored from a backup before its definition, was made by another field manager.
   */
  static boolean registered(TaskDefinitionRevision revision) {
    return revision.getMetadata().getManagedFields().stream()
        .filter(entry -> entry.getSubresource() == null || entry.getSubresource().isEmpty())
        .anyMatch(entry -> Applier.FIELD_MANAGER.equals(entry.getManager()));
  }

  /** The revision with the highest number, active or not. */
  public static Optional<TaskDefinitionRevision> latest(
      Collection<TaskDefinitionRevision> revisions) {
    return holders(revisions).stream().max(Comparator.comparingInt(Revisions::number));
  }

  /**
   * Who holds each number of a family: what is frozen must not be replaced by a copy of another
   * name, so the object with the name that a registration gives has it, else the oldest.
   */
  static List<TaskDefinitionRevision> holders(Collection<TaskDefinitionRevision> family) {
    Map<Integer, List<TaskDefinitionRevision>> byNumber =
        family.stream().collect(Collectors.groupingBy(Revisions::number));
    return byNumber.values().stream().map(Revisions::holder).toList();
  }

  private static TaskDefinitionRevision holder(List<TaskDefinitionRevision> claimants) {
    return claimants.stream()
        .filter(
            it ->
                Names.dnsLabel(family(it), String.valueOf(number(it)))
                    .equals(it.getMetadata().getName()))
        .findFirst()
        .or(() -> Oldest.of(claimants))
        .orElseThrow();
  }

  /** Cache key of a family in its namespace. */
  static String key(HasMetadata object, String family) {
    return object.getMetadata().getNamespace() + "/" + family;
  }

  /** The canonical content: what two registrations must share to be one. */
  public static ObjectNode content(TaskDefinitionSpec spec, String family) {
    ObjectNode tree = Mappers.json().valueToTree(spec);
    tree.put("family", family);
    if (tree.get("kubernetes") instanceof ObjectNode ours) {
      ours.remove(List.of("desiredStatus", "podTemplateDigest", "revisionHistoryLimit"));
      if (ours.isEmpty()) {
        tree.remove("kubernetes");
      }
    }
    return Normalizer.normalize(tree).definition();
  }

  /** Whether the revision holds exactly this content. */
  static boolean holds(TaskDefinitionRevision revision, ObjectNode content) {
    ObjectNode own = content(revision.getSpec(), family(revision));
    return Normalizer.hash(own).equals(Normalizer.hash(content));
  }

  /** The object of a number: no owner, so that it outlives its definition. */
  static TaskDefinitionRevision of(TaskDefinition definition, ObjectNode content, int number) {
    String family = family(definition);
    TaskDefinitionRevision revision = new TaskDefinitionRevision();
    Map<String, String> labels = Labels.common(family);
    labels.put(Labels.FAMILY, Names.labelValue(family));
    labels.put(Labels.REVISION, String.valueOf(number));
    revision.getMetadata().setName(Names.dnsLabel(family, String.valueOf(number)));
    revision.getMetadata().setNamespace(definition.getMetadata().getNamespace());
    revision.getMetadata().setLabels(labels);
    revision
        .getMetadata()
        .setAnnotations(
            Map.of(
                Labels.NAME,
                family + ":" + number,
                REGISTERED_BY,
                definition.getMetadata().getUid()));
    ObjectNode spec = content.deepCopy();
    spec.put("family", family);
    spec.put("revision", number);
    if (spec.path("kubernetes") instanceof ObjectNode ours && ours.has("podTemplate")) {
      ours.put("podTemplateDigest", CustomTemplate.digest(ours.get("podTemplate")));
    }
    revision.setSpec(Mappers.json().convertValue(spec, TaskDefinitionSpec.class));
    return revision;
  }

  private static String family(@Nullable String family, HasMetadata object) {
    return family == null || family.isEmpty() ? object.getMetadata().getName() : family;
  }
}
