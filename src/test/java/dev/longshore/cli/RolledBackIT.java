package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.cli.Launch.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service whose newest revision did not work. */
class RolledBackIT extends OperatedNamespace {
  @Test
  void afterARollbackNobodyBeginsTheFailedRevisionUnawares() throws IOException {
    services.deployed("relapse", 1);
    services.hang("relapse");
    longshore.run("rollback", "relapse", "--wait", "--timeout", "90s");
    Path update =
        Files.writeString(
            folder.resolve("relapse-update.json"),
            "{\"service\": \"relapse\", \"forceNewDeployment\": true}");
    String before = services.described("relapse").at("/deployments/0/id").asText();

    Result restart = longshore.run("restart", "relapse");
    Result forced = longshore.run("deploy", "--service", "relapse", "--force-new-deployment");
    Result document = longshore.run("deploy", update.toString());
    Result plan = longshore.run("plan", update.toString());
    String after = services.described("relapse").at("/deployments/0/id").asText();
    Result named =
        longshore.run(
            "deploy",
            "--service",
            "relapse",
            "--task-definition",
            "relapse:1",
            "--force-new-deployment",
            "--wait");

    assertThat(List.of(restart, forced, document, plan))
        .allSatisfy(it -> assertThat(it.code()).isEqualTo(1))
        .allSatisfy(
            it ->
                assertThat(it.error())
                    .contains("relapse:2 was rolled back and relapse:1 runs; `longshore deploy "));
    assertThat(after).isEqualTo(before);
    assertThat(named.code()).as(named.error()).isZero();
    assertThat(services.described("relapse").path("taskDefinition").asText())
        .isEqualTo("relapse:1");
    assertThat(services.described("relapse").at("/deployments/0/id").asText()).isNotEqualTo(before);
  }
}
