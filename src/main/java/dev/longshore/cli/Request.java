package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.cli.documents.Document;
import dev.longshore.cli.documents.DocumentKind;
import dev.longshore.cli.documents.MemberTypes;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.ecs.service.ServiceChecks;
import dev.longshore.ecs.service.ServiceRemarks;
import dev.longshore.ecs.taskdefinition.ValidationError;
import dev.longshore.ecs.taskdefinition.Warning;
import java.util.List;

/**
 * What is applied of a service, cluster or capacity provider: the request without members that only
 * responses have or that are meant once.
 *
 * @param errors refusals that can be told without a cluster
 * @param remarks what is accepted and may surprise
 */
record Request(ObjectNode spec, List<ValidationError> errors, List<Warning> remarks) {
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
    remarks = List.copyOf(remarks);
  }

  static Request of(Document document) {
    ObjectNode spec = document.spec().deepCopy();
    spec.remove(NOT_STATE);
    if (document.kind() == DocumentKind.SERVICE && isUnnamed(document)) {
      return new Request(spec, List.of(missing(document)), List.of());
    }
    List<ValidationError> mistyped = MemberTypes.check(spec, document.kind().spec());
    if (!mistyped.isEmpty() || document.kind() != DocumentKind.SERVICE) {
      return new Request(spec, mistyped, List.of());
    }
    ServiceSpec service = Mappers.json().convertValue(spec, ServiceSpec.class);
    List<ValidationError> refusals =
        ServiceChecks.request(service).stream()
            .map(Request::error)
            // an update may leave out what is there already
            .filter(it -> !document.update() || !it.path().equals("taskDefinition"))
            .toList();
    return new Request(spec, refusals, ServiceRemarks.of(service));
  }

  /** Neither ECS's name nor that of an object: all such documents would be one service. */
  private static boolean isUnnamed(Document document) {
    return document.name().isEmpty() && document.objectName().isEmpty();
  }

  private static ValidationError missing(Document document) {
    String member = document.update() ? "service" : document.kind().nameMember();
    return ValidationError.missing(member);
  }

  /** A refusal of the operator's, whose message begins with the member. */
  static ValidationError error(Problem problem) {
    String message = problem.message();
    int end = message.indexOf(": ");
    return end > 0 && message.indexOf(' ') > end
        ? new ValidationError(message.substring(0, end), message.substring(end + 2))
        : new ValidationError("", message);
  }
}
