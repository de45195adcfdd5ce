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

/** The head of one task definition family; its spec is the request of RegisterTaskDefinition. */
@Group("ecs.longshore.dev")
@Version("v1")
@Kind("TaskDefinition")
@Plural("taskdefinitions")
@Singular("taskdefinition")
@ShortNames("td")
@Categories("ecs")
@AdditionalPrinterColumn(name = "LATEST", jsonPath = ".status.latestRevision", type = Type.INTEGER)
@AdditionalPrinterColumn(name = "READY", jsonPath = ".status.conditions[?(@.type=='Ready')].status")
@AdditionalPrinterColumn(name = "AGE", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
@ValidationRule(
    value =
        "(has(self.spec.family) && self.spec.family != '' ? self.spec.family : self.metadata.name) == (has(oldSelf.spec.family) && oldSelf.spec.family != '' ? oldSelf.spec.family : oldSelf.metadata.name)",
    message = "family is immutable.",
    fieldPath = ".spec.family")
public final class TaskDefinition extends CustomResource<TaskDefinitionSpec, TaskDefinitionStatus>
    implements Namespaced {

  @Override
  @Required
  public TaskDefinitionSpec getSpec() {
    return super.getSpec();
  }
}
