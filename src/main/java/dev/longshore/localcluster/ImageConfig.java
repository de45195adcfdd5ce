package dev.longshore.localcluster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a container started from an image does unless its pod says otherwise. */
record ImageConfig(List<String> entrypoint, Map<String, String> env, String user) {
  static final ImageConfig EMPTY =
      new ImageConfig(List.of(), Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"), "");

  ImageConfig {
    entrypoint = List.copyOf(entrypoint);
    env = Map.copyOf(env);
  }

  ImageConfig withEntrypoint(List<String> command) {
    return new ImageConfig(command, env, user);
  }

  ImageConfig withEnv(String variable, String value) {
    Map<String, String> added = new TreeMap<>(env);
    added.put(variable, value);
    return new ImageConfig(entrypoint, added, user);
  }

  ImageConfig withUser(String name) {
    return new ImageConfig(entrypoint, env, name);
  }
}
