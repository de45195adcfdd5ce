package dev.longshore.localcluster;

import java.nio.file.Path;

/** The programs of one build, by the path they lie at. */
record Binaries(Path directory) {
  Path controlPlane() {
    return directory.resolve("controlplane");
  }

  Path node() {
    return directory.resolve("node");
  }

  Path pause() {
    return directory.resolve("pause");
  }

  Path kwok() {
    return directory.resolve("kwok");
  }

  Path kwokConfig() {
    return directory.resolve("kwokconfig");
  }

  Path metricsServer() {
    return directory.resolve("metrics-server");
  }
}
