package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.cli.Launch.Result;
import dev.longshore.core.Mappers;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The life of a revision by the command line. */
class RevisionVerbsIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();
  @TempDir static Path folder;

  private static Launch longshore;
  private static RunningOperator operator;

  @BeforeAll
  static void threeRevisions() throws IOException {
    String namespace = CLUSTER.freshNamespace();
    operator = RunningOperator.in(CLUSTER, namespace);
    longshore = new Launch(CLUSTER.kubeconfig(), namespace);
    for (int i = 1; i <= 3; i++) {
      assertThat(register("web", i).output()).startsWith("web:" + i + " ");
    }
  }

  @AfterAll
  static void stop() {
    operator.close();
  }

  @Test
  void diffTellsWhatChanged() throws JsonProcessingException {
    assertThat(longshore.run("revisions", "web", "--diff", "1", "3").output().lines())
        .containsExactly(
            "--- web:1",
            "+++ web:3",
            "- containerDefinitions[app].image: \"example/web:1\"",
            "+ containerDefinitions[app].image: \"example/web:3\"");
    JsonNode changes =
        Mappers.json()
            .readTree(longshore.run("revisions", "web", "--diff", "1", "3", "-o", "json").output());
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).get("op").asText()).isEqualTo("replace");
    assertThat(longshore.run("revisions", "--diff", "1", "3").code()).isEqualTo(2);
    assertThat(longshore.run("revisions", "web", "--diff", "1", "9").code()).isEqualTo(1);
  }

  @Test
  void onlyAnInactiveRevisionIsDeletedAndItsNumberStaysUsed() throws IOException {
    register("gone", 1);
    register("gone", 2);

    Result active = longshore.run("delete", "gone:1");
    Result deregistered = longshore.run("deregister", "gone:1");
    Result listed = longshore.run("revisions", "gone");
    Result deleted = longshore.run("delete", "gone:1");
    Result again = longshore.run("delete", "gone:1");

    assertThat(active.code()).isEqualTo(1);
    assertThat(active.error()).contains("still in ACTIVE status");
    assertThat(deregistered.output()).isEqualTo("gone:1  INACTIVE\n");
    assertThat(listed.output()).containsPattern("gone +1 +INACTIVE").containsPattern("2 +ACTIVE");
    assertThat(deleted.output()).as(deleted.error()).isEqualTo("gone:1  deleted\n");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.error()).contains("Unable to describe task definition");
    assertThat(register("gone", 3).output()).startsWith("gone:3 ");
  }

  @Test
  void aServiceKeepsItsRevision() throws IOException {
    register("kept", 1);
    register("kept", 2);
    String service =
        "{\"serviceName\": \"kept\", \"taskDefinition\": \"kept:1\", \"desiredCount\": 1}";
    Path file = Files.writeString(folder.resolve("kept-service.json"), service);
    assertThat(longshore.run("deploy", file.toString()).code()).isZero();
    longshore.run("deregister", "kept:1");

    Result deleted = longshore.run("delete", "kept:1");

    assertThat(deleted.code()).as(deleted.error()).isZero();
    assertThat(deleted.output()).isEqualTo("kept:1  DELETE_IN_PROGRESS, in use by service kept\n");
  }

  @Test
  void whatTheFamilysObjectDeclaresIsNotDeleted() throws IOException {
    register("declared", 1);
    longshore.run("deregister", "declared:1");

    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(longshore.run("delete", "declared:1").error())
                    .contains("TaskDefinition/declared declares it"));
  }

  @Test
  void theSameContentIsNotRegisteredAgain() throws IOException {
    register("same", 1);
    longshore.run("deregister", "same:1");

    Result again = longshore.run("register", folder.resolve("same.json").toString());

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.error()).contains("same:1 holds exactly this and is INACTIVE");
  }

  @Test
  void tenAreTheMostAndAFamilyIsNoRevision() {
    String[] many = new String[12];
    many[0] = "delete";
    for (int i = 1; i < many.length; i++) {
      many[i] = "web:" + i;
    }
    assertThat(longshore.run(many).error()).contains("at most 10");
    assertThat(longshore.run("deregister", "web").error()).contains("names no revision");
    assertThat(longshore.run("revisions", "web").output()).doesNotContain("INACTIVE");
  }

  private static Result register(String family, int image) throws IOException {
    String text =
        "{\"family\": \"%s\", \"containerDefinitions\": [{\"name\": \"app\", \"image\": \"example/web:%d\", \"memory\": 64}]}";
    Path file = folder.resolve(family + ".json");
    Files.writeString(file, text.formatted(family, image));
    Result result = longshore.run("register", file.toString());
    assertThat(result.code()).as(result.error()).isZero();
    return result;
  }
}
