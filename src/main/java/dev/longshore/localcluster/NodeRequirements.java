package dev.longshore.localcluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a machine must have before real containers can run on it, with the packages to install. */
final class NodeRequirements {
  /** Where Debian's package puts the network plug-ins. */
  static final Path NETWORK_PLUGINS = Path.of("/usr/lib/cni");

  private static final Map<String, String> PACKAGES = packages();

  private NodeRequirements() {}

  static void check() {
    if (!"root".equals(System.getProperty("user.name"))) {
      throw new LocalClusterException(
          "--nodes=containerd: needs root, because it makes namespaces and mounts; use --nodes=kwok"
              + " as any user");
    }
    List<String> missing =
        PACKAGES.entrySet().stream()
            .filter(entry -> !present(entry.getKey()))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    if (!missing.isEmpty()) {
      String packages = String.join(" ", missing);
      throw new LocalClusterException(
          "--nodes=containerd: not installed: "
              + packages
              + "; run `apt-get install --yes "
              + packages
              + "`");
    }
  }

  private static boolean present(String what) {
    return what.startsWith("/") ? Files.exists(Path.of(what)) : Shell.find(what).isPresent();
  }

  private static Map<String, String> packages() {
    Map<String, String> packages = new LinkedHashMap<>();
    packages.put("containerd", "containerd");
    packages.put("ctr", "containerd");
    packages.put("runc", "runc");
    packages.put(NETWORK_PLUGINS.resolve("bridge").toString(), "containernetworking-plugins");
    packages.put("iptables", "iptables");
    packages.put("ip", "iproute2");
    packages.put("nsenter", "util-linux");
    return packages;
  }
}
