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

/** The ECS cluster of a namespace: capacity providers, default strategy and bindings. */
@Group("ecs.longshore.dev")
@Version("v1")
@Kind("Cluster")
@Plural("clusters")
@Singular("cluster")
@ShortNames("ecscluster")
@Categories("ecs")
@AdditionalPrinterColumn(name = "STATUS", jsonPath = ".status.status")
@AdditionalPrinterColumn(
    name = "SERVICES",
    jsonPath = ".status.activeServicesCount",
    type = Type.INTEGER)
@AdditionalPrinterColumn(
    name = "RUNNING",
    jsonPath = ".status.runningTasksCount",
    type = Type.INTEGER)
@AdditionalPrinterColumn(name = "READY", jsonPath = ".status.conditions[?(@.type=='Ready')].status")
@AdditionalPrinterColumn(name = "AGE", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
@ValidationRule(
    value =
        "(has(self.spec.clusterName) && self.spec.clusterName != '' ? self.spec.clusterName : self.metadata.name) == (has(oldSelf.spec.clusterName) && oldSelf.spec.clusterName != '' ? oldSelf.spec.clusterName : oldSelf.metadata.name)",
    message = "clusterName is immutable.",
    fieldPath = ".spec.clusterName")
public final class Cluster extends CustomResource<ClusterSpec, ClusterStatus>
    implements Namespaced {

  @Override
  @Required
  public ClusterSpec getSpec() {
    return super.getSpec();
  }
}
