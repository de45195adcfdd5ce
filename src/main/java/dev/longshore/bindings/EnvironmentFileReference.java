package dev.longshore.bindings;

import dev.longshore.core.Names;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms of EnvironmentFile.value: the ARN of an object in S3 whose name ends in {@code .env},
 * and our own {@code k8s:configmap/<name>} and {@code k8s:secret/<name>}.
 */
final class EnvironmentFileReference {
  private static final Pattern NATIVE = Pattern.compile("k8s:(configmap|secret)/([^/]+)");
  private static final Pattern OBJECT = Pattern.compile("arn:[^:]*:s3:::([^/]+/.*[^/])\\.env");

  private EnvironmentFileReference() {}

  /** What convention makes of it: a ConfigMap named after bucket and key. */
  static Optional<EnvironmentSource> parse(String value) {
    Matcher ours = NATIVE.matcher(value);
    if (ours.matches()) {
      return Optional.of(ours.group(2))
          .filter(Names::isDnsName)
          .map(name -> new EnvironmentSource(ours.group(1).equals("secret"), name));
    }
    Matcher object = OBJECT.matcher(value);
    return object.matches()
        ? Optional.of(new EnvironmentSource(false, Names.dnsLabel(object.group(1).split("/+"))))
        : Optional.empty();
  }
}
