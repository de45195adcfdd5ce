package dev.longshore.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of status: once, and only if it differs. The write carries the version that was
 * read, so that records merged from an old status can never overwrite newer ones.
 */
public final class StatusWriter {
  private static final Duration STALE = Duration.ofMillis(250);
  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager(Applier.FIELD_MANAGER)
          .withForce(true)
          .build();

  private final WriteGate gate;

  public StatusWriter(WriteGate gate) {
    this.gate = gate;
  }

  /**
   * Writes the status when it is not what the primary holds.
   *
   * @param empty makes an empty object of the primary's kind
   * @return no further update; soon again when the primary that was read is out of date
   */
  public <S, P extends CustomResource<?, S>> UpdateControl<P> write(
      Context<P> context, @Nullable S status, Supplier<P> empty) {
    return write(context, status, empty, () -> {});
  }

  /**
   * The same, telling what the new status records once it is stored: a status that was refused as
   * out of date is made anew, and must not be told twice.
   */
  public <S, P extends CustomResource<?, S>> UpdateControl<P> write(
      Context<P> context, @Nullable S status, Supplier<P> empty, Runnable afterwards) {
    P primary = context.getPrimaryResource();
    if (tree(status).equals(tree(primary.getStatus()))) {
      return UpdateControl.noUpdate();
    }
    try {
      remember(context, patched(primary, status, empty.get()));
      afterwards.run();
      return UpdateControl.noUpdate();
    } catch (KubernetesClientException e) {
      return switch (e.getCode()) {
        case HttpURLConnection.HTTP_CONFLICT -> UpdateControl.<P>noUpdate().rescheduleAfter(STALE);
        case HttpURLConnection.HTTP_NOT_FOUND -> UpdateControl.noUpdate();
        default -> throw e;
      };
    }
  }

  private <S, P extends CustomResource<?, S>> P patched(P primary, @Nullable S status, P fresh) {
    fresh.setMetadata(
        new ObjectMetaBuilder()
            .withName(primary.getMetadata().getName())
            .withNamespace(primary.getMetadata().getNamespace())
            .withResourceVersion(primary.getMetadata().getResourceVersion())
            .build());
    fresh.setStatus(status);
    return gate.client().resource(fresh).subresource("status").patch(APPLY);
  }

  /**
   * A run may come before the watch tells of a write, and would be refused with what it replaced.
   */
  private static <P extends HasMetadata> void remember(Context<P> context, P written) {
    context
        .eventSourceRetriever()
        .getControllerEventSource()
        .handleRecentResourceUpdate(
            ResourceID.fromResource(written), written, context.getPrimaryResource());
  }

  private static JsonNode tree(@Nullable Object status) {
    return Mappers.json().valueToTree(status);
  }
}
