package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Problem;
import java.util.List;

/**
 * What the operator will say of a service before it is stored, by the operator's own checks, so
 * that a request is refused at the call as CreateService and UpdateService refuse it.
 */
public final class Preflight {
  private Preflight() {}

  /** Everything that keeps the service from deploying; empty when a deployment starts. */
  public static List<Problem> of(Service service, Catalog catalog) {
    List<Problem> refused = ServiceChecks.of(service, catalog);
    return refused.isEmpty() ? new ServiceResolver(catalog).resolve(service).problems() : refused;
  }
}
