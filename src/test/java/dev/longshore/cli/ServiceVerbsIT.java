package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.cli.Launch.Result;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator of a service does by hand. */
class ServiceVerbsIT extends OperatedNamespace {
  private static final Duration LONG = Duration.ofSeconds(90);

  @Test
  void protectedTasksAreNotScaledIn() throws IOException {
    services.deployed("worker", 2);

    Result tooLong = longshore.run("protect", "worker", "--for", "49h");
    Result kept = longshore.run("protect", "worker", "--for", "30m");
    longshore.run("scale", "worker", "0");
    await()
        .atMost(LONG)
        .until(
            () ->
                services
                    .described("worker")
                    .path("events")
                    .toString()
                    .contains("under protection"));

    assertThat(tooLong.code()).isEqualTo(1);
    assertThat(tooLong.error()).contains("1 to 2880 minutes", "49h");
    assertThat(kept.output().lines()).hasSize(2).allMatch(it -> it.contains("protected until 20"));
    assertThat(services.described("worker").path("runningCount").asInt()).isEqualTo(2);
    assertThat(longshore.run("protect", "worker", "--off").output()).contains("not protected");
    await()
        .atMost(LONG)
        .until(() -> services.described("worker").path("runningCount").asInt() == 0);
  }

  @Test
  void scaleAndRestartAndDescribe() throws IOException {
    services.deployed("front", 1);

    Result many = longshore.run("scale", "front", "4294967296");
    Result scaled = longshore.run("scale", "front", "3");
    await().atMost(LONG).until(() -> services.described("front").path("runningCount").asInt() == 3);
    String before = services.described("front").at("/deployments/0/id").asText();
    Result restarted = longshore.run("restart", "front", "--wait");
    JsonNode after = services.described("front");

    assertThat(many.code()).isEqualTo(1);
    assertThat(many.error())
        .isEqualTo("desiredCount: 4294967296 is no number of tasks; give 2147483647 or less.\n");
    assertThat(scaled.output()).isEqualTo("front  desiredCount 3\n");
    assertThat(restarted.code()).as(restarted.error()).isZero();
    assertThat(after.at("/deployments/0/id").asText()).isNotEqualTo(before);
    assertThat(after.at("/deployments/0/rolloutState").asText()).isEqualTo("COMPLETED");
    assertThat(after.path("serviceName").asText()).isEqualTo("front");
    assertThat(after.has("conditions")).isFalse();
    assertThat(longshore.run("service", "front").output())
        .contains("runningCount: 3", "deployments:", "PRIMARY", "has reached a steady state");
  }

  @Test
  void aDeploymentThatHangsIsRolledBack() throws IOException {
    services.deployed("back", 1);
    services.hang("back");

    Result result = longshore.run("rollback", "back", "--wait", "--timeout", "90s");

    assertThat(result.code()).as(result.error()).isZero();
    assertThat(result.error()).contains("rolled back to ecs-svc/").contains("back:1");
    assertThat(services.described("back").path("taskDefinition").asText()).isEqualTo("back:1");
    assertThat(longshore.run("rollback", "back").error()).contains("no deployment is in progress");
  }

  @Test
  void aDeploymentThatHangsIsAborted() throws IOException {
    services.deployed("left", 1);
    services.hang("left");

    Result result =
        longshore.run("stop-deployment", "left", "--abort", "--wait", "--timeout", "90s");

    assertThat(result.code()).as(result.error()).isZero();
    assertThat(services.described("left").at("/deployments/0/rolloutState").asText())
        .isEqualTo("FAILED");
  }

  @Test
  void aDeploymentThatPausesHasBegunAndGoesOn() throws IOException {
    services.deployed("gated", 1);
    Path file = folder.resolve("gated-update.json");
    Files.writeString(
        file,
        """
        {"service": "gated", "forceNewDeployment": true, "deploymentConfiguration":
          {"lifecycleHooks": [{"targetType": "PAUSE", "lifecycleStages": ["PRE_SCALE_UP"]}]}}
        """);
    String before = services.described("gated").at("/deployments/0/id").asText();

    Result begun = longshore.run("deploy", file.toString(), "--wait", "--timeout", "3s");
    JsonNode paused = services.described("gated");
    Result why = longshore.run("why", "gated");
    Result other = longshore.run("continue", "gated", "--hook", "nowhere");
    Result gone = longshore.run("continue", "gated");

    assertThat(begun.output()).startsWith("ecs-svc/");
    assertThat(begun.error()).contains("waits at PRE_SCALE_UP", "is not COMPLETED after 3 s");
    assertThat(paused.at("/deployments/0/id").asText()).isNotEqualTo(before);
    assertThat(paused.at("/deployments/0/rolloutState").asText()).isEqualTo("IN_PROGRESS");
    assertThat(why.code()).isEqualTo(1);
    assertThat(why.output()).contains("waits at PRE_SCALE_UP", "`longshore continue` goes on");
    assertThat(other.error()).contains("nowhere does not wait; waiting are ");
    assertThat(gone.code()).as(gone.error()).isZero();
    await()
        .atMost(LONG)
        .until(
            () -> services.described("gated").at("/deployments/0/rolloutState").asText(),
            "COMPLETED"::equals);
    assertThat(services.described("gated").at("/deployments/0/id"))
        .isEqualTo(paused.at("/deployments/0/id"));
    assertThat(longshore.run("continue", "gated").error())
        .contains("no deployment waits at a hook");
  }

