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
      Optional<HasMetadata> current = find(actual, object).or(() -> live(object));
      if (current.isPresent() && !owns(owner, current.get())) {
        problems.add(conflict(object));
      } else if (current.isEmpty() || !matches(current.get(), object, context)) {
        serverSideApply(object);
        written++;
      }
    }
    return new Report(written, prune(wanted, actual), List.copyOf(problems));
  }

  /** A cache may not show yet what was just written, nor ever what somebody else made. */
  private Optional<HasMetadata> live(HasMetadata object) {
    return Optional.ofNullable(client.resource(object).get());
  }

  private static boolean owns(HasMetadata owner, HasMetadata object) {
    return object.getMetadata().getOwnerReferences().stream()
        .anyMatch(reference -> reference.getUid().equals(owner.getMetadata().getUid()));
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

  private static Problem conflict(HasMetadata object) {
    String name = object.getKind() + " " + object.getMetadata().getName();
    return new Problem(
        "NameConflict",
        name
            + " exists and is not controlled by this object; it is left alone. "
            + "Rename or delete it, or choose another name.");
  }

  private void serverSideApply(HasMetadata object) {
    EndingNamespace.orWanted(
        object,
        () ->
            client.resource(object).fieldManager(FIELD_MANAGER).forceConflicts().serverSideApply());
  }

  private static boolean matches(HasMetadata actual, HasMetadata wanted, Context<?> context) {
    return SSABasedGenericKubernetesResourceMatcher.<HasMetadata>getInstance()
        .matches(actual, wanted, context);
  }

  private static Optional<HasMetadata> find(
      Collection<? extends HasMetadata> in, HasMetadata like) {
    return in.stream()
        .filter(object -> object.getKind().equals(like.getKind()))
        .filter(object -> object.getMetadata().getName().equals(like.getMetadata().getName()))
        .map(HasMetadata.class::cast)
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
