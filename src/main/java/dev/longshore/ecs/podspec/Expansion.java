package dev.longshore.ecs.podspec;

import java.util.List;

/**
 * Undoes what ECS never does: the kubelet expands {@code $(NAME)} in commands, arguments, probes
 * and variables, and reads {@code $$} as one dollar sign.
 */
final class Expansion {
  private Expansion() {}

  static List<String> literal(List<String> texts) {
    return texts.stream().map(Expansion::literal).toList();
  }

  /** Text that the kubelet turns back into exactly the one given. */
  static String literal(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      escaped.append(here);
      if (here == '$' && (next == '(' || next == '$')) {
        escaped.append('$');
      }
    }
    return escaped.toString();
  }
}
