package dev.longshore.ecs.podspec;

import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;

/** taskRoleArn: the ServiceAccount the cluster binds to the role; unbound, no token at all. */
final class TaskRole implements PodFeature {
  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.approximated(
            "taskRoleArn",
            "spec.serviceAccountName",
            "the ServiceAccount that Cluster.spec.kubernetes.bindings.taskRoles names; without a"
                + " binding the task has no identity"));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    var account = inputs.references().serviceAccount(inputs.definition().taskRoleArn());
    account.ifPresent(draft.getSpec()::setServiceAccountName);
    draft.getSpec().setAutomountServiceAccountToken(account.isPresent());
  }
}
