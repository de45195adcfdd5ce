package dev.longshore.ecs.podspec;

import java.net.Inet6Address;
import java.util.regex.Pattern;

/** An address as Kubernetes takes it, which looks none up. */
final class IpAddress {
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern FOUR = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

  private IpAddress() {}

  static boolean isOne(String text) {
    if (FOUR.matcher(text).matches()) {
      return true;
    }
    try {
      return SIX.matcher(text).matches() && Inet6Address.ofLiteral(text) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
