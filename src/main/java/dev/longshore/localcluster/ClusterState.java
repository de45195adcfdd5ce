package dev.longshore.localcluster;

import java.nio.file.Path;
import java.util.Properties;

/**
 * What must be known of a cluster by a later process: enough to reach it, start it again or remove
 * it.
 *
 * @param id short and unique on this machine; names containers and network namespaces
 * @param ready whether an {@code up} went through to its end
 * @param external the kubeconfig of an external cluster, else empty
 */
record ClusterState(
    String id,
    EngineKind engine,
    NodeKind nodes,
    int nodeCount,
    boolean audit,
    boolean ready,
    Ports ports,
    String external) {

  static ClusterState fresh(String id, EngineKind engine, ClusterOptions options, Ports ports) {
    return new ClusterState(
        id, engine, options.nodes(), options.nodeCount(), options.audit(), false, ports, "");
  }

  static ClusterState external(Path kubeconfig) {
    Ports none = Ports.readFrom(new Properties());
    return new ClusterState(
        "", EngineKind.EXTERNAL, NodeKind.KWOK, 0, false, true, none, kubeconfig.toString());
  }

  int expectedNodes() {
    return nodes == NodeKind.KWOK ? nodeCount : 1;
  }

  ClusterState asReady() {
    return new ClusterState(id, engine, nodes, nodeCount, audit, true, ports, external);
  }

  Properties toProperties() {
    Properties properties = new Properties();
    properties.setProperty("id", id);
    properties.setProperty("engine", engine.name());
    properties.setProperty("nodes", nodes.name());
    properties.setProperty("nodeCount", "" + nodeCount);
    properties.setProperty("audit", "" + audit);
    properties.setProperty("ready", "" + ready);
    properties.setProperty("external", external);
    ports.writeTo(properties);
    return properties;
  }

  static ClusterState from(Properties properties) {
    return new ClusterState(
        properties.getProperty("id", ""),
        EngineKind.valueOf(properties.getProperty("engine")),
        NodeKind.valueOf(properties.getProperty("nodes")),
        Integer.parseInt(properties.getProperty("nodeCount")),
        Boolean.parseBoolean(properties.getProperty("audit")),
        Boolean.parseBoolean(properties.getProperty("ready")),
        Ports.readFrom(properties),
        properties.getProperty("external", ""));
  }
}
