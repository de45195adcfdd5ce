package dev.longshore.api.ecs.v1;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * One immutable revision of a family, such as {@code web:3}, as ECS keeps it after
 * RegisterTaskDefinition.
 */
@Group("ecs.longshore.dev")
@Version("v1")
@Kind("TaskDefinitionRevision")
@Plural("taskdefinitionrevisions")
@Singular("taskdefinitionrevision")
@ShortNames("tdr")
@Categories("ecs")
@AdditionalPrinterColumn(name = "FAMILY", jsonPath = ".spec.family")
@AdditionalPrinterColumn(name = "REVISION", jsonPath = ".spec.revision", type = Type.INTEGER)
@AdditionalPrinterColumn(name = "STATUS", jsonPath = ".status.status")
@AdditionalPrinterColumn(
    name = "NOT IMPLEMENTED",
    jsonPath = ".status.fidelity.notImplemented",
    type = Type.INTEGER)
@AdditionalPrinterColumn(name = "AGE", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
@ValidationRule(
    value = "has(self.spec.revision) && self.spec.revision >= 1",
    message = "A revision has a number, 1 or more.",
    fieldPath = ".spec.revision")
@ValidationRule(
    value =
        "!has(self.spec.kubernetes) || !has(self.spec.kubernetes.desiredStatus) || self.spec.kubernetes.desiredStatus != 'DELETED' || has(oldSelf.spec.kubernetes) && has(oldSelf.spec.kubernetes.desiredStatus) && oldSelf.spec.kubernetes.desiredStatus in ['INACTIVE', 'DELETED']",
    message =
        "The specified task definition is still in ACTIVE status. Please deregister the target and try again.",
    fieldPath = ".spec.kubernetes")
@ValidationRule(
    value =
        "!has(oldSelf.spec.kubernetes) || !has(oldSelf.spec.kubernetes.desiredStatus) || oldSelf.spec.kubernetes.desiredStatus != 'DELETED' || has(self.spec.kubernetes) && has(self.spec.kubernetes.desiredStatus) && self.spec.kubernetes.desiredStatus == 'DELETED'",
    message = "A revision that is DELETE_IN_PROGRESS does not come back; register a new one.",
    fieldPath = ".spec.kubernetes")
public final class TaskDefinitionRevision
    extends CustomResource<TaskDefinitionSpec, TaskDefinitionRevisionStatus> implements Namespaced {

  @Override
  @Required
  public TaskDefinitionSpec getSpec() {
    return super.getSpec();
  }
}
