package dev.longshore.localcluster;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** etcd, the API server, the controllers and the scheduler of one cluster, as lists of flags. */
record ControlPlane(Blueprint blueprint, String address) {
  static final String API_SERVER = "kube-apiserver";
  static final String ETCD = "etcd";
  static final String CONTROLLER_MANAGER = "kube-controller-manager";
  static final String SCHEDULER = "kube-scheduler";

  private static final String LOOPBACK = "127.0.0.1";
  // First address of the service range: that of the Service `kubernetes` itself.
  private static final String SERVICE_RANGE = "10.96.0.0/16";
  private static final String FIRST_SERVICE = "10.96.0.1";
  private static final String AUDIT_POLICY =
      """
      apiVersion: audit.k8s.io/v1
      kind: Policy
      omitStages: [RequestReceived]
      rules:
      - level: Metadata
      """;

  String server() {
    return "https://" + address + ":" + blueprint.port(Port.API_SERVER);
  }

  void writeCertificates() {
    if (Files.exists(blueprint.directory().pki("service-account.pub"))) {
      return;
    }
    Shell.require(
        List.of(
            blueprint.binaries().controlPlane().toString(),
            "pki",
            "--dir=" + blueprint.pki(""),
            "--server=" + server(),
            "--ip=" + LOOPBACK + "," + FIRST_SERVICE + "," + address,
            "--node=" + ContainerdNode.NAME));
  }

  Component etcd() {
    String client = "http://" + LOOPBACK + ":" + blueprint.port(Port.ETCD);
    String peer = "http://" + LOOPBACK + ":" + blueprint.port(Port.ETCD_PEER);
    return component(
        ETCD,
        List.of(
            "--data-dir=" + blueprint.directory().data(ETCD),
            "--listen-client-urls=" + client,
            "--advertise-client-urls=" + client,
            "--listen-peer-urls=" + peer,
            "--initial-advertise-peer-urls=" + peer,
            "--initial-cluster=default=" + peer,
            // A local cluster may lose its last second in a power cut.
            "--unsafe-no-fsync"));
  }

  Component apiServer() {
    List<String> flags = new ArrayList<>(servingFlags());
    flags.addAll(securityFlags());
    flags.addAll(aggregationFlags());
    if (blueprint.state().audit()) {
      blueprint.directory().write(blueprint.directory().config("audit.yaml"), AUDIT_POLICY);
      flags.add("--audit-policy-file=" + blueprint.directory().config("audit.yaml"));
      flags.add("--audit-log-path=" + blueprint.directory().log("audit"));
      // MiB; a benchmark reads all of it, and the default of 100 begins another file
      flags.add("--audit-log-maxsize=4096");
    }
    return component(API_SERVER, flags);
  }

  Component controllerManager() {
    List<String> flags = new ArrayList<>(blueprint.kubeconfigFlags("controller-manager"));
    flags.addAll(
        List.of(
            "--service-account-private-key-file=" + blueprint.pki("service-account.key"),
            "--root-ca-file=" + blueprint.pki("ca.crt"),
            "--use-service-account-credentials=true",
            "--bind-address=" + LOOPBACK,
            "--secure-port=" + blueprint.port(Port.CONTROLLER_MANAGER),
            // Minutes by default: nobody watches a demo or a test for that long.
            "--horizontal-pod-autoscaler-sync-period=1s",
            "--horizontal-pod-autoscaler-initial-readiness-delay=1s",
            "--horizontal-pod-autoscaler-cpu-initialization-period=1s",
            "--horizontal-pod-autoscaler-downscale-stabilization=10s"));
    flags.addAll(loneComponentFlags());
    return component(CONTROLLER_MANAGER, flags);
  }

  Component scheduler() {
    List<String> flags = new ArrayList<>(blueprint.kubeconfigFlags("scheduler"));
    flags.addAll(
        List.of("--bind-address=" + LOOPBACK, "--secure-port=" + blueprint.port(Port.SCHEDULER)));
    flags.addAll(loneComponentFlags());
    return component(SCHEDULER, flags);
  }

  private List<String> servingFlags() {
    boolean loopback = address.equals(LOOPBACK);
    return List.of(
        "--etcd-servers=http://" + LOOPBACK + ":" + blueprint.port(Port.ETCD),
        "--bind-address=" + (loopback ? LOOPBACK : "0.0.0.0"),
        "--advertise-address=" + address,
        "--secure-port=" + blueprint.port(Port.API_SERVER),
        // An endpoint must not be a loopback address, so there is none to keep.
        "--endpoint-reconciler-type=" + (loopback ? "none" : "lease"),
        "--service-cluster-ip-range=" + SERVICE_RANGE,
        "--tls-cert-file=" + blueprint.pki("apiserver.crt"),
        "--tls-private-key-file=" + blueprint.pki("apiserver.key"));
  }

  private List<String> securityFlags() {
    return List.of(
        "--client-ca-file=" + blueprint.pki("ca.crt"),
        "--authorization-mode=Node,RBAC",
        "--enable-admission-plugins=NodeRestriction",
        "--allow-privileged=true",
        "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
        "--service-account-key-file=" + blueprint.pki("service-account.pub"),
        "--service-account-signing-key-file=" + blueprint.pki("service-account.key"),
        "--kubelet-client-certificate=" + blueprint.pki("admin.crt"),
        "--kubelet-client-key=" + blueprint.pki("admin.key"),
        // Node names are not in any DNS here: exec and logs would fail on the look-up.
        "--kubelet-preferred-address-types=InternalIP");
  }

  private List<String> aggregationFlags() {
    return List.of(
        "--requestheader-client-ca-file=" + blueprint.pki("ca.crt"),
        "--requestheader-allowed-names=front-proxy-client",
        "--requestheader-username-headers=X-Remote-User",
        "--requestheader-group-headers=X-Remote-Group",
        "--requestheader-extra-headers-prefix=X-Remote-Extra-",
        "--proxy-client-cert-file=" + blueprint.pki("front-proxy.crt"),
        "--proxy-client-key-file=" + blueprint.pki("front-proxy.key"),
        "--enable-aggregator-routing=" + !address.equals(LOOPBACK));
  }

  private static List<String> loneComponentFlags() {
    return List.of("--leader-elect=false", "--kube-api-qps=500", "--kube-api-burst=1000");
  }

  private Component component(String name, List<String> flags) {
    List<String> arguments = new ArrayList<>();
    arguments.add(name);
    arguments.addAll(flags);
    return Component.of(name, blueprint.binaries().controlPlane(), arguments);
  }
}
