package dev.longshore.core;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of text in the few spellings that names, annotations and ECS ids need. */
public final class Digest {
  private static final BigInteger NINETEEN_DIGITS = BigInteger.TEN.pow(19);

  private final byte[] bytes;

  private Digest(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Digest of(String... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] text = part.getBytes(StandardCharsets.UTF_8);
        sha.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(text);
      }
      return new Digest(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Lower-case hexadecimal, the first {@code length} characters. */
  public String hex(int length) {
    return HexFormat.of().formatHex(bytes).substring(0, length);
  }

  /** Nineteen decimal digits, the form of an ECS deployment id. */
  public String digits() {
    return String.format("%019d", new BigInteger(1, bytes).mod(NINETEEN_DIGITS));
  }
}
