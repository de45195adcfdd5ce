package dev.longshore.ecs.podspec;

import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;

/** networkMode, pidMode and ipcMode: the task's own, never the node's. */
final class Namespaces implements PodFeature {
  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.exact("networkMode", "the pod's network")
            .except(
                when(
                    "bridge",
                    FidelityClass.APPROXIMATED,
                    "the containers share one network, as in awsvpc"))
            .except(
                when(
                    "host",
                    FidelityClass.NOT_IMPLEMENTED,
                    "the task has its own network instead of the node's; reach it through its"
                        + " Service"))
            .rejecting(
                "none",
                (value, document) -> value.asText().equals("none"),
                "the pod would have a network all the same; use awsvpc and a NetworkPolicy"),
        FieldRule.exact("pidMode", "spec.shareProcessNamespace")
            .except(
                when(
                    "host",
                    FidelityClass.NOT_IMPLEMENTED,
                    "the node's processes are not shared; each container sees its own")),
        FieldRule.exact("ipcMode", "containers of a pod share IPC")
            .except(
                when(
                    "host",
                    FidelityClass.NOT_IMPLEMENTED,
                    "the node's IPC is not shared; the task has its own"))
            .except(
                when(
                    "none",
                    FidelityClass.IGNORED,
                    "containers of one pod always share IPC among themselves")));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    if ("task".equals(inputs.definition().pidMode())) {
      draft.getSpec().setShareProcessNamespace(true);
    }
  }

  private static FieldRule.Exception when(String text, FidelityClass classification, String note) {
    return new FieldRule.Exception(
        text, (value, document) -> value.asText().equals(text), classification, note);
  }
}
