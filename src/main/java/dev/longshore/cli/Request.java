package dev.longshore.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.CapacityProviderSpec;
import dev.longshore.api.ecs.v1.ClusterSpec;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.cli.documents.Document;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.ecs.service.ServiceChecks;
import dev.longshore.ecs.taskdefinition.ValidationError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is applied of a service, cluster or capacity provider: the request without members that only
 * responses have or that are meant once.
 *
 * @param errors refusals that can be told without a cluster
 */
record Request(ObjectNode spec, List<ValidationError> errors) {
  static final String FORCE = "forceNewDeployment";

  private static final List<String> NOT_STATE =
      List.of(
          "attachments",
          "attachmentsStatus",
          "clientToken",
          "clusterArn",
          "createdAt",
          "createdBy",
          "currentServiceDeployment",
          "currentServiceRevisions",
          "deployments",
          "events",
          FORCE,
          "pendingCount",
          "platformFamily",
          "resourceManagementType",
          "roleArn",
          "runningCount",
          "serviceArn",
          "statistics",
          "status",
          "taskSets");

  Request {
    errors = List.copyOf(errors);
  }

  static Request of(Document document) {
    ObjectNode spec = document.spec().deepCopy();
    spec.remove(NOT_STATE);
    List<ValidationError> errors = new ArrayList<>();
    try {
      switch (document.kind()) {
        case SERVICE ->
            ServiceChecks.request(Mappers.json().treeToValue(spec, ServiceSpec.class)).stream()
                .map(Request::error)
                .filter(it -> !document.update() || !it.path().equals("taskDefinition"))
                .forEach(errors::add);
        case CLUSTER -> Mappers.json().treeToValue(spec, ClusterSpec.class);
        default -> Mappers.json().treeToValue(spec, CapacityProviderSpec.class);
      }
    } catch (JsonProcessingException e) {
      errors.add(new ValidationError(path(e), e.getOriginalMessage()));
    }
    return new Request(spec, errors);
  }

  /** A refusal of the operator's, whose message begins with the member. */
  static ValidationError error(Problem problem) {
    String[] parts = problem.message().split(": ", 2);
    return parts.length == 2
        ? new ValidationError(parts[0], parts[1])
        : new ValidationError("", problem.message());
  }

  private static String path(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping
        ? mapping.getPath().stream()
            .map(it -> it.getFieldName() == null ? "[" + it.getIndex() + "]" : it.getFieldName())
            .collect(Collectors.joining("."))
            .replace(".[", "[")
        : "";
  }
}
