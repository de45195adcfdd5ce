package dev.longshore.api.ecs.v1;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A set of nodes that services place tasks on; its spec is the request of CreateCapacityProvider.
 */
@Group("ecs.longshore.dev")
@Version("v1")
@Kind("CapacityProvider")
@Plural("capacityproviders")
@Singular("capacityprovider")
@ShortNames("cap")
@Categories("ecs")
@AdditionalPrinterColumn(name = "TYPE", jsonPath = ".status.type")
@AdditionalPrinterColumn(
    name = "NODES",
    jsonPath = ".status.registeredContainerInstancesCount",
    type = Type.INTEGER)
@AdditionalPrinterColumn(name = "STATUS", jsonPath = ".status.status")
@AdditionalPrinterColumn(name = "READY", jsonPath = ".status.conditions[?(@.type=='Ready')].status")
@AdditionalPrinterColumn(name = "AGE", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
@ValidationRule(
    value =
        "!(has(self.spec.name) && self.spec.name != '' ? self.spec.name : self.metadata.name).lowerAscii().matches('^(aws|ecs|fargate)')",
    message = "The name of a capacity provider cannot start with aws, ecs or fargate.",
    fieldPath = ".spec.name")
@ValidationRule(
    value =
        "(has(self.spec.name) && self.spec.name != '' ? self.spec.name : self.metadata.name) == (has(oldSelf.spec.name) && oldSelf.spec.name != '' ? oldSelf.spec.name : oldSelf.metadata.name)",
    message = "name is immutable.",
    fieldPath = ".spec.name")
public final class CapacityProvider
    extends CustomResource<CapacityProviderSpec, CapacityProviderStatus> {

  @Override
  @Required
  public CapacityProviderSpec getSpec() {
    return super.getSpec();
  }
}
