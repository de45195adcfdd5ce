package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Actions;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.taskdefinition.RevisionNumbers.Counter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers what changed under the family's next number (API operation RegisterTaskDefinition). */
final class Registrar {
  private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);

  private static final int TRIES = 100;

  private final Actions actions;
  private final RevisionNumbers numbers;
  // families of a namespace share one ConfigMap: without this they would refuse each other's writes
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  Registrar(Actions actions) {
    this.actions = actions;
    this.numbers = new RevisionNumbers(actions);
  }

  /**
   * The revision that holds the content, made when there is none; {@code NameConflict} when others
   * hold the names of the next hundred.
   *
   * @param known the family's revisions as the cache holds them
   */
  Resolution<TaskDefinitionRevision> register(
      TaskDefinition definition, ObjectNode content, List<TaskDefinitionRevision> known) {
    Optional<TaskDefinitionRevision> latest = Revisions.latest(known);
    if (latest.isPresent() && current(latest.get(), definition, content)) {
      return Resolution.of(latest.get());
    }
    ReentrantLock lock =
        locks.computeIfAbsent(
            definition.getMetadata().getNamespace(), namespace -> new ReentrantLock());
    lock.lock();
    try {
      return next(definition, content, latest.map(Revisions::number).orElse(0));
    } finally {
      lock.unlock();
    }
  }

  private Resolution<TaskDefinitionRevision> next(
      TaskDefinition definition, ObjectNode content, int floor) {
    String namespace = definition.getMetadata().getNamespace();
    String family = Revisions.family(definition);
    Counter counter = numbers.read(namespace, family);
    Optional<TaskDefinitionRevision> last = live(definition, content, counter.last());
    if (last.isPresent() && current(last.get(), definition, content)) {
      numbers.write(namespace, family, new Counter(counter.last(), false));
      return Resolution.of(last.get());
    }
    int first = counter.next(floor, n -> last.isPresent());
    int end = Math.min(first + TRIES, RevisionNumbers.MOST + 1);
    for (int number = first; number < end; number++) {
      // an object that somebody else gave the name of a number keeps it: that number is passed
      if (live(definition, content, number).isEmpty()) {
        numbers.write(namespace, family, new Counter(number, true));
        Optional<TaskDefinitionRevision> made =
            actions.claim(Revisions.of(definition, content, number));
        if (made.isPresent()) {
          numbers.write(namespace, family, new Counter(number, false));
          LOG.atInfo().addKeyValue("revision", family + ":" + number).log("revision registered");
          return Resolution.of(made.get());
        }
      }
    }
    return new Resolution.Unresolved<>(
        List.of(end > RevisionNumbers.MOST ? used(family) : taken(definition, content, first)));
  }

  private static Problem used(String family) {
    return new Problem(
        "LimitExceededException",
        "The limit for the number of revisions of family %s, %d, is reached; use another family."
            .formatted(family, RevisionNumbers.MOST));
  }

  private static Problem taken(TaskDefinition definition, ObjectNode content, int first) {
    return new Problem(
        "NameConflict",
        "TaskDefinitionRevision %s and the %d after it exist and were not registered by this"
                .formatted(
                    Revisions.of(definition, content, first).getMetadata().getName(), TRIES - 1)
            + " definition; delete what is not needed.");
  }

  private Optional<TaskDefinitionRevision> live(
      TaskDefinition definition, ObjectNode content, int number) {
    return number == 0 ? Optional.empty() : actions.read(Revisions.of(definition, content, number));
  }

  /**
   * Same content; one that was deregistered still counts for the definition that registered it, or
   * deregistering it would bring it back, but not for a definition of that name made later. One
   * that is being deleted counts for nobody.
   */
  private static boolean current(
      TaskDefinitionRevision revision, TaskDefinition definition, ObjectNode content) {
    String uid = definition.getMetadata().getUid();
    return Revisions.holds(revision, content)
        && (Revisions.active(revision)
            || RevisionState.of(revision) == RevisionState.INACTIVE
                && uid.equals(
                    revision.getMetadata().getAnnotations().get(Revisions.REGISTERED_BY)));
  }
}
