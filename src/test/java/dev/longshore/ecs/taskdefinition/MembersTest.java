package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.sdk.SdkPaths;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembersTest {
  @Test
  void theTableHasEveryMemberOfTheSdkAndNoOther() {
    Set<String> paths = new TreeSet<>();
    collect("", paths);

    assertThat(paths)
        .containsExactlyInAnyOrderElementsOf(
            SdkPaths.byOperation().get("RegisterTaskDefinition").stream()
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @CsvSource({
    "Family,family",
    "networkmode,networkMode",
    "containerDefinition,containerDefinitions"
  })
  void aMisspeltNameHasANearestOne(String written, String meant) {
    assertThat(Members.nearest("", written)).contains(meant);
  }

  @Test
  void aNameFarFromAllHasNone() {
    assertThat(Members.nearest("", "somethingElse")).isEmpty();
  }

  private static void collect(String structure, Set<String> paths) {
    for (Member member : Members.of(structure).values()) {
      if (member.type() != Member.Type.RESPONSE && member.type() != Member.Type.OPEN) {
        paths.add(member.path());
        collect(member.inner(), paths);
      }
    }
  }
}
