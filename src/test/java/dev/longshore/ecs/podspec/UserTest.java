package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserTest {
  @Test
  void numbersAndRootAreKnown() {
    assertThat(User.parse("1000")).contains(new User(1000, null));
    assertThat(User.parse("1000:50")).contains(new User(1000, 50L));
    assertThat(User.parse("2147483647")).contains(new User(2147483647, null));
    assertThat(User.parse("root:root")).contains(new User(0, 0L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "1000:staff",
        "staff:50",
        "",
        "-1",
        "1000:",
        "99999999999",
        "2147483648",
        "1:2147483648"
      })
  void otherNamesAreNot(String user) {
    assertThat(User.parse(user)).isEmpty();
  }
}
