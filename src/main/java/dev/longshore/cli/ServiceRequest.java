package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.cli.documents.Document;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.taskdefinition.RevisionChoice;
import dev.longshore.ecs.taskdefinition.Revisions;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import java.util.List;

/**
 * A service document on its way into a namespace; refused before anything is stored, as ECS does.
 *
 * @param update of UpdateService, which leaves what it does not name as it is
 */
record ServiceRequest(Conversion conversion, ObjectNode resource, boolean update) {
  private static final String DEFINITION = "taskDefinition";

  /** What is sent of a document; {@link Refusal} when ECS would refuse it whatever is there. */
  static ServiceRequest of(Document document, Printer printer) {
    Conversion conversion = Converter.convert(document);
    conversion.warnings().forEach(it -> printer.warn(it.path(), it.message()));
    if (!conversion.accepted()) {
      throw new Refusal(
          Refusal.REFUSED, document.file() + ": " + conversion.firstError(), conversion.errors());
    }
    ObjectNode spec = (ObjectNode) conversion.revision();
    if (document.spec().path(Request.FORCE).asBoolean()) {
      ObjectNode kubernetes =
          spec.path("kubernetes") instanceof ObjectNode given
              ? given
              : Mappers.json().createObjectNode();
      spec.set("kubernetes", kubernetes.put(ServicePatch.NONCE, Instant.now().toString()));
    }
    return new ServiceRequest(conversion, document.customResource(spec), document.update());
  }

  String name() {
    return resource.at("/metadata/name").asText();
  }

  ServiceRequest with(ObjectNode changed) {
    return new ServiceRequest(conversion, changed, update);
  }

  GenericKubernetesResource send(Applied target) {
    return update ? target.merge(resource) : target.apply(resource);
  }

  /** The service as the API server would store it. */
  Service dryRun(Connection connection) {
    GenericKubernetesResource stored = send(Applied.dryIn(connection));
    return Mappers.json().convertValue(Mappers.json().valueToTree(stored), Service.class);
  }

  /** Ready to be sent; {@link Refusal} where the operator would not deploy it. */
  ServiceRequest judged(Connection connection) {
    EcsObjects objects = EcsObjects.in(connection);
    Resolution<ServiceRequest> here = in(objects);
    refuse(name(), here.problems());
    ServiceRequest request = here.found().orElse(this);
    refuse(name(), new ClientCatalog(objects).problems(request.dryRun(connection)));
    return request;
  }

  /** The same with the revision that its task definition is now: ECS resolves it at the call. */
  Resolution<ServiceRequest> in(EcsObjects objects) {
    ObjectNode here = resource.deepCopy();
    String reference = resource.at("/spec/" + DEFINITION).asText();
    if (update) {
      String ecsName = resource.at("/spec/serviceName").asText();
      Service there = objects.service(ecsName);
      if (forced() && reference.isEmpty()) {
        RolledBack.refuse(there, objects);
      }
      here.withObject("/metadata").put("name", there.getMetadata().getName());
    }
    if (reference.isEmpty()) {
      return Resolution.of(with(here));
    }
    return RevisionChoice.atTheCall(reference, objects.namespace(), objects.revisions())
        .map(Revisions::name)
        .map(
            revision -> {
              here.withObject("/spec").put(DEFINITION, revision);
              return with(here);
            });
  }

  private boolean forced() {
    return resource.at("/spec/kubernetes").has(ServicePatch.NONCE);
  }

  static void refuse(String name, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Refusal(
          Refusal.REFUSED,
          name + ": " + Problem.join(problems),
          problems.stream().map(Request::error).toList());
    }
  }
}
