package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.ecs.service.EcsModel.State;
import dev.longshore.ecs.service.SimulatedService.Seen;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the model says beside what the operator shows. */
final class ModelComparison {
  private static final Pattern COMPLETED =
      Pattern.compile(".*\\(deployment (\\S+)\\) deployment completed\\.");
  private static final Pattern FAILED =
      Pattern.compile(".*\\(deployment (\\S+)\\) deployment failed: .*");
  private static final Pattern BACK = Pattern.compile(".* rolling back to deployment (\\S+)\\.");

  private final EcsModel model;
  private final SimulatedService sim;
  private final ModelTally tally;
  private final Map<String, Integer> ids = new TreeMap<>();

  ModelComparison(EcsModel model, SimulatedService sim, ModelTally tally) {
    this.model = model;
    this.sim = sim;
    this.tally = tally;
  }

  /** Id of a deployment that was there. */
  String id(int deployment) {
    return ids.entrySet().stream()
        .filter(it -> it.getValue() == deployment)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** After a run of the operator that had nothing to write. */
  void now() {
    Seen seen = sim.seen();
    ids.put(seen.wanted().id(), seen.wanted().ordinal());
    tally.compared(model);
    DeploymentStatus primary = seen.status().deployments().getFirst();
    assertThat(seen.wanted().ordinal()).as("newest deployment").isEqualTo(model.newest());
    assertThat(seen.target().ordinal()).as("PRIMARY deployment").isEqualTo(model.primary());
    assertThat(primary.status()).isEqualTo("PRIMARY");
    assertThat(primary.id()).as("PRIMARY's id").isEqualTo(id(model.primary()));
    assertThat(primary.rolloutState())
        .as("rolloutState of %d", model.primary())
        .isEqualTo(model.state(model.primary()).name());
    assertThat(seen.plan().course().failed())
        .as("%d is given up", model.newest())
        .isEqualTo(model.state(model.newest()) == State.FAILED);
    if (model.state(model.newest()) == State.IN_PROGRESS) {
      inProgress(seen);
    }
    ServiceDeployment newest = seen.status().serviceDeployments().getFirst();
    assertThat(newest.status()).as("history of %d", model.newest()).isEqualTo(history());
    assertThat(deploymentEvents()).as("service events").isEqualTo(model.told());
  }

  private void inProgress(Seen seen) {
    assertThat(seen.plan().failedTasks(seen.wanted()))
        .as("failedTasks of %d", model.newest())
        .isEqualTo(model.failedTasks(model.newest()));
    if (model.settings().breaker().enable()) {
      assertThat(
              Course.lastCompleted(seen.observed()).stream().mapToInt(EcsDeployment::ordinal).max())
          .as("last completed deployment")
          .isEqualTo(model.lastCompleted());
    }
  }

  /** When nothing moves any more. */
  void atRest() {
    tally.rested(model);
    int primary = model.primary();
    int desired = model.settings().desired();
    boolean frozen = model.state(primary) == State.FAILED;
    boolean stuck = desired > 0 && model.settings().minHealthy() >= model.settings().maxTasks();
    assertThat(sim.seen().plan().stalled())
        .as("stalled")
        .isEqualTo(stuck && !frozen && !model.steady());
    if (frozen || stuck && !model.steady()) {
      assertThat(sim.live().size()).as("tasks that stay").isLessThanOrEqualTo(desired);
      return;
    }
    assertThat(model.steady()).as("%d has all of its tasks", primary).isTrue();
    for (int deployment = 1; deployment <= model.newest(); deployment++) {
      assertThat(sim.live(deployment))
          .as("tasks of deployment %d", deployment)
          .isEqualTo(deployment == primary ? desired : 0);
    }
    assertThat(sim.told().getLast()).as("last event").endsWith(" has reached a steady state.");
  }

  void restless() {
    tally.restless();
  }

  private String history() {
    State state = model.state(model.newest());
    if (state == State.COMPLETED) {
      return ServiceDeployments.SUCCESSFUL;
    }
    if (state == State.IN_PROGRESS) {
      return ServiceDeployments.IN_PROGRESS;
    }
    if (model.primary() == model.newest()) {
      return ServiceDeployments.STOPPED;
    }
    return model.state(model.primary()) == State.COMPLETED
        ? ServiceDeployments.ROLLBACK_SUCCESSFUL
        : ServiceDeployments.ROLLBACK_IN_PROGRESS;
  }

  private List<String> deploymentEvents() {
    return sim.told().stream().flatMap(this::kind).toList();
  }

  private Stream<String> kind(String event) {
    return Stream.of(
            kind(event, COMPLETED, "completed "),
            kind(event, FAILED, "failed "),
            kind(event, BACK, "back to "))
        .flatMap(it -> it);
  }

  private Stream<String> kind(String event, Pattern pattern, String kind) {
    Matcher matcher = pattern.matcher(event);
    return matcher.matches() ? Stream.of(kind + ids.get(matcher.group(1))) : Stream.empty();
  }
}
