package dev.longshore.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"web", "web-1", "a", "a-b-c"})
  void aLegalNameStaysAsItIs(String name) {
    assertThat(Names.dnsLabel(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Web_1", "-web", "web-", "1web", "_", "WEB", "a.b", ""})
  void anyOtherNameBecomesALabelWithAHash(String name) {
    assertThat(Names.dnsLabel(name)).matches("[a-z][a-z0-9-]*-[0-9a-f]{8}").hasSizeLessThan(64);
  }

  @Test
  void namesThatLookAlikeStayApart() {
    List<String> names = List.of("web-1", "Web-1", "web_1", "Web_1", "WEB_1", "web--1", "-web-1");
    assertThat(names.stream().map(Names::dnsLabel)).doesNotHaveDuplicates();
  }

  @Test
  void namesOf255CharactersFitAndStayApart() {
    String common = "x".repeat(254);
    Stream<String> labels = Stream.of(common + "a", common + "b").map(Names::dnsLabel);
    assertThat(labels).doesNotHaveDuplicates().allSatisfy(label -> assertThat(label).hasSize(63));
  }

  @Test
  void aCutNeverEndsInAHyphen() {
    String name = "a".repeat(53) + "-" + "b".repeat(40);
    assertThat(Names.dnsLabel(name)).matches("a{53}-[0-9a-f]{8}");
  }

  @Test
  void partsAreToldApartWhenAHashIsNeeded() {
    assertThat(Names.dnsLabel("A_b", "c")).isNotEqualTo(Names.dnsLabel("A", "b_c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "FARGATE_SPOT", "Web_1", "a.b-c"})
  void aLegalLabelValueStaysAsItIs(String value) {
    assertThat(Names.labelValue(value)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_web", "web_", "service:web", "a b", "--"})
  void anyOtherLabelValueBecomesLegal(String value) {
    assertThat(Names.labelValue(value)).matches("[A-Za-z0-9][A-Za-z0-9_.-]*-[0-9a-f]{8}");
  }

  @Test
  void aLongLabelValueIsShortened() {
    assertThat(Names.labelValue("v".repeat(255))).hasSize(63);
  }
}
