package dev.longshore.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns ECS names (1 to 255 of {@code [A-Za-z0-9_-]}, case sensitive) into Kubernetes names: a name
 * that is legal already stays, any other gets a hash of the original, so two never collide.
 */
public final class Names {
  /** Longest DNS label, in characters (RFC 1123 and RFC 1035). */
  public static final int MAX_LABEL = 63;

  private static final int HASH = 8;
  private static final Pattern LABEL = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?");
  private static final Pattern ILLEGAL = Pattern.compile("[^a-z0-9]+");
  private static final Pattern EDGES = Pattern.compile("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$");

  private static final int MAX_NAME = 253;
  private static final Pattern STEP = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

  private Names() {}

  /** Whether Kubernetes takes the text as an object's or a host's name (RFC 1123 subdomain). */
  public static boolean isDnsName(String text) {
    return text.length() <= MAX_NAME
        && Arrays.stream(text.split("\\.", -1)).allMatch(step -> STEP.matcher(step).matches());
  }

  /** A name and what tells it from others, as an object's name: the former is cut where needed. */
  static String subdomain(String name, String suffix) {
    int room = MAX_NAME - suffix.length() - 1;
    return (name.length() <= room ? name : trim(name.substring(0, room))) + "." + suffix;
  }

  /** A DNS-1035 label made of the parts joined by {@code -}; stable, at most 63 characters. */
  public static String dnsLabel(String... parts) {
    String name = String.join("-", parts);
    if (name.length() <= MAX_LABEL && LABEL.matcher(name).matches()) {
      return name;
    }
    String legal = trim(ILLEGAL.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-"));
    String start = legal.isEmpty() || Character.isDigit(legal.charAt(0)) ? "x" + legal : legal;
    return shorten(start) + "-" + Digest.of(parts).hex(HASH);
  }

  /** A legal label value: the text itself, or a shortened form with a hash; empty stays empty. */
  public static String labelValue(String text) {
    if (text.isEmpty() || text.length() <= MAX_LABEL && VALUE.matcher(text).matches()) {
      return text;
    }
    String legal = trim(text.replaceAll("[^A-Za-z0-9_.-]+", "-"));
    String start = legal.isEmpty() ? "x" : legal;
    return shorten(start) + "-" + Digest.of(text).hex(HASH);
  }

  private static String shorten(String text) {
    int room = MAX_LABEL - HASH - 1;
    return text.length() <= room ? text : trim(text.substring(0, room));
  }

  private static String trim(String text) {
    return EDGES.matcher(text).replaceAll("");
  }
}
