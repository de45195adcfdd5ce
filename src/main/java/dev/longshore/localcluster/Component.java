package dev.longshore.localcluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One process of a cluster: what it is called and the command line that runs it. */
record Component(String name, List<String> command) {
  Component {
    command = List.copyOf(command);
  }

  static Component of(String name, Path binary, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(binary.toString());
    command.addAll(arguments);
    return new Component(name, command);
  }

  Component prefixedBy(List<String> prefix) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return new Component(name, whole);
  }
}
