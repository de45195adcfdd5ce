package dev.longshore.testing;

import dev.longshore.localcluster.ClusterOptions;
import dev.longshore.localcluster.NodeKind;
import dev.longshore.localcluster.OciImage;
import dev.longshore.localcluster.SecondNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One real node with real containers for the whole test run; like {@link RealCluster} otherwise.
 */
public final class RealNode extends SharedCluster {
  private static final String GET =
      "exec 3<>/dev/tcp/$0/$1 && printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3 && cat <&3";

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

  /** The same with an image that is written already. */
  public void importArchive(Path tar) {
    cluster().importArchive(tar);
  }

  /**
   * The page at the root of a web server in the cluster, as the node gets it; by bash, because the
   * machine's static busybox cannot open connections outside its image.
   */
  public String get(String address, int port) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(cluster().nodePrefix());
    command.addAll(List.of("timeout", "2", "bash", "-c", GET, address, String.valueOf(port)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || !answer.startsWith("HTTP/1.1 200 ")) {
      throw new IOException(address + ":" + port + " answers: " + answer.strip());
    }
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  /** A client on the node that goes on until it is stopped. */
  public Traffic traffic(String address, int port) throws IOException {
    return Traffic.start(cluster().nodePrefix(), address, port);
  }

  /** Another node with these images, which takes no pods until it is opened. */
  public SecondNode second(OciImage... images) {
    return SecondNode.beside(options(directory()), client(), images);
  }

  /** The kubelet stands still, as on a node that was cut off, until it is told to go on. */
  public void pauseKubelet() throws IOException, InterruptedException {
    signalKubelet("-STOP");
  }

  /** The kubelet goes on. */
  public void resumeKubelet() throws IOException, InterruptedException {
    signalKubelet("-CONT");
  }

  private void signalKubelet(String signal) throws IOException, InterruptedException {
    Path record = kubeconfig().resolveSibling("run").resolve("kubelet");
    String pid = Files.readString(record).split(" ", 2)[0];
    int code = new ProcessBuilder("kill", signal, pid).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException("kill " + signal + " of the kubelet: " + code);
    }
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
