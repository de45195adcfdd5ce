package dev.longshore.localcluster;

import io.fabric8.kubernetes.api.model.APIServiceBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;

/** The resource metrics API, without which no HPA would have a value. */
record MetricsServer(Blueprint blueprint) {
  static final String NAME = "metrics-server";
  private static final String NAMESPACE = "kube-system";

  Component component(String address) {
    List<String> flags = new ArrayList<>(blueprint.kubeconfigFlags("admin"));
    flags.addAll(
        List.of(
            "--bind-address=" + address,
            "--secure-port=" + blueprint.port(Port.METRICS_SERVER),
            "--tls-cert-file=" + blueprint.pki("apiserver.crt"),
            "--tls-private-key-file=" + blueprint.pki("apiserver.key"),
            "--kubelet-insecure-tls",
            "--kubelet-use-node-status-port",
            "--kubelet-preferred-address-types=InternalIP",
            // The shortest that it accepts.
            "--metric-resolution=10s",
            "--kubelet-request-timeout=5s"));
    return Component.of(NAME, blueprint.binaries().metricsServer(), flags);
  }

  /**
   * An EndpointSlice must not name a loopback address; a Service that is only another name for
   * {@code localhost} may, and the API server follows it.
   */
  void registerOnLoopback(KubernetesClient client) {
    register(
        client,
        service()
            .editSpec()
            .withType("ExternalName")
            .withExternalName("localhost")
            .endSpec()
            .build());
  }

  /** On a real node the API server goes straight to the endpoint. */
  void registerAt(KubernetesClient client, String address) {
    register(client, service().build());
    var slice =
        new EndpointSliceBuilder()
            .withNewMetadata()
            .withName(NAME + "-1")
            .withNamespace(NAMESPACE)
            .addToLabels("kubernetes.io/service-name", NAME)
            .endMetadata()
            .withAddressType("IPv4")
            .addNewPort()
            .withName("")
            .withPort(blueprint.port(Port.METRICS_SERVER))
            .withProtocol("TCP")
            .endPort()
            .addNewEndpoint()
            .withAddresses(address)
            .withNewConditions()
            .withReady(true)
            .endConditions()
            .endEndpoint()
            .build();
    client.resource(slice).forceConflicts().serverSideApply();
  }

  private void register(KubernetesClient client, Service service) {
    client.resource(service).forceConflicts().serverSideApply();
    var api =
        new APIServiceBuilder()
            .withNewMetadata()
            .withName("v1beta1.metrics.k8s.io")
            .endMetadata()
            .withNewSpec()
            .withGroup("metrics.k8s.io")
            .withVersion("v1beta1")
            .withInsecureSkipTLSVerify(true)
            .withGroupPriorityMinimum(100)
            .withVersionPriority(100)
            .withNewService(NAME, NAMESPACE, blueprint.port(Port.METRICS_SERVER))
            .endSpec()
            .build();
    client.resource(api).forceConflicts().serverSideApply();
  }

  ServiceBuilder service() {
    int port = blueprint.port(Port.METRICS_SERVER);
    return new ServiceBuilder()
        .withNewMetadata()
        .withName(NAME)
        .withNamespace(NAMESPACE)
        .endMetadata()
        .withNewSpec()
        .addNewPort()
        .withPort(port)
        .endPort()
        .endSpec();
  }
}
