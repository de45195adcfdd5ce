package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.SSABasedGenericKubernetesResourceMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The only writer of children: server-side apply, and only where the cached object differs in a
 * field of ours. An object that the owner does not control is never taken over.
 */
public final class Applier {
  /** Field manager of every write, and the key of field ownership: it must never change. */
  public static final String FIELD_MANAGER = Labels.LONGSHORE;

  private final KubernetesClient client;

  public Applier(KubernetesClient client) {
    this.client = client;
  }

  /**
   * What one run did.
   *
   * @param written objects created or changed
   * @param deleted objects removed because they are no longer wanted
   * @param problems one {@code NameConflict} for each name held by somebody else
   */
  public record Report(int written, int deleted, List<Problem> problems) {}

  /**
   * Makes the owner's children what is wanted.
   *
   * @param wanted complete objects without owner reference, in the order they are written
   * @param actual the owner's children as the caches hold them
   */
  public Report apply(
      Context<?> context,
      Collection<? extends HasMetadata> wanted,
      Collection<? extends HasMetadata> actual) {
    HasMetadata owner = context.getPrimaryResource();
    List<Problem> problems = new ArrayList<>();
    int written = 0;
    for (HasMetadata object : wanted) {
      object.getMetadata().setOwnerReferences(List.of(controller(owner)));
      Optional<? extends HasMetadata> current = find(actual, object);
      if (current.isPresent() && matches(current.get(), object, context)) {
        continue;
      }
      Optional<Problem> conflict = current.isPresent() ? Optional.empty() : taken(object, owner);
      conflict.ifPresentOrElse(problems::add, () -> serverSideApply(object));
      written += conflict.isPresent() ? 0 : 1;
    }
    return new Report(written, prune(wanted, actual), List.copyOf(problems));
  }

  private int prune(
      Collection<? extends HasMetadata> wanted, Collection<? extends HasMetadata> actual) {
    List<? extends HasMetadata> surplus =
        actual.stream()
            .filter(object -> object.getMetadata().getDeletionTimestamp() == null)
            .filter(object -> find(wanted, object).isEmpty())
            .toList();
    surplus.forEach(object -> client.resource(object).delete());
    return surplus.size();
  }

  private Optional<Problem> taken(HasMetadata object, HasMetadata owner) {
    HasMetadata there = client.resource(object).get();
    boolean ours =
        there == null
            || there.getMetadata().getOwnerReferences().stream()
                .anyMatch(reference -> reference.getUid().equals(owner.getMetadata().getUid()));
    return ours ? Optional.empty() : Optional.of(conflict(object));
  }

  private static Problem conflict(HasMetadata object) {
    String name = object.getKind() + " " + object.getMetadata().getName();
    return new Problem(
        "NameConflict",
        name
            + " exists and is not controlled by this object; it is left alone. "
            + "Rename or delete it, or choose another name.");
  }

  private void serverSideApply(HasMetadata object) {
    client.resource(object).fieldManager(FIELD_MANAGER).forceConflicts().serverSideApply();
  }

  private static boolean matches(HasMetadata actual, HasMetadata wanted, Context<?> context) {
    return SSABasedGenericKubernetesResourceMatcher.<HasMetadata>getInstance()
        .matches(actual, wanted, context);
  }

  private static <T extends HasMetadata> Optional<T> find(Collection<T> in, HasMetadata like) {
    return in.stream()
        .filter(object -> object.getKind().equals(like.getKind()))
        .filter(object -> object.getMetadata().getName().equals(like.getMetadata().getName()))
        .findFirst();
  }

  private static OwnerReference controller(HasMetadata owner) {
    return new OwnerReferenceBuilder()
        .withApiVersion(owner.getApiVersion())
        .withKind(owner.getKind())
        .withName(owner.getMetadata().getName())
        .withUid(owner.getMetadata().getUid())
        .withController(true)
        .build();
  }
}