  @Test
  void planTellsWhatDeployWouldDoAndWritesNothing() throws IOException {
    services.deployed("meant", 2);
    services.register("meant", "example/web:2");
    String service =
        "{\"serviceName\": \"%s\", \"taskDefinition\": \"meant:%d\", \"kubernetes\":"
            + " {\"minReadySeconds\": 1}}";
    Path rolls = Files.writeString(folder.resolve("rolls.json"), service.formatted("meant", 2));
    Path fresh = Files.writeString(folder.resolve("fresh.json"), service.formatted("fresh", 9));
    JsonNode before = services.described("meant");

    Result plan = longshore.run("plan", rolls.toString());
    Result stopped = longshore.run("plan", fresh.toString());

    assertThat(plan.code()).as(plan.error()).isZero();
    assertThat(plan.output().lines())
        .startsWith(
            "service meant: a new deployment: 2 tasks of meant:2 start, 2 that run now stop",
            "  - taskDefinition: \"meant:1\"",
            "  + taskDefinition: \"meant:2\"")
        .anyMatch(it -> it.startsWith("  fits: 2 tasks of 2 CPU units and 64 MiB on "))
        .anyMatch(it -> it.startsWith("  fidelity of the document  ("));
    assertThat(services.described("meant")).isEqualTo(before);
    assertThat(stopped.code()).isEqualTo(1);
    assertThat(stopped.output()).contains("No ACTIVE revision of meant:9");
    assertThat(longshore.run("service", "fresh").code()).isEqualTo(1);
  }

