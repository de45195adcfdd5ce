package dev.longshore.testing;

import dev.longshore.localcluster.ClusterOptions;
import dev.longshore.localcluster.NodeKind;
import dev.longshore.localcluster.OciImage;
import java.nio.file.Path;

/**
 * One real node with real containers for the whole test run; like {@link RealCluster} otherwise.
 */
public final class RealNode extends SharedCluster {
  public RealNode() {
    super("node");
  }

  @Override
  ClusterOptions options(Path directory) {
    return ClusterOptions.in(directory, TestCache.directory())
        .withNodes(NodeKind.CONTAINERD)
        .withAudit();
  }

  /** From then on pods may name it, with pull policy IfNotPresent or Never. */
  public void importImage(OciImage image) {
    cluster().importImage(image);
  }

  /** A shell and small tools, from the machine's static busybox. */
  public static OciImage busybox() {
    OciImage image =
        OciImage.named("localhost/busybox:1").file("/bin/busybox", Path.of("/bin/busybox"));
    for (String tool : new String[] {"sh", "cat", "echo", "httpd", "sleep", "wget", "mkdir"}) {
      image = image.link("/bin/" + tool, "busybox");
    }
    return image;
  }
}
