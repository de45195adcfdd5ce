package dev.longshore.ecs.podspec;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * ContainerDefinition.user as numbers: the kubelet cannot look names up in an image, all but root,
 * which is 0 everywhere.
 */
record User(long uid, @Nullable Long gid) {
  private static final Pattern NUMERIC = Pattern.compile("(root|\\d{1,10})(?::(root|\\d{1,10}))?");

  /** Ids are signed 32 bit numbers to Kubernetes, as to Docker. */
  private static final long LARGEST = Integer.MAX_VALUE;

  static Optional<User> parse(String user) {
    Matcher matcher = NUMERIC.matcher(user);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String group = matcher.group(2);
    return Optional.of(new User(number(matcher.group(1)), group == null ? null : number(group)))
        .filter(it -> it.uid <= LARGEST && (it.gid == null || it.gid <= LARGEST));
  }

  boolean isRoot() {
    return uid == 0;
  }

  private static long number(String text) {
    return text.equals("root") ? 0 : Long.parseLong(text);
  }
}
