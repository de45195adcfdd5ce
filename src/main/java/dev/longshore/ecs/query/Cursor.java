package dev.longshore.ecs.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a query from left to right and knows where it is. */
final class Cursor {
  /** The place where a query stops making sense; it never leaves this package. */
  static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int position;

    Unexpected(int position, String message) {
      super(message, null, false, false);
      this.position = position;
    }

    int position() {
      return position;
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  private static final Pattern SPACE = Pattern.compile("\\s*");
  private static final Pattern REST = Pattern.compile("\\S{1,20}");

  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
    skipSpace();
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** Where the next thing starts, from 1. */
  int position() {
    return at + 1;
  }

  /** Takes a sign, or a word that does not go on. */
  boolean take(String token) {
    if (!text.regionMatches(true, at, token, 0, token.length())) {
      return false;
    }
    int end = at + token.length();
    boolean word = Character.isLetter(token.charAt(token.length() - 1));
    if (word && end < text.length() && isWordPart(text.charAt(end))) {
      return false;
    }
    at = end;
    skipSpace();
    return true;
  }

  /** Takes what the pattern matches here, at most once and as much as it can. */
  String take(Pattern pattern, String expected) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt() || matcher.end() == at) {
      throw unexpected(expected);
    }
    at = matcher.end();
    skipSpace();
    return matcher.group();
  }

  Unexpected unexpected(String expected) {
    Matcher rest = REST.matcher(text).region(at, text.length());
    String found = rest.lookingAt() ? "'" + rest.group() + "'" : "the end";
    return new Unexpected(position(), "expected " + expected + ", found " + found);
  }

  private void skipSpace() {
    Matcher space = SPACE.matcher(text).region(at, text.length());
    if (space.lookingAt()) {
      at = space.end();
    }
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == ':' || c == '.';
  }
}
