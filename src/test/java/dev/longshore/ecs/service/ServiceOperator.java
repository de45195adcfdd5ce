package dev.longshore.ecs.service;

import dev.longshore.core.Applier;
import dev.longshore.core.Events;
import dev.longshore.core.StatusWriter;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import java.time.Clock;

/** The service controller alone, in one namespace. */
final class ServiceOperator {
  private ServiceOperator() {}

  static Operator start(KubernetesClient client, String namespace) {
    Operator operator =
        new Operator(
            configuration ->
                configuration.withKubernetesClient(client).withCloseClientOnStop(false));
    Clock clock = Clock.systemUTC();
    operator.register(
        new ServiceReconciler(
            new Applier(client), new StatusWriter(client), new Events(client, clock), clock),
        configuration -> configuration.settingNamespace(namespace));
    operator.start();
    return operator;
  }
}
