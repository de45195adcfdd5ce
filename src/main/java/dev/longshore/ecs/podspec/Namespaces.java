package dev.longshore.ecs.podspec;

import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;

/** networkMode, pidMode and ipcMode: the task's own, never the node's. */
final class Namespaces implements PodFeature {
  @Override
  public List<FieldRule> fields() {
    return List.of(networkMode(), pidMode(), ipcMode());
  }

  private static FieldRule networkMode() {
    return FieldRule.exact("networkMode", "the pod's network")
        .except(
            when(
                "bridge",
                FidelityClass.APPROXIMATED,
                "the containers share one network, as in awsvpc"))
        .except(
            when(
                "host",
                FidelityClass.APPROXIMATED,
                "the task has its own network instead of the node's, which Pod Security"
                    + " baseline forbids; reach it through its Service"))
        .rejecting(
            "none",
            (value, document) -> value.asText().equals("none"),
            "the pod would have a network all the same; use awsvpc and a NetworkPolicy");
  }

  private static FieldRule pidMode() {
    return FieldRule.exact("pidMode", "spec.shareProcessNamespace")
        .rejecting(
            "host",
            (value, document) -> value.asText().equals("host"),
            "Pod Security baseline forbids the node's processes; use task, or leave pidMode out");
  }

  private static FieldRule ipcMode() {
    return FieldRule.exact("ipcMode", "containers of a pod share IPC")
        .rejecting(
            "host",
            (value, document) -> value.asText().equals("host"),
            "Pod Security baseline forbids the node's IPC; use task, or leave ipcMode out")
        .except(
            when(
                "none",
                FidelityClass.IGNORED,
                "containers of one pod always share IPC among themselves"));
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
