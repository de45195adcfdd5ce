package dev.longshore.localcluster;

/** The loopback ports that one cluster needs; the name is the key in its state file. */
enum Port {
  ETCD,
  ETCD_PEER,
  API_SERVER,
  CONTROLLER_MANAGER,
  SCHEDULER,
  KWOK,
  METRICS_SERVER
}