  @Test
  void deployStoresTheRevisionThatAFamilyMeansAtTheCall() throws IOException {
    services.deployed("called", 1);
    services.register("called", "example/web:2");
    Path file = folder.resolve("called.yaml");
    Files.writeString(file, "{serviceName: called, taskDefinition: called, desiredCount: 1}");

    Result text = longshore.run("deploy", file.toString(), "--wait");
    services.register("called", "example/web:3");
    Result json = longshore.run("deploy", file.toString(), "-o", "json");

    assertThat(text.code()).as(text.error()).isZero();
    assertThat(text.output()).containsPattern("ecs-svc/\\d+  called:2  \\(.*exact.*\\)");
    assertThat(Mappers.json().readTree(json.output()).path("taskDefinition").asText())
        .isEqualTo("called:3");
    assertThat(Mappers.json().readTree(json.output()).at("/fidelity/exact").asInt()).isPositive();
    assertThat(services.described("called").path("taskDefinition").asText()).isEqualTo("called:3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          taskDefinition: nowhere                                                | Unable to describe task definition. No ACTIVE revision of nowhere
          taskDefinition: 'judged:1', launchType: FARGATE                        | does not support launch_type FARGATE: Fargate only supports network mode
          taskDefinition: judged, capacityProviderStrategy: [{capacityProvider: gpus, weight: 1}] | The specified capacity provider gpus was not found
          taskDefinition: judged, cluster: other                                 | Cluster not found
          taskDefinition: judged, desiredCount: '3'                              | Invalid type for parameter desiredCount, value: 3, type: string, valid types: integer
          """)
  void whatTheOperatorWouldRefuseIsRefusedAtTheCallAndByPlan(String members, String reason)
      throws IOException {
    services.register("judged", "example/web:1");
    Path file = folder.resolve("judged-service.yaml");
    Files.writeString(file, "{serviceName: judged, " + members + "}");

    Result plan = longshore.run("plan", file.toString());
    Result deploy = longshore.run("deploy", file.toString(), "-o", "json");

    assertThat(plan.code()).isEqualTo(1);
    assertThat(plan.output() + plan.error()).contains(reason);
    assertThat(deploy.code()).isEqualTo(1);
    assertThat(Mappers.json().readTree(deploy.output()).at("/errors/0/message").asText())
        .contains(reason.substring(reason.indexOf(": ") + 1));
    assertThat(longshore.run("service", "judged").error()).startsWith("Service not found");
  }

  @Test
  void anUpdateLeavesWhatItDoesNotName() throws IOException {
    services.deployed("kept", 1);
    Path file = folder.resolve("kept-update.json");
    Files.writeString(
        file, "{\"service\": \"kept\", \"forceNewDeployment\": true, \"desiredCout\": 2}");
    String before = services.described("kept").at("/deployments/0/id").asText();

    Result result = longshore.run("deploy", file.toString(), "--wait");

    assertThat(result.code()).as(result.error()).isZero();
    assertThat(result.error())
        .contains("desiredCout: 'desiredCout' is not a member")
        .contains("did you mean 'desiredCount'?");
    assertThat(services.described("kept").at("/deployments/0/id").asText()).isNotEqualTo(before);
    assertThat(services.described("kept").path("taskDefinition").asText()).isEqualTo("kept:1");
  }

  @Test
  void deployFindsAServiceAsEveryOtherVerbDoes() throws IOException {
    services.deployed("updated", 1);
    services.register("updated", "example/web:2");
    String arn = services.described("updated").path("serviceArn").asText();

    Result byArn =
        longshore.run("deploy", "--service", arn, "--task-definition", "updated", "--wait");
    Result negative = longshore.run("deploy", "--service", "updated", "--desired-count", "-1");
    Result missing = longshore.run("deploy", "--service", "updated", "--task-definition", "gone:7");

    assertThat(arn).endsWith("/updated");
    assertThat(byArn.code()).as(byArn.error()).isZero();
    assertThat(services.described("updated").path("taskDefinition").asText())
        .isEqualTo("updated:2");
    assertThat(negative.code()).isEqualTo(1);
    assertThat(negative.error()).contains("-1 is no number of tasks");
    assertThat(missing.code()).isEqualTo(1);
    assertThat(services.described("updated").path("taskDefinition").asText())
        .isEqualTo("updated:2");
  }

  @Test
  void runRefusesWhatIsNotThere() {
    Result result = longshore.run("run", "nowhere");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.error()).contains("Unable to describe task definition");
  }

  @Test
  void whyNamesTheFirstFault() throws IOException {
    services.deployed("asked", 1);
    Result well = longshore.run("why", "service/asked");
    services.hang("asked");
    // between two tasks that cannot start there is one that may still
    Result image =
        await()
            .atMost(LONG)
            .until(
                () -> longshore.run("why", "asked", "-o", "json"),
                it -> it.code() == 1 && it.output().contains("Pod/"));
    String pod = Mappers.json().readTree(image.output()).at("/fault/object").asText();
    Result task = longshore.run("why", pod.replace("Pod/", "task/"));
    String secret = ", \"secrets\": [{\"name\": \"PW\", \"valueFrom\": \"k8s:secret/db#pw\"}]";
    services.register("asked", "simulated/missing:3\"" + secret + ", \"user\": \"1000");
    Result deployed = longshore.run("deploy", "--service", "asked", "--task-definition", "asked:3");
    Result missing = longshore.run("why", "asked");

    assertThat(task.code()).isEqualTo(1);
    assertThat(task.output()).contains("simulated/missing:2", "cannot be pulled");
    assertThat(well.code()).as(well.output()).isZero();
    JsonNode fault = Mappers.json().readTree(image.output()).path("fault");
    assertThat(fault.path("step").asText()).isEqualTo("image");
    assertThat(fault.path("sentence").asText()).contains("simulated/missing:2", "cannot be pulled");
    assertThat(deployed.code()).as(deployed.error()).isZero();
    assertThat(missing.code()).as(missing.output()).isEqualTo(1);
    assertThat(missing.output())
        .startsWith("service asked: Secret/db does not exist")
        .contains("containerDefinitions[app].secrets[PW]");
  }

  @Test
  void whatIsNotThereIsRefused() {
    for (String verb : new String[] {"service", "why", "restart", "rollback", "deploy"}) {
      Result result =
          verb.equals("deploy")
              ? longshore.run(verb, "--service", "nothing", "--force-new-deployment")
              : longshore.run(verb, "nothing");
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.error()).startsWith("Service not found: no Service named nothing");
    }
  }
}
