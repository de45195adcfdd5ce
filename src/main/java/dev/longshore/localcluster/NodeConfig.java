package dev.longshore.localcluster;

import java.nio.file.Path;

/** The configuration files of a node's programs. */
record NodeConfig(Blueprint blueprint, String cgroupRoot) {
  Path socket() {
    return data("containerd").resolve("containerd.sock");
  }

  String containerd() {
    return """
    version = 2
    root = "%1$s/root"
    state = "%1$s/state"
    # From 1.6 on a path of its own keeps two daemons apart.
    [grpc]
      address = "%2$s"
    [plugins."io.containerd.grpc.v1.cri"]
      sandbox_image = "%3$s"
      restrict_oom_score_adj = true
      disable_apparmor = true
      [plugins."io.containerd.grpc.v1.cri".cni]
        bin_dir = "%4$s"
        conf_dir = "%5$s"
      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
        runtime_type = "io.containerd.runc.v2"
        [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
          SystemdCgroup = false
    """
        .formatted(
            data("containerd"),
            socket(),
            ContainerdNode.PAUSE_IMAGE,
            NodeRequirements.NETWORK_PLUGINS,
            blueprint.directory().config("cni"));
  }

  String network() {
    return """
    {"cniVersion": "1.0.0", "name": "longshore", "plugins": [
      {"type": "bridge", "bridge": "pods0", "isGateway": true, "ipMasq": false, "hairpinMode": true,
       "ipam": {"type": "host-local", "dataDir": "%s", "ranges": [[{"subnet": "10.88.0.0/16"}]],
                "routes": [{"dst": "0.0.0.0/0"}]}},
      {"type": "portmap", "capabilities": {"portMappings": true}}]}
    """
        .formatted(data("addresses"));
  }

  String kubelet() {
    return """
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    containerRuntimeEndpoint: unix://%1$s
    podLogsDir: %2$s
    cgroupRoot: %3$s
    cgroupDriver: cgroupfs
    failCgroupV1: false
    failSwapOn: false
    enforceNodeAllocatable: []
    oomScoreAdj: 0
    authentication: {x509: {clientCAFile: %4$s/ca.crt}, webhook: {enabled: true}}
    authorization: {mode: Webhook}
    tlsCertFile: %4$s/node.crt
    tlsPrivateKeyFile: %4$s/node.key
    # A developer's disk is often nearly full; that is no reason to evict.
    evictionHard: {memory.available: 50Mi, nodefs.available: "1%%", imagefs.available: "1%%"}
    imageGCHighThresholdPercent: 100
    maxPods: 60
    clusterDomain: cluster.local
    """
        .formatted(
            socket(), data("pod-logs"), cgroupRoot, blueprint.directory().root().resolve("pki"));
  }

  String proxy() {
    return """
    apiVersion: kubeproxy.config.k8s.io/v1alpha1
    kind: KubeProxyConfiguration
    clientConnection: {kubeconfig: %s}
    mode: iptables
    oomScoreAdj: 0
    conntrack: {maxPerCore: 0, min: 0}
    clusterCIDR: 10.88.0.0/16
    hostnameOverride: %s
    """
        .formatted(blueprint.pki("admin.kubeconfig"), ContainerdNode.NAME);
  }

  private Path data(String name) {
    return blueprint.directory().data(name);
  }
}
