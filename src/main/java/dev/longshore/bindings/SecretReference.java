package dev.longshore.bindings;

import dev.longshore.core.Names;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The forms of Secret.valueFrom: a Secrets Manager ARN with optional JSON key, version stage and
 * version id, an SSM parameter's ARN or bare name, and our own {@code k8s:secret/<name>#<key>}.
 */
final class SecretReference {
  /** Key that holds the text when the reference names no JSON key. */
  static final String WHOLE = "value";

  private static final Pattern NATIVE = Pattern.compile("k8s:secret/([^/#]+)(?:#(.*))?");

  /** Keys of a Secret may be files of a directory, so none leads out of it. */
  private static final Pattern KEY = Pattern.compile("(?!\\.$|\\.\\.)[-._a-zA-Z0-9]{1,253}");

  /** Secrets Manager ends each ARN with a hyphen and six characters of its own. */
  private static final Pattern SUFFIX = Pattern.compile("-[A-Za-z0-9]{6}$");

  private static final int SERVICE = 2;
  private static final int RESOURCE = 6;
  private static final int JSON_KEY = 7;

  private SecretReference() {}

  /** The Secret that convention gives the reference; empty when it is malformed. */
  static Optional<SecretKey> parse(String valueFrom) {
    if (valueFrom.startsWith("k8s:")) {
      Matcher matcher = NATIVE.matcher(valueFrom);
      String key = matcher.matches() ? matcher.group(2) : null;
      return key != null && KEY.matcher(key).matches() && Names.isDnsName(matcher.group(1))
          ? Optional.of(new SecretKey(matcher.group(1), key))
          : Optional.empty();
    }
    if (!valueFrom.startsWith("arn:")) {
      return parameter(valueFrom);
    }
    List<String> parts = List.of(valueFrom.split(":", -1));
    if (parts.size() > JSON_KEY - 1 && parts.get(SERVICE).equals("secretsmanager")) {
      return secret(parts);
    }
    int at = valueFrom.indexOf(":parameter/");
    return parts.get(parts.size() > SERVICE ? SERVICE : 0).equals("ssm") && at > 0
        ? parameter(valueFrom.substring(at + ":parameter".length()))
        : Optional.empty();
  }

  /** The Secret of a reference that means all of it, whichever key it names, if any. */
  static Optional<String> whole(String reference) {
    Matcher matcher = NATIVE.matcher(reference);
    return matcher.matches() && matcher.group(2) == null && Names.isDnsName(matcher.group(1))
        ? Optional.of(matcher.group(1))
        : parse(reference).map(SecretKey::secretName);
  }

  private static Optional<SecretKey> secret(List<String> parts) {
    String name = SUFFIX.matcher(parts.get(RESOURCE)).replaceFirst("");
    String jsonKey = parts.size() > JSON_KEY ? parts.get(JSON_KEY) : "";
    String key = jsonKey.isEmpty() ? WHOLE : jsonKey;
    return name.isEmpty() || !KEY.matcher(key).matches()
        ? Optional.empty()
        : Optional.of(new SecretKey(label(name), key));
  }

  private static Optional<SecretKey> parameter(String name) {
    return name.isBlank() ? Optional.empty() : Optional.of(new SecretKey(label(name), WHOLE));
  }

  /** A hierarchy such as {@code /prod/db} reads {@code prod-db}. */
  private static String label(String name) {
    String[] steps = Stream.of(name.split("/")).filter(s -> !s.isEmpty()).toArray(String[]::new);
    return Names.dnsLabel(steps);
  }
}
