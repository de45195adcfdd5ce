package dev.longshore.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoTest {
  private final List<String> asked = new ArrayList<>();
  private final Memo<String, Integer> lengths =
      new Memo<>(
          2,
          text -> {
            asked.add(text);
            return text.length();
          });

  @Test
  void worksOutOnceWhatIsAskedAgain() {
    assertThat(lengths.of("one")).isEqualTo(3);
    assertThat(lengths.of(new String("one"))).isEqualTo(3);
    assertThat(asked).containsExactly("one");
  }

  @Test
  void forgetsWhatWasNotAskedForLongest() {
    lengths.of("one");
    lengths.of("three");
    lengths.of("one");
    lengths.of("seven");
    asked.clear();

    lengths.of("one");
    lengths.of("three");

    assertThat(asked).containsExactly("three");
  }
}
