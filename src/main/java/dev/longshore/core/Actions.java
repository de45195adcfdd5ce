package dev.longshore.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Single reads and writes that are not "make the children what is wanted": objects without an owner
 * and records under optimistic locking. A refusal of the server is an exception, so it is retried.
 */
public final class Actions {
  private static final PatchContext MERGE =
      new PatchContext.Builder()
          .withPatchType(PatchType.JSON_MERGE)
          .withFieldManager(Applier.FIELD_MANAGER)
          .build();

  private static final PatchContext STRATEGIC =
      new PatchContext.Builder()
          .withPatchType(PatchType.STRATEGIC_MERGE)
          .withFieldManager(Applier.FIELD_MANAGER)
          .build();

  private static final int UNPROCESSABLE = 422;

  private final WriteGate gate;

  public Actions(WriteGate gate) {
    this.gate = gate;
  }

  /** The object as the API server holds it now, where a cache may be behind. */
  public <T extends HasMetadata> Optional<T> read(T like) {
    return Optional.ofNullable(gate.client().resource(like).get());
  }

  /** Every object of a type in a namespace as the API server holds them now. */
  public <T extends HasMetadata> List<T> list(Class<T> type, String namespace) {
    return gate.client().resources(type).inNamespace(namespace).list().getItems();
  }

  /** Those of them that have the labels. */
  public <T extends HasMetadata> List<T> list(
      Class<T> type, String namespace, Map<String, String> labels) {
    return gate.client()
        .resources(type)
        .inNamespace(namespace)
        .withLabels(labels)
        .list()
        .getItems();
  }

  /** Every object of a type in the cluster; nothing where this account may not ask. */
  public <T extends HasMetadata> Optional<List<T>> listAll(Class<T> type) {
    try {
      ListOptions cached = new ListOptionsBuilder().withResourceVersion("0").build();
      return Optional.of(gate.client().resources(type).inAnyNamespace().list(cached).getItems());
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Takes a finalizer of ours off an object, whoever else works on its finalizers meanwhile; a
   * cache that does not know yet that it is off costs a read, not a write.
   */
  public <T extends HasMetadata> void release(T object, String finalizer) {
    T live = gate.client().resource(object).get();
    if (live == null || !live.getMetadata().getFinalizers().contains(finalizer)) {
      return;
    }
    String patch =
        "{\"metadata\":{\"$deleteFromPrimitiveList/finalizers\":[\"%s\"]}}".formatted(finalizer);
    patch(object, STRATEGIC, patch);
  }

  /**
   * The object under a name that nobody has, or that is ours already; nothing when somebody else
   * has it. It is applied, not created: a create would not carry our field manager.
   */
  public <T extends HasMetadata> Optional<T> claim(T object) {
    try {
      return Optional.of(
          EndingNamespace.orWanted(
              object,
              () ->
                  gate.client()
                      .resource(object)
                      .fieldManager(Applier.FIELD_MANAGER)
                      .serverSideApply()));
    } catch (KubernetesClientException e) {
      // what is frozen cannot even be shared
      boolean taken =
          e.getCode() == HttpURLConnection.HTTP_CONFLICT || e.getCode() == UNPROCESSABLE;
      if (taken && read(object).isPresent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Creates an object, and changes none: where one of its name exists the outcome is stale, and it
   * is for the caller to look whose it is.
   */
  public Outcomes create(HasMetadata object) {
    return Outcomes.NONE.of(
        object,
        () -> EndingNamespace.orWanted(object, () -> gate.client().resource(object).create()));
  }

  /**
   * Creates an object that has no resourceVersion, else replaces exactly that version: of two
   * writers one fails and reads again.
   */
  public <T extends HasMetadata> T replace(T object) {
    return object.getMetadata().getResourceVersion() == null
        ? EndingNamespace.orWanted(object, () -> gate.client().resource(object).create())
        : gate.client().resource(object).update();
  }

  /** Changes the members in the JSON merge patch and no other; an object that is gone has none. */
  public void merge(HasMetadata like, String patch) {
    patch(like, MERGE, patch);
  }

  /** Sets annotations, and removes those without a value. */
  public void annotate(HasMetadata object, Map<String, Optional<String>> annotations) {
    ObjectNode patch = Mappers.json().createObjectNode();
    ObjectNode ours = patch.putObject("metadata").putObject("annotations");
    annotations.forEach((name, value) -> ours.put(name, value.orElse(null)));
    merge(object, patch.toString());
  }

  private void patch(HasMetadata object, PatchContext how, String patch) {
    try {
      gate.client().resource(object).patch(how, patch);
    } catch (KubernetesClientException e) {
      // gone already: there is nothing left to change
      if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw e;
      }
    }
  }

  /**
   * Deletes the object as it was seen: one that is gone already is fine; one that changed since or
   * another of its name stays.
   *
   * @return false when it stays, and has to be looked at again
   */
  public boolean delete(HasMetadata object) {
    try {
      gate.client().resource(object).lockResourceVersion().delete();
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw e;
      }
      return false;
    }
  }
}
