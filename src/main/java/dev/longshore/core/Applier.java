package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.SSABasedGenericKubernetesResourceMatcher;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of children: server-side apply, and only where the cached object differs in a
 * field of ours. An object that the owner does not control is never taken over; one that changed
 * since it was looked at is not written, for what is wanted of it was decided on what it was; one
 * that the API server refuses keeps no other from being written.
 */
public final class Applier {
  /** Field manager of every write, and the key of field ownership: it must never change. */
  public static final String FIELD_MANAGER = Labels.LONGSHORE;

  private final WriteGate gate;

  public Applier(WriteGate gate) {
    this.gate = gate;
  }

  /**
   * Makes the owner's children what is wanted.
   *
   * @param wanted complete objects without owner reference, in the order they are written
   * @param actual the owner's children as the caches hold them
   */
  public Outcomes apply(
      Context<?> context,
      Collection<? extends HasMetadata> wanted,
      Collection<? extends HasMetadata> actual) {
    HasMetadata owner = context.getPrimaryResource();
    Outcomes outcomes = Outcomes.NONE;
    for (HasMetadata object : wanted) {
      object.getMetadata().setOwnerReferences(List.of(controller(owner)));
      Optional<HasMetadata> current = find(actual, object).or(() -> live(object));
      if (current.isPresent() && !owns(owner, current.get())) {
        outcomes = outcomes.with(conflict(object));
      } else if (current.isEmpty() || !matches(current.get(), object, context)) {
        object.getMetadata().setResourceVersion(version(current));
        outcomes = outcomes.of(object, () -> serverSideApply(object));
      }
    }
    for (HasMetadata object : surplus(wanted, actual)) {
      outcomes = outcomes.of(object, () -> delete(object));
    }
    return outcomes;
  }

  /** A cache may not show yet what was just written, nor ever what somebody else made. */
  private Optional<HasMetadata> live(HasMetadata object) {
    return Optional.ofNullable(gate.client().resource(object).get());
  }

  private static boolean owns(HasMetadata owner, HasMetadata object) {
    return object.getMetadata().getOwnerReferences().stream()
        .anyMatch(reference -> reference.getUid().equals(owner.getMetadata().getUid()));
  }

  private static @Nullable String version(Optional<HasMetadata> current) {
    return current.map(it -> it.getMetadata().getResourceVersion()).orElse(null);
  }

  private static List<? extends HasMetadata> surplus(
      Collection<? extends HasMetadata> wanted, Collection<? extends HasMetadata> actual) {
    return actual.stream()
        .filter(object -> object.getMetadata().getDeletionTimestamp() == null)
        .filter(object -> find(wanted, object).isEmpty())
        .toList();
  }

  private void delete(HasMetadata object) {
    gate.client().resource(object).lockResourceVersion().delete();
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
            gate.client()
                .resource(object)
                .fieldManager(FIELD_MANAGER)
                .forceConflicts()
                .serverSideApply());
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
