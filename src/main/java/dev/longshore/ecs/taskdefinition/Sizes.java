package dev.longshore.ecs.taskdefinition;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Task sizes as RegisterTaskDefinition takes them: cpu in units or vCPU (1 vCPU is 1024 units),
 * memory in MiB or GB (1 GB is 1024 MiB); stored as whole numbers of units and MiB.
 */
final class Sizes {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1024);
  private static final Pattern SIZE =
      Pattern.compile("(\\d+|\\d*\\.\\d+|\\d+\\.)\\s*([a-z]*)", Pattern.CASE_INSENSITIVE);

  private Sizes() {}

  /** CPU units as a whole number in text. */
  static Optional<String> cpu(String text) {
    return whole(text, "vcpu");
  }

  /** MiB as a whole number in text. */
  static Optional<String> memory(String text) {
    return whole(text, "gb");
  }

  private static Optional<String> whole(String text, String unit) {
    Matcher matcher = SIZE.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String given = matcher.group(2).toLowerCase(Locale.ROOT);
    if (!given.isEmpty() && !given.equals(unit)) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1).replaceAll("\\.$", ""));
    BigDecimal value = given.isEmpty() ? number : number.multiply(THOUSAND);
    try {
      return Optional.of(Long.toString(value.longValueExact()));
    } catch (ArithmeticException fractional) {
      return Optional.empty();
    }
  }
}
