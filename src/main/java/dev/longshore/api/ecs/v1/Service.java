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

/** Keeps tasks of a task definition running; its spec is the request of CreateService. */
@Group("ecs.longshore.dev")
@Version("v1")
@Kind("Service")
@Plural("services")
@Singular("service")
@ShortNames("ecssvc")
@Categories("ecs")
@AdditionalPrinterColumn(name = "TASK DEFINITION", jsonPath = ".status.taskDefinition")
@AdditionalPrinterColumn(name = "DESIRED", jsonPath = ".spec.desiredCount", type = Type.INTEGER)
@AdditionalPrinterColumn(name = "RUNNING", jsonPath = ".status.runningCount", type = Type.INTEGER)
@AdditionalPrinterColumn(name = "PENDING", jsonPath = ".status.pendingCount", type = Type.INTEGER)
@AdditionalPrinterColumn(name = "ROLLOUT", jsonPath = ".status.deployments[0].rolloutState")
@AdditionalPrinterColumn(name = "READY", jsonPath = ".status.conditions[?(@.type=='Ready')].status")
@AdditionalPrinterColumn(name = "AGE", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
@ValidationRule(
    value =
        "(has(self.spec.serviceName) && self.spec.serviceName != '' ? self.spec.serviceName : self.metadata.name) == (has(oldSelf.spec.serviceName) && oldSelf.spec.serviceName != '' ? oldSelf.spec.serviceName : oldSelf.metadata.name)",
    message = "serviceName is immutable.",
    fieldPath = ".spec.serviceName")
@ValidationRule(
    value =
        "(has(self.spec.cluster) ? self.spec.cluster : '') == (has(oldSelf.spec.cluster) ? oldSelf.spec.cluster : '')",
    message = "cluster is immutable.",
    fieldPath = ".spec.cluster")
@ValidationRule(
    value = "self.spec.schedulingStrategy == oldSelf.spec.schedulingStrategy",
    message = "schedulingStrategy is immutable.",
    fieldPath = ".spec.schedulingStrategy")
public final class Service extends CustomResource<ServiceSpec, ServiceStatus>
    implements Namespaced {

  @Override
  @Required
  public ServiceSpec getSpec() {
    return super.getSpec();
  }
}
