package dev.longshore.localcluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A network namespace of one cluster, joined to the machine by one pair of virtual cables. It is
 * held open by a mount in the cluster's own directory, so that no other tool sees or removes it.
 */
record NodeNetwork(ClusterDirectory directory, String id) {
  /** Inside; the same number ends the machine's address, so that clusters do not meet. */
  String address() {
    return subnet() + ".2";
  }

  String hostAddress() {
    return subnet() + ".1";
  }

  List<String> prefix() {
    return List.of("nsenter", "--net=" + handle());
  }

  void create() {
    if (mounted()) {
      return;
    }
    if (Shell.require(List.of("ip", "-o", "address", "show")).contains(" " + hostAddress() + "/")) {
      throw new LocalClusterException(
          "The address " + hostAddress() + " is in use by another cluster; run `cluster up` again");
    }
    directory.write(handle(), "");
    Shell.require(List.of("unshare", "--net=" + handle(), "true"));
    String self = "" + ProcessHandle.current().pid();
    inside("link", "add", "eth0", "type", "veth", "peer", "name", hostLink(), "netns", self);
    Shell.require(List.of("ip", "address", "add", hostAddress() + "/24", "dev", hostLink()));
    Shell.require(List.of("ip", "link", "set", hostLink(), "up"));
    inside("link", "set", "lo", "up");
    inside("address", "add", address() + "/24", "dev", "eth0");
    inside("link", "set", "eth0", "up");
    inside("route", "add", "default", "via", hostAddress());
  }

  void remove() {
    Shell.run(List.of("ip", "link", "delete", hostLink()));
    if (mounted()) {
      Shell.require(List.of("umount", handle().toString()));
    }
  }

  private void inside(String... arguments) {
    var command = new java.util.ArrayList<>(prefix());
    command.add("ip");
    command.addAll(List.of(arguments));
    Shell.require(command);
  }

  private boolean mounted() {
    try {
      return Files.readString(Path.of("/proc/self/mountinfo")).contains(" " + handle() + " ");
    } catch (IOException e) {
      throw new LocalClusterException("Cannot read this machine's mounts", e);
    }
  }

  private Path handle() {
    return directory.root().resolve("run").resolve("network");
  }

  // At most 15 characters, the kernel's limit.
  private String hostLink() {
    return "lsh-" + id;
  }

  private String subnet() {
    int number = Integer.parseInt(id.substring(0, 2), 16);
    return "10.99." + Math.clamp(number, 1, 254);
  }
}
