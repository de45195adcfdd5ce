package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFeaturesTest {
  @ParameterizedTest
  @CsvSource({
    "33, false, false",
    "34, true, false",
    "34+, true, false",
    "35, true, true",
    "36+, true, true",
    "'', false, false"
  })
  void aServerHasWhatItsMinorVersionTurnsOn(String minor, boolean resources, boolean rules) {
    assertThat(ServerFeatures.ofMinor(minor)).isEqualTo(new ServerFeatures(resources, rules));
  }
}
