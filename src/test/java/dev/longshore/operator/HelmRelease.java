package dev.longshore.operator;

import com.marcnuri.helm.Helm;
import dev.longshore.chart.Charts;
import dev.longshore.testing.InstalledChart;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.nio.file.Path;
import java.util.List;

/** The chart with its defaults, put into a cluster and taken out again by Helm itself. */
record HelmRelease(KubernetesClient admin, Path kubeconfig) {
  static final String NAMESPACE = InstalledChart.NAMESPACE;
  private static final String NAME = "longshore";

  /** Its pods start only if the JVM takes the image's AOT cache; it would do without in silence. */
  void install() {
    new Helm(Charts.CHART)
        .install()
        .withName(NAME)
        .withNamespace(NAMESPACE)
        .withKubeConfig(kubeconfig)
        .set("extraEnv[0].name", "JDK_JAVA_OPTIONS")
        .set("extraEnv[0].value", "-XX:AOTMode=on")
        .call();
  }

  void uninstall() {
    Helm.uninstall(NAME).withNamespace(NAMESPACE).withKubeConfig(kubeconfig).call();
  }

  /** Pods of the operator, those that are on their way out left aside. */
  List<Pod> pods() {
    return admin
        .pods()
        .inNamespace(NAMESPACE)
        .withLabel("app.kubernetes.io/component", "operator")
        .list()
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .toList();
  }

  List<String> readyPods() {
    return pods().stream()
        .filter(Readiness::isPodReady)
        .map(pod -> pod.getMetadata().getName())
        .toList();
  }

  /** Name of the pod that works; empty when none ever did. */
  String leader() {
    var lease = admin.leases().inNamespace(NAMESPACE).withName(Leading.LEASE).get();
    return lease == null || lease.getSpec().getHolderIdentity() == null
        ? ""
        : lease.getSpec().getHolderIdentity();
  }

  void deletePod(String name) {
    admin.pods().inNamespace(NAMESPACE).withName(name).delete();
  }
}
