package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpansionTest {
  @ParameterizedTest
  @CsvSource({
    "plain,plain",
    "$HOME,$HOME",
    "$(HOME),$$(HOME)",
    "$$,$$$",
    "$$(HOME),$$$$(HOME)",
    "cost $5,cost $5",
    "end$,end$"
  })
  void dollarsAreDoubledWhereTheKubeletWouldReadThem(String text, String escaped) {
    assertThat(Expansion.literal(text)).isEqualTo(escaped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$", "$$", "$$$", "$(A)", "$$(A)", "$$$(A)", "$(A", "a$$b$(c)$d$$", "$)", "(A)"})
  void theKubeletReadsBackWhatWasWritten(String text) {
    assertThat(kubelet(Expansion.literal(text))).isEqualTo(text);
  }

  /** The kubelet's expansion with a variable A that must never show. */
  private static String kubelet(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      if (here != '$' || i + 1 == text.length()) {
        out.append(here);
      } else if (text.charAt(i + 1) == '$') {
        out.append('$');
        i++;
      } else if (text.charAt(i + 1) == '(' && text.indexOf(')', i) > 0) {
        out.append("EXPANDED");
        i = text.indexOf(')', i);
      } else {
        out.append(here);
      }
    }
    return out.toString();
  }
}
