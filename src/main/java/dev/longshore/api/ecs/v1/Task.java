package dev.longshore.api.ecs.v1;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** One run of a task definition, never repeated; its spec is the request of RunTask. */
@Group("ecs.longshore.dev")
@Version("v1")
@Kind("Task")
@Plural("tasks")
@Singular("task")
@ShortNames("ecstask")
@Categories("ecs")
@AdditionalPrinterColumn(name = "TASK DEFINITION", jsonPath = ".spec.taskDefinition")
@AdditionalPrinterColumn(name = "STATUS", jsonPath = ".status.lastStatus")
@AdditionalPrinterColumn(name = "STOP CODE", jsonPath = ".status.stopCode")
@AdditionalPrinterColumn(
    name = "EXIT",
    jsonPath = ".status.containers[0].exitCode",
    type = Type.INTEGER)
@AdditionalPrinterColumn(
    name = "REASON",
    jsonPath = ".status.conditions[?(@.type=='Ready')].message",
    priority = 1)
@AdditionalPrinterColumn(name = "AGE", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
public final class Task extends CustomResource<TaskSpec, TaskStatus> implements Namespaced {

  @Override
  @Required
  public TaskSpec getSpec() {
    return super.getSpec();
  }
}
